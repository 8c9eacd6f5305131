import { diffArrays } from "diff";

/** A piece of text: unchanged, only in the newer text, or only in the older one. */
export type TextPiece = { kind: "same" | "added" | "removed"; text: string };

/** A passage that differs in more words than this is shown as a whole. */
const MOST_EDITS = 1000;

/**
 * Says how `before` became `after`: sentence by sentence, and within changed sentences word by word. Joining all pieces
 * but the removed ones gives `after`, joining all but the added ones gives `before`.
 */
export function compareTexts(before: string, after: string): TextPiece[] {
  const pieces = alignParts(splitSentences(before), splitSentences(after));
  const result: TextPiece[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index];
    const next = pieces[index + 1];
    if (piece?.kind === "removed" && next?.kind === "added") {
      result.push(...alignParts(splitWords(piece.text), splitWords(next.text)));
      index += 1;
    } else if (piece) result.push(piece);
  }
  return joinAlike(result);
}

/**
 * The paragraphs that changed, each with what stands in its place: null where one was only added or only left out.
 */
export function compareParagraphs(
  before: readonly string[],
  after: readonly string[],
): { before: string | null; after: string | null }[] {
  const asLines = (paragraphs: readonly string[]) => paragraphs.map((paragraph) => `${paragraph}\n`);
  const pieces = alignParts(asLines(before), asLines(after));
  return pieces.flatMap((piece, index) => {
    if (piece.kind === "same") return [];
    const isAnswered = piece.kind === "added" && pieces[index - 1]?.kind === "removed";
    if (isAnswered) return [];
    const next = pieces[index + 1];
    const older = piece.kind === "removed" ? linesOf(piece) : [];
    const newer = piece.kind === "added" ? linesOf(piece) : next?.kind === "added" ? linesOf(next) : [];
    return Array.from({ length: Math.max(older.length, newer.length) }, (_, line) => ({
      before: older[line] ?? null,
      after: newer[line] ?? null,
    }));
  });
}

function linesOf(piece: TextPiece): string[] {
  return piece.text.split("\n").slice(0, -1);
}

/** Keeps the mark at the end of a sentence with it. */
function splitSentences(text: string): string[] {
  return text.match(/[^。；！？\n]*[。；！？\n]|[^。；！？\n]+$/g) ?? [];
}

/** A number is one word, and so is a word in letters; of Chinese, every character is. */
function splitWords(text: string): string[] {
  return text.match(/[0-9][0-9.,]*|[A-Za-z]+|\s+|./gsu) ?? [];
}

/** What both have in common, everything else removed and added; removals stand before additions. */
function alignParts(before: readonly string[], after: readonly string[]): TextPiece[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS });
  if (changes === undefined) return wholeChange(before, after);
  return joinAlike(
    changes.map(({ added, removed, value }) => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value.join(""),
    })),
  );
}

function wholeChange(before: readonly string[], after: readonly string[]): TextPiece[] {
  return joinAlike([
    { kind: "removed", text: before.join("") },
    { kind: "added", text: after.join("") },
  ]);
}

/** Joins neighbours of one kind, and between two unchanged pieces puts what was removed before what was added. */
function joinAlike(pieces: readonly TextPiece[]): TextPiece[] {
  const result: TextPiece[] = [];
  let removed = "";
  let added = "";
  const flush = () => {
    if (removed !== "") result.push({ kind: "removed", text: removed });
    if (added !== "") result.push({ kind: "added", text: added });
    removed = "";
    added = "";
  };
  for (const { kind, text } of pieces) {
    if (text === "") continue;
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === "same") last.text += text;
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}
