import type { CellSaver } from "@/components/saving/cell-saver";
import { paragraphAnchor } from "@/lib/domain/anchor";
import type { CheckSubject, Finding } from "@/lib/domain/check/finding";
import { listReplaceable } from "@/lib/domain/check/narr-table";
import { runChecks } from "@/lib/domain/check/registry";
import type { GivenExplanation } from "@/lib/domain/explanation";
import type { SectionId } from "@/lib/domain/format";
import { type FigureLookup, printSegments, resolveNarrative, splitParagraphs } from "@/lib/domain/narrative";

/** The paragraphs before section 一 are written like a heading's; no heading can be called so. */
export const PREFACE_KEY = "#preface";

/** What a unit wrote under a heading, as approved; null where nothing of it is approved yet. */
export type UnitText = {
  unit: string;
  text: string;
  version: number | null;
  approvedAt: string | null;
  href: string | null;
};

export type ComposeHeading = {
  key: string;
  sectionId: SectionId;
  level: number;
  number: string;
  title: string;
  /** What the units' paragraphs make together, in their order. */
  assembled: string;
  /** The district's own text; null while the assembled one stands. */
  own: string | null;
  editedBy: string | null;
  editedAt: string | null;
  units: readonly UnitText[];
};

export type ComposeSection = { id: SectionId; number: string; title: string; kind: "narrative" | "tables" };

/** What a unit, or the office itself, said to a finding, and whether it is printed. */
export type ComposeExplanation = GivenExplanation & {
  /** Empty for the office's own. */
  submissionId: string;
  /** Whose it is; null for the office's own. */
  unit: string | null;
  authorName: string;
  createdAt: string;
  acceptedByName: string | null;
  note: string | null;
  /** For the next choice about it; the page gives another after each. */
  requestId: string;
};

/** Everything that composing needs; texts are checked in the page, the rest does not change here. */
export type ComposeMaterial = {
  cycleId: string;
  year: number;
  sections: readonly ComposeSection[];
  headings: readonly ComposeHeading[];
  preface: string;
  /** The report's subject of checks; its texts are replaced by what is being written. */
  subject: CheckSubject;
  /** What units published themselves against what they submitted; no text changes it. */
  ownReportFindings: readonly Finding[];
  explanations: readonly ComposeExplanation[];
  /** Values of cells and indicators by key. */
  values: Readonly<Record<string, string | null>>;
  /** The units behind the cells that a text can speak of, the largest first. */
  sources: Readonly<Record<string, readonly { unit: string; value: string }[]>>;
};

/** A typed number that is known to be one cell's. */
export type Bindable = { headingKey: string; start: number; end: number; cellKey: string };

export function lookupOf(values: ComposeMaterial["values"]): FigureLookup {
  return (key) => values[key] ?? null;
}

/** The text of a heading as it stands now. */
export function textOf(heading: ComposeHeading, saver: CellSaver): string {
  return saver.cell(paragraphAnchor(heading.key)).written ?? heading.assembled;
}

/**
 * What the rules say of the report with its texts as they were last left, and which typed numbers could be live ones.
 * The rules run again only when a text was left differently, never while somebody types.
 */
export function createLiveReport(saver: CellSaver, material: ComposeMaterial) {
  const lookup = lookupOf(material.values);
  let version = -1;
  let seen = "";
  let live: { findings: Finding[]; bindable: Bindable[] } = { findings: [], bindable: [] };

  return () => {
    if (version === saver.version() && seen !== "") return live;
    version = saver.version();
    const texts = material.headings.map((heading) => textOf(heading, saver));
    const now = JSON.stringify(texts);
    if (now === seen) return live;
    seen = now;

    const subject: CheckSubject = {
      ...material.subject,
      texts: material.headings.map((heading, index) => ({
        headingKey: heading.key,
        sectionId: heading.sectionId,
        title: heading.title,
        text: splitParagraphs(texts[index] ?? "")
          .map((paragraph) => printSegments(resolveNarrative(paragraph, lookup)))
          .join("\n"),
      })),
    };
    const typed = listReplaceable(subject).filter((number) => !isLive(number, texts, material, lookup));
    live = { findings: [...runChecks(subject), ...material.ownReportFindings], bindable: typed };
    return live;
  };
}

/** True where a live figure is printed already. */
function isLive(number: Bindable, texts: readonly string[], material: ComposeMaterial, lookup: FigureLookup): boolean {
  const index = material.headings.findIndex((heading) => heading.key === number.headingKey);
  let at = 0;
  for (const paragraph of splitParagraphs(texts[index] ?? "")) {
    for (const segment of resolveNarrative(paragraph, lookup)) {
      const end = at + (segment.kind === "text" ? segment.text : segment.value).length;
      if (segment.kind === "figure" && at < number.end && end > number.start) return true;
      at = end;
    }
    at += 1;
  }
  return false;
}

/** The typed number that a finding is about, if there is one that could be a live figure. */
export function bindableOf(finding: Finding, bindable: readonly Bindable[]): Bindable | null {
  const { text, cells } = finding;
  if (!text) return null;
  return (
    bindable.find(
      (number) =>
        number.headingKey === text.headingKey &&
        number.start >= text.start &&
        number.end <= text.end &&
        cells.includes(number.cellKey),
    ) ?? null
  );
}
