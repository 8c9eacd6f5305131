import { headingOfAnchor } from "@/lib/domain/anchor";
import type { CorrectionRequest } from "@/lib/domain/correction-request";
import type { OutlineHeading } from "@/lib/domain/cycle";
import { subtractDecimals } from "@/lib/domain/decimal";
import { type DecimalText, readFigure } from "@/lib/domain/figure";
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
import { type FigureChange, listChanges } from "@/lib/domain/version-changes";

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

/** One cell or paragraph that taking a report over changes in a section. */
export type OfferChange = FigureChange & {
  sectionId: SectionId;
  /** By how much the figure of the whole rises with it; null of a text. */
  rise: DecimalText | null;
};

/** What taking a section over changes; zeros and empty texts where nothing was before are no change. */
export function listOfferChanges(before: VersionContent | null, after: VersionContent): OfferChange[] {
  const { sectionId } = after;
  return listChanges(before ?? { sectionId, figures: {}, paragraphs: {} }, after).flatMap((change): OfferChange[] => {
    const isText = headingOfAnchor(change.key) !== null;
    const rise = isText ? null : subtractDecimals(numberOf(change.after), numberOf(change.before));
    if (change.before === null && (isText ? change.after === "" : rise === "0")) return [];
    return [{ ...change, sectionId, rise }];
  });
}

function numberOf(found: string | null): DecimalText {
  const figure = readFigure(found);
  return figure.kind === "number" ? figure.value : "0";
}

/** What taking a published report over would change, or why it cannot be. */
export type Offer = {
  changes: OfferChange[];
  outline: OutlineHeading[];
  /** How many typed cells it leaves blank. */
  unread: number;
  /** The name of its form where that is not the year's. */
  otherForm: string | null;
};

/** A government below, and how its report of a year stands here. */
export type GovernmentEntry = ChildGovernment & {
  state: OfferState;
  published: PublishedVersion | null;
  taken: TakenReport | null;
  /** Its sections here; none where it came after the year was opened. */
  sections: SubmissionEntry[];
  /** What was sent back to it this year, the newest first. */
  asked: CorrectionRequest[];
};

/** One of them with what is offered; null where nothing is. */
export type ChosenGovernment = GovernmentEntry & { offer: Offer | null };
