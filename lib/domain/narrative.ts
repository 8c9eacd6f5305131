import type { Segment } from "@/lib/domain/report-document";

/** A live figure in stored text: `{{requests.received.total}}` or `{{indicators.portal_posts}}`. */
const REFERENCE = /\{\{([a-z0-9_]+(?:\.[a-z0-9_]+){1,2})\}\}/g;

/** Says what the text of a cell or indicator is now; null when it has none. */
export type FigureLookup = (key: string) => string | null;

/**
 * Splits stored text into running text and live figures with their current values. A reference to something that has
 * no value prints as "〔key〕", which a reader cannot mistake for a number.
 */
export function resolveNarrative(text: string, lookup: FigureLookup): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(REFERENCE)) {
    const key = match[1] ?? "";
    if (match.index > end) segments.push({ kind: "text", text: text.slice(end, match.index) });
    segments.push({ kind: "figure", cellKey: key, value: lookup(key) ?? `〔${key}〕` });
    end = match.index + match[0].length;
  }
  if (end < text.length) segments.push({ kind: "text", text: text.slice(end) });
  return segments;
}

/** The text as a reader sees it. */
export function printSegments(segments: readonly Segment[]): string {
  return segments.map((segment) => (segment.kind === "text" ? segment.text : segment.value)).join("");
}

/** Stored text with the live figures that `lookup` knows printed for good; the others stay live. */
export function printKnown(text: string, lookup: FigureLookup): string {
  return text.replace(REFERENCE, (reference, key: string) => lookup(key) ?? reference);
}

/** The paragraphs of a stored text: lines, without those that are empty. */
export function splitParagraphs(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The keys of cells and indicators that a text is bound to, in its order, repeated as often as they stand there. */
export function listReferences(text: string): string[] {
  return [...text.matchAll(REFERENCE)].map((match) => match[1] ?? "");
}
