import type { OutlineHeading } from "@/lib/domain/cycle";
import { readFigure } from "@/lib/domain/figure";
import type { CellKey, Format, SectionId } from "@/lib/domain/format";
import { listCells, listSectionCells } from "@/lib/domain/format-cells";
import type { GovernmentLevel } from "@/lib/domain/government-level";
import { GOVERNMENT_LEVELS } from "@/lib/domain/government-level";
import { printSegments } from "@/lib/domain/narrative";
import { Refusal } from "@/lib/domain/refusal";
import type { ReportState } from "@/lib/domain/report";
import type { ReportDocument, ReportSection } from "@/lib/domain/report-document";
import type { SubmissionEntry } from "@/lib/domain/submission";
import type { VersionContent } from "@/lib/domain/version";

/** A government below, and the unit that stands for it in the district above. */
export type ChildGovernment = {
  districtId: string;
  name: string;
  level: GovernmentLevel;
  organisationId: string;
};

/** A report as it is published. */
export type PublishedVersion = {
  reportId: string;
  version: number;
  title: string;
  documentHash: string;
  publishedByName: string;
  publishedAt: Date;
};

/** A published report that was taken over as what its unit submits. */
export type TakenReport = PublishedVersion & {
  id: string;
  organisationId: string;
  takenByName: string;
  takenAt: Date;
};

/**
 * How a year's report of a government below stands in the one above: not published there, published and not taken over,
 * taken over, or published anew since.
 */
export type OfferState = "unpublished" | "offered" | "taken" | "changed";

/** `published` is the version that counts below; `taken` the one that was taken over last. */
export function offerState(
  published: Pick<PublishedVersion, "reportId" | "documentHash"> | null,
  taken: Pick<PublishedVersion, "reportId" | "documentHash"> | null,
): OfferState {
  if (!published) return taken ? "taken" : "unpublished";
  if (!taken) return "offered";
  const isSame = published.reportId === taken.reportId && published.documentHash === taken.documentHash;
  return isSame ? "taken" : "changed";
}

/** True while a published version below is not taken over. */
export function isWaiting(state: OfferState): boolean {
  return state === "offered" || state === "changed";
}

/**
 * Whether a section waits for review again although the report below says what it said: it was sent back, and the
 * government below answered that it stays, or it was sent back by mistake.
 */
export function isTakenAgain({ state }: Pick<SubmissionEntry, "state">): boolean {
  return state === "returned";
}

/** Why a report that was seen as offered cannot be taken over; null where it can. */
export function refuseOffer(
  report: { state: ReportState; documentHash: string | null; publishedAt: Date | null; document: OfferedDocument },
  of: { format: Format; seenHash: string; computedHash: string },
): Refusal | null {
  const { document } = report;
  if (report.state !== "published" || report.documentHash !== of.seenHash || !report.publishedAt) {
    return new Refusal("changed_meanwhile");
  }
  if (document.format.id !== of.format.id) return new Refusal("other_form", { form: document.format.name });
  if (of.computedHash !== of.seenHash) return new Refusal("hash_differs");
  const unread = listUnreadCells(of.format, document.figures);
  return unread.length > 0 ? new Refusal("child_cells_unread", { count: unread.length }) : null;
}

type OfferedDocument = Pick<ReportDocument, "format" | "figures">;

/** The levels that a government may set up below itself; the one at the top of an installation may be of any. */
export function levelsBelow(level: GovernmentLevel | null): GovernmentLevel[] {
  return GOVERNMENT_LEVELS.slice(level === null ? 1 : GOVERNMENT_LEVELS.indexOf(level) + 1);
}

/** The typed cells of the form that a published report leaves blank or gives as something else than a number. */
export function listUnreadCells(format: Format, figures: ReportDocument["figures"]): CellKey[] {
  return listCells(format).flatMap((cell) =>
    cell.sumOf || readFigure(figures[cell.key]).kind === "number" ? [] : [cell.key],
  );
}

/**
 * What a section of the unit submits: the typed cells as published, and under the headings that the unit is asked for in
 * this section the text of the same section. A heading of the same title has its own text; the first of the others has
 * the rest.
 */
export function contentOfChild(
  document: Pick<ReportDocument, "figures" | "sections">,
  of: { format: Format; sectionId: SectionId; headings: readonly Pick<OutlineHeading, "key" | "title">[] },
): VersionContent {
  const cells = listSectionCells(of.format, of.sectionId).filter((cell) => !cell.sumOf);
  return {
    sectionId: of.sectionId,
    figures: Object.fromEntries(cells.map(({ key }) => [key, document.figures[key] ?? null])),
    paragraphs: textsOfChild(
      document.sections.find(({ id }) => id === of.sectionId),
      of.headings,
    ),
  };
}

function textsOfChild(
  section: ReportSection | undefined,
  headings: readonly Pick<OutlineHeading, "key" | "title">[],
): Record<string, string> {
  const left = [...(section?.headings ?? [])];
  const texts = new Map<string, string>();
  for (const { key, title } of headings) {
    const index = left.findIndex((candidate) => title !== "" && candidate.title === title);
    if (index < 0) continue;
    texts.set(key, left.splice(index, 1).map(textOf).join("\n"));
  }
  const rest = headings.find(({ key }) => !texts.has(key));
  if (rest)
    texts.set(
      rest.key,
      left
        .map(textOf)
        .filter((text) => text !== "")
        .join("\n"),
    );
  return Object.fromEntries(headings.map(({ key }) => [key, texts.get(key) ?? ""]));
}

function textOf({ paragraphs }: ReportSection["headings"][number]): string {
  return paragraphs.map(printSegments).join("\n");
}

/** True of a content in which every number is zero and no text stands. */
export function isNilContent({ figures, paragraphs }: VersionContent): boolean {
  const isZero = Object.values(figures).every((found) => {
    const figure = readFigure(found);
    return figure.kind === "number" && figure.value === "0";
  });
  return isZero && Object.values(paragraphs).every((text) => text === "");
}
