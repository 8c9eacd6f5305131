import type { JSONContent } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type FigureLookup, resolveNarrative } from "@/lib/domain/narrative";
import type { TextRange } from "@/lib/domain/narrative-map";

/** The name of a live figure among the editor's nodes. */
export const FIGURE_NODE = "figure";

/** A stored text as the editor's document: a paragraph a line, live figures as nodes that are moved as a whole. */
export function documentOf(stored: string, lookup: FigureLookup): JSONContent {
  return {
    type: "doc",
    content: stored.split("\n").map((line) => {
      const content = resolveNarrative(line, lookup).map(
        (segment): JSONContent =>
          segment.kind === "text"
            ? { type: "text", text: segment.text }
            : { type: FIGURE_NODE, attrs: { cellKey: segment.cellKey, value: segment.value } },
      );
      return content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" };
    }),
  };
}

/** A part of the document that stands for a part of the stored text, and where both begin. */
type Piece = { at: number; node: Node; start: number; stored: string };

function listPieces(document: Node): Piece[] {
  const pieces: Piece[] = [];
  let length = 0;
  document.forEach((paragraph, offset, index) => {
    if (index > 0) length += 1;
    paragraph.forEach((node, within) => {
      const stored = node.type.name === FIGURE_NODE ? `{{${node.attrs.cellKey}}}` : (node.text ?? "");
      pieces.push({ at: offset + 1 + within, node, start: length, stored });
      length += stored.length;
    });
  });
  return pieces;
}

/** What stands in the editor as text to be stored. */
export function storedText(document: Node): string {
  const lines: string[] = [];
  document.forEach((paragraph) => {
    const parts: string[] = [];
    paragraph.forEach((node) => {
      parts.push(node.type.name === FIGURE_NODE ? `{{${node.attrs.cellKey}}}` : (node.text ?? ""));
    });
    lines.push(parts.join(""));
  });
  return lines.join("\n");
}

/** Where a range of the stored text stands in the document; null where there is no such text any more. */
export function rangeInDocument(document: Node, range: TextRange): { from: number; to: number } | null {
  const touched = listPieces(document).filter(
    ({ start, stored }) => start < range.end && start + stored.length > range.start,
  );
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return null;
  const from = first.node.isText ? first.at + Math.max(0, range.start - first.start) : first.at;
  const to = last.node.isText
    ? last.at + Math.min(last.stored.length, range.end - last.start)
    : last.at + last.node.nodeSize;
  return { from, to };
}
