import type { Figures } from "@/lib/domain/cell";
import type { FindingTerm, Severity } from "@/lib/domain/check/finding";
import type { CellKey, FormatTable, SectionId } from "@/lib/domain/format";
import type { RepeatedSection } from "@/lib/domain/repeated-share";

/** Everything that the page of one check-up shows, in words: nothing is worked out in the browser. */
export type CheckUpView = {
  title: string;
  /** What the file was called, or that its text was pasted. */
  source: string;
  previousTitle: string | null;
  /** Why the file sent as last year's was not compared. */
  notCompared: string | null;
  form: string;
  cells: number;
  tables: readonly CheckedTables[];
  figures: Figures;
  marks: Readonly<Record<CellKey, FindingMark>>;
  texts: readonly CheckedTextView[];
  findings: readonly FindingView[];
  counts: Readonly<Record<Severity, number>>;
  absent: readonly string[];
  unplaced: readonly string[];
  /** Each written section beside the year before's. */
  repeated: readonly (RepeatedSection & { name: string })[];
  /** The reports as read, for the downloads: nothing is kept here, so the page brings them along. */
  payload: string;
};

export type FindingMark = { number: number; severity: Severity };

export type CheckedTables = {
  id: SectionId;
  number: string;
  title: string;
  tables: readonly FormatTable[];
  counts: Readonly<Record<Severity, number>>;
};

export type TextPiece = { text: string; mark: FindingMark | null };

export type CheckedTextView = {
  key: string;
  number: string;
  title: string;
  level: number;
  paragraphs: readonly (readonly TextPiece[])[];
};

export type FindingView = {
  id: string;
  number: number;
  severity: Severity;
  place: string;
  sentence: string;
  terms: readonly FindingTerm[];
  /** Where on the page it is; null when it is about the report as a whole. */
  anchor: string | null;
};

/** The names of places on the page that findings lead to. */
export const anchorOfCell = (cellKey: CellKey): string => `cell-${cellKey}`;
export const anchorOfMark = (number: number): string => `text-${number}`;
