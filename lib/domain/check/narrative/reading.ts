import type { CheckedText } from "@/lib/domain/check/finding";
import type { Clause, Sentence } from "@/lib/domain/check/narrative/clauses";
import type { Meaning } from "@/lib/domain/check/narrative/meaning";
import type { NumberMention } from "@/lib/domain/check/narrative/number-mentions";
import type { ReadFrame } from "@/lib/domain/check/narrative/read-frame";
import type { ReadClause } from "@/lib/domain/check/narrative/read-number";

/** A number of the text, what it was found to mean, and where it stands. */
export type ReadNumber = {
  text: CheckedText;
  mention: NumberMention;
  /** The words on either side, for rules that look at lists and shares. */
  clause: Extract<Clause, { kind: "number" }>;
  sentence: Sentence;
  /** Its sentence has named the year before to compare with. */
  isCompared: boolean;
  /** What it may count, where nothing ties it without doubt. */
  likely: ReadFrame;
} & Omit<ReadClause, "phrase">;

/** Words that say that something did not happen: its number is zero. */
export type ReadNothing = { text: CheckedText; start: number; end: number; meaning: Meaning };

/** Everything that was read in the texts of a subject. */
export type ReadNarrative = { numbers: readonly ReadNumber[]; nothings: readonly ReadNothing[] };
