import type { Figures } from "@/lib/domain/cell";
import type { CellKey, Format, SectionId } from "@/lib/domain/format";

export type Severity = "error" | "warning" | "info";

/** One term of the arithmetic that a finding shows: its label and its value as found. */
export type FindingTerm = { label: string; value: string };

/** A stretch of the printed text under a heading. */
export type TextPlace = { headingKey: string; start: number; end: number; quote: string };

/**
 * What a check says. `messageKey` and `values` make the sentence in either language (`findings.*` in the message
 * files); `terms` show the arithmetic. The same finding on the same values has the same `id`, so that explanations stay
 * when a check is run again.
 */
export type Finding = {
  id: string;
  rule: RuleId;
  severity: Severity;
  sectionId: SectionId | null;
  /** Cells that the finding is about, the one to look at first leading. */
  cells: CellKey[];
  /** Where in the text it is: the heading's key and the characters, when the finding is about text. */
  text: TextPlace | null;
  /** Where else it is, of a text that stands twice: the place that comes first. */
  earlierText?: TextPlace;
  expected: string | null;
  actual: string | null;
  messageKey: string;
  values: Record<string, string | number>;
  terms: FindingTerm[];
};

export const RULE_IDS = [
  "REQ-IDENTITY",
  "REQ-OUTCOME-SUM",
  "REQ-ROW-SUM",
  "LIT-SUM",
  "BLANK",
  "NON-NUMERIC",
  "UNIT",
  "CARRY-YEAR",
  "ITEM-STOCK-YEAR",
  "DOC-STOCK-YEAR",
  "OWN-REPORT",
  "LEDGER-COUNT",
  "NARR-TABLE",
  "NARR-SUM",
  "NARR-PERCENT",
  "NARR-YEAR",
  "OVERVIEW-LENGTH",
  "OVERVIEW-ASPECT-MISSING",
  "SECTION-MISSING",
  "FEE-REPORTED",
  "SAME-AS-LAST-YEAR",
  "REPEATED-TEXT",
  "OUTLIER",
  "WRONG-FORMAT-VERSION",
  "REGULATION-AUTHORITY",
] as const;

export type RuleId = (typeof RULE_IDS)[number];

/** How loudly a rule speaks at most; "standard" is as loudly as it was made to. */
export const RULE_EFFECTS = ["standard", "warning", "info", "off"] as const;
export type RuleEffect = (typeof RULE_EFFECTS)[number];

/** What became of a rule: it found nothing, or its worst finding, or it was not asked. */
export const RULE_OUTCOMES = ["passed", "info", "warning", "error", "off", "not_applicable"] as const;
export type RuleOutcome = (typeof RULE_OUTCOMES)[number];

/** What holds for a rule in an office, why, who asked for it where that is known, and who confirmed it. */
export type RuleInForce = {
  rule: RuleId;
  effect: RuleEffect;
  reason: string;
  proposedBy: string | null;
  decidedBy: string;
  since: string;
};

/** A piece of narrative under one heading, as written, with live figures already printed as their values. */
export type CheckedText = {
  headingKey: string;
  sectionId: SectionId;
  title: string;
  text: string;
  /** True for a sentence quoted from somewhere in the report: what it does not say may still stand elsewhere. */
  isExcerpt?: boolean;
};

/** The paragraphs before section 一 are checked as a heading's; no heading can be called so. */
export const PREFACE_KEY = "#preface";

/** A local figure that the text may speak of. */
export type CheckedIndicator = {
  key: string;
  label: string;
  unit: string;
  value: string | null;
  isApproximate: boolean;
};

/**
 * Everything that checks may look at. A unit's section and a whole district report are checked by the same functions:
 * `sections` says which parts are here, `level` whose they are.
 */
export type CheckSubject = {
  format: Format;
  level: "unit" | "district" | "city";
  year: number;
  /** The reporting body's name, by which its text may call it. */
  organisation?: string;
  sections: readonly SectionId[];
  /**
   * Every cell as found. Where totals were typed or read from a file they are checked; where they are computed they
   * are the computed ones.
   */
  figures: Figures;
  texts: readonly CheckedText[];
  indicators: readonly CheckedIndicator[];
  /** The published report of the year before, when there is one. */
  previous: {
    year: number;
    formatId: string;
    figures: Figures;
    texts: Readonly<Partial<Record<SectionId, string>>>;
    /** The units that have gone whose figures are in these. */
    takenOverFrom?: readonly string[];
  } | null;
  /** The figures of the unit's own published report of this year, where it was taken in. */
  ownReport?: Figures | null;
  /** What the unit's ledger of requests counts, where table three was counted from one. */
  ledger?: Figures | null;
  /**
   * True where the program itself adds up the totals, as in our own forms. A total then repeats what its parts say, and
   * an error of the parts is told once.
   */
  hasComputedTotals?: boolean;
  /**
   * Of a report read from a file: what of it could not be placed, and rows known by their place in spite of their label.
   * A cell that was not read is then no cell that nobody filled in.
   */
  reading?: { unplaced: readonly string[]; relabelled: readonly { row: string; label: string; found: string }[] };
  /** What the office decided of rules: switched off, or told less loudly. */
  ruleSettings?: readonly RuleInForce[];
  /** True where only some of the cells are known: a cell that `figures` does not name is then unknown, not blank. */
  isPartial?: boolean;
};

/** One rule: a named pure function that never throws, whatever the subject holds. */
export type Check = {
  rule: RuleId;
  /** Counted up when the rule finds something else than before: what an office decided of it was of the version before. */
  version: number;
  /** How grave its gravest finding is. */
  severity: Severity;
  /** The day, as an ISO date, from which the rule holds; reports that were due before are not held against it. */
  holdsFrom: string;
  /** The notice or article that the rule comes from, or "arithmetic". */
  source: string;
  /** Formats that the rule applies to; null for all. */
  formats: readonly string[] | null;
  check: (subject: CheckSubject) => Finding[];
};
