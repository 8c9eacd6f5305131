import type { CheckedText, CheckSubject } from "@/lib/domain/check/finding";
import { fullTexts } from "@/lib/domain/check/subject-texts";
import type { SectionId } from "@/lib/domain/format";

/** A stretch of this year's text, and whether last year's says the same in the same words. */
export type RepeatedPiece = { text: string; isRepeated: boolean };

/** How much of a section repeats last year's, in whole per cent, with the text piece by piece. */
export type RepeatedSection = { sectionId: SectionId; year: number; percent: number; pieces: RepeatedPiece[] };

/** So many characters in a row that are the same are no chance; years, digits, blanks and marks do not count. */
const RUN = 8;
/** Shorter texts are not worth a comparison. */
const FEWEST = 30;
const COUNTS = /[\d\s\p{P}]/u;

/**
 * Marks what this year's text takes over from last year's, wherever it stood there: a figure or a year that was exchanged
 * does not make a sentence new, and neither does moving it.
 */
export function markRepeated(before: string, now: string): { percent: number; pieces: RepeatedPiece[] } {
  const old = lettersOf(before);
  const letters = lettersOf(now);
  const known = new Set<string>();
  for (let index = 0; index + RUN <= old.length; index += 1) known.add(joinRun(old, index));
  const isRepeated = letters.map(() => false);
  for (let index = 0; index + RUN <= letters.length; index += 1) {
    if (known.has(joinRun(letters, index))) isRepeated.fill(true, index, index + RUN);
  }
  const repeated = isRepeated.filter(Boolean).length;
  return {
    percent: letters.length === 0 ? 0 : Math.floor((100 * repeated) / letters.length),
    pieces: cutPieces(now, letters, isRepeated),
  };
}

type Letter = { character: string; at: number };

function lettersOf(text: string): Letter[] {
  const letters: Letter[] = [];
  let at = 0;
  for (const character of text) {
    if (!COUNTS.test(character)) letters.push({ character, at });
    at += character.length;
  }
  return letters;
}

function joinRun(letters: readonly Letter[], from: number): string {
  let run = "";
  for (let index = from; index < from + RUN; index += 1) run += letters[index]?.character ?? "";
  return run;
}

/** From the first letter of a repeated run to its last, with what stands between them. */
function cutPieces(text: string, letters: readonly Letter[], isRepeated: readonly boolean[]): RepeatedPiece[] {
  const pieces: RepeatedPiece[] = [];
  let at = 0;
  const cut = (to: number, repeated: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), isRepeated: repeated });
    at = Math.max(at, to);
  };
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters[index];
    if (!letter || !isRepeated[index] || isRepeated[index - 1]) continue;
    cut(letter.at, false);
    let last = index;
    while (isRepeated[last + 1]) last += 1;
    const end = letters[last] ?? letter;
    cut(end.at + end.character.length, true);
  }
  cut(text.length, false);
  return pieces;
}

/** Each written section beside last year's; sections that are too short in either year, or not known, are left out. */
export function listRepeatedSections(subject: CheckSubject): RepeatedSection[] {
  const { previous } = subject;
  if (!previous) return [];
  return subject.format.sections.flatMap(({ id: sectionId }) => {
    const now = fullTexts(subject, sectionId).map(textOf).join("\n");
    const before = previous.texts[sectionId] ?? "";
    if (lettersOf(now).length < FEWEST || lettersOf(before).length < FEWEST) return [];
    return [{ sectionId, year: previous.year, ...markRepeated(before, now) }];
  });
}

function textOf({ text }: CheckedText): string {
  return text.trim();
}
