import type { CellSaver } from "@/components/saving/cell-saver";
import { paragraphAnchor } from "@/lib/domain/anchor";
import { type CheckSubject, type Finding, PREFACE_KEY } from "@/lib/domain/check/finding";
import { listReplaceable } from "@/lib/domain/check/narr-table";
import { runChecks } from "@/lib/domain/check/registry";
import { prefaceText } from "@/lib/domain/check/subject-texts";
import type { GivenExplanation } from "@/lib/domain/explanation";
import type { SectionId } from "@/lib/domain/format";
import type { FigureLookup } from "@/lib/domain/narrative";
import { mapNarrative } from "@/lib/domain/narrative-map";
import { listRepeatedSections, type RepeatedSection } from "@/lib/domain/repeated-share";

/** What a unit wrote under a heading, as approved and as it stands in the report; `version` is null before that. */
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

/** Every text that is written here as it stands now, by its heading; the preface leads. */
export function listTexts(material: ComposeMaterial, saver: CellSaver): { key: string; text: string }[] {
  return [
    { key: PREFACE_KEY, text: saver.cell(paragraphAnchor(PREFACE_KEY)).written ?? "" },
    ...material.headings.map((heading) => ({ key: heading.key, text: textOf(heading, saver) })),
  ];
}

type LiveReport = { findings: Finding[]; bindable: Bindable[]; repeated: RepeatedSection[] };

/**
 * What the rules say of the report with its texts as they were last left, and which typed numbers could be live ones.
 * The rules run again only when a text was left differently, never while somebody types.
 */
export function createLiveReport(saver: CellSaver, material: ComposeMaterial) {
  const lookup = lookupOf(material.values);
  let version = -1;
  let seen = "";
  let live: LiveReport = { findings: [], bindable: [], repeated: [] };

  return () => {
    if (version === saver.version() && seen !== "") return live;
    version = saver.version();
    const texts = new Map(listTexts(material, saver).map(({ key, text }) => [key, text]));
    const now = JSON.stringify([...texts]);
    if (now === seen) return live;
    seen = now;

    const print = (key: string) => mapNarrative(texts.get(key) ?? "", lookup).printed;
    const subject: CheckSubject = {
      ...material.subject,
      texts: [
        ...prefaceText(print(PREFACE_KEY)),
        ...material.headings.map(({ key, sectionId, title }) => ({
          headingKey: key,
          sectionId,
          title,
          text: print(key),
        })),
      ],
    };
    const typed = listReplaceable(subject).filter((number) => !isLive(number, texts, lookup));
    const findings = [...runChecks(subject), ...material.ownReportFindings];
    live = { findings, bindable: typed, repeated: listRepeatedSections(subject) };
    return live;
  };
}

/** True where a live figure is printed already. */
function isLive(number: Bindable, texts: ReadonlyMap<string, string>, lookup: FigureLookup): boolean {
  return mapNarrative(texts.get(number.headingKey) ?? "", lookup).pieces.some(
    ({ kind, printed }) => kind === "figure" && printed.start < number.end && printed.end > number.start,
  );
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

export type ComposeLinks = { tables: string; preview: string; release: string; signIn: string };
