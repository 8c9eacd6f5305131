import type { Figures } from "@/lib/domain/cell";
import type { CheckSubject, Finding } from "@/lib/domain/check/finding";
import type { UnitAnswers } from "@/lib/domain/check/subject";
import type { StoredComment } from "@/lib/domain/comment";
import type { Cycle, Indicator, OutlineHeading } from "@/lib/domain/cycle";
import type { StoredExplanation } from "@/lib/domain/explanation";
import type { CellKey, SectionId } from "@/lib/domain/format";
import type { LedgerSummary } from "@/lib/domain/ledger/stored-ledger";
import type { Seal } from "@/lib/domain/seal";
import type { SubmissionEntry } from "@/lib/domain/submission";
import type { PreviousOfUnit } from "@/lib/domain/taken-over";
import type { StoredVersion, VersionContent } from "@/lib/domain/version";

export type StoredFigure = {
  cellKey: string;
  found: string | null;
  updatedBy: string;
  updatedByName: string;
  updatedAt: Date;
};

export type StoredParagraph = {
  headingKey: string;
  body: string;
  updatedBy: string;
  updatedByName: string;
  updatedAt: Date;
};

/** One section as it stands now, checked. */
export type SectionWork = {
  submission: SubmissionEntry;
  cycle: Cycle;
  /** The unit's headings and indicators in this section. */
  outline: OutlineHeading[];
  indicators: Indicator[];
  paragraphs: StoredParagraph[];
  /** Typed cells of this section by key, blank ones included; indicators too. */
  values: Figures;
  explanations: StoredExplanation[];
  previous: PreviousOfUnit | null;
  /** What the table was counted from; null where it was typed. */
  ledger: LedgerSummary | null;
  /** What is checked, in the form in which a page checks it again while somebody types. */
  answers: UnitAnswers;
  subject: CheckSubject;
  /** Cells that are blank and count as 0 when the section is submitted. */
  blanksAsZero: CellKey[];
  /** What the rules say of the section as it would be submitted now. */
  findings: Finding[];
};

/** Everything that one section's page shows. */
export type SubmissionWork = SectionWork & {
  figures: StoredFigure[];
  versions: StoredVersion[];
  comments: StoredComment[];
  /** The newest seal of the history, which the receipt carries out of the house. */
  seal: Seal | null;
};

/** Where a person goes from a section: the next of theirs that asks for something, and how many do. */
export type SectionAhead = { next: { id: string; sectionId: SectionId } | null; open: number };

/** What a version of the section would hold: its typed cells and the text under each heading that it is asked for. */
export function contentOfSection(work: SectionWork): VersionContent {
  const { submission, values, blanksAsZero, subject, paragraphs } = work;
  const bodies = new Map(paragraphs.map(({ headingKey, body }) => [headingKey, body]));
  return {
    sectionId: submission.sectionId,
    figures: { ...values, ...Object.fromEntries(blanksAsZero.map((key) => [key, "0"])) },
    paragraphs: Object.fromEntries(subject.texts.map(({ headingKey }) => [headingKey, bodies.get(headingKey) ?? ""])),
  };
}
