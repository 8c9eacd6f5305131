import { type FigureLookup, resolveNarrative } from "@/lib/domain/narrative";

/** A live figure's key where the editor shows its value. */
const KEY_ATTRIBUTE = "data-key";

/** A node of the editor that stands for a part of the stored text. */
export type EditorNode = { node: Node; start: number; length: number };

/** A stored text as the inside of an editor: one paragraph a line, live figures as chips that are moved as a whole. */
export function editorMarkup(stored: string, lookup: FigureLookup): string {
  return stored
    .split("\n")
    .map((line) => {
      const inside = resolveNarrative(line, lookup)
        .map((segment) =>
          segment.kind === "text" ? escapeMarkup(segment.text) : chipMarkup(segment.cellKey, segment.value),
        )
        .join("");
      return `<p>${inside || "<br>"}</p>`;
    })
    .join("");
}

/** A live figure in the text; one of a unit's own indicators looks quieter than one of the tables. */
export function chipMarkup(cellKey: string, value: string): string {
  const kind = cellKey.startsWith("indicators.") ? "chip loc" : "chip";
  const shown = escapeMarkup(value);
  return `<data class="${kind}" contenteditable="false" ${KEY_ATTRIBUTE}="${escapeMarkup(cellKey)}" value="${shown}">${shown}</data>`;
}

/** What stands in an editor as stored text, and which node holds which part of it. */
export function readEditor(root: HTMLElement): { text: string; nodes: EditorNode[] } {
  const nodes: EditorNode[] = [];
  let text = "";
  let hasLine = false;

  const add = (node: Node, part: string) => {
    nodes.push({ node, start: text.length, length: part.length });
    text += part;
  };
  const walk = (node: Node, isLast: boolean) => {
    if (node instanceof Text) return add(node, node.data.replace(/\n/g, " "));
    if (!(node instanceof HTMLElement)) return;
    const key = node.getAttribute(KEY_ATTRIBUTE);
    if (key !== null) return add(node, `{{${key}}}`);
    if (node.tagName === "BR") {
      if (!isLast) add(node, "\n");
      return;
    }
    walkAll(node);
  };
  const walkAll = (parent: Node) => {
    const children = [...parent.childNodes];
    for (const [index, child] of children.entries()) walk(child, index === children.length - 1);
  };

  for (const child of root.childNodes) {
    const isLine = child instanceof HTMLElement && ["P", "DIV"].includes(child.tagName);
    if (isLine && hasLine) text += "\n";
    if (isLine) walkAll(child);
    else walk(child, true);
    hasLine = true;
  }
  return { text, nodes };
}

/** The place in the editor of a range of the stored text; null where there is no such text any more. */
export function rangeInEditor(nodes: readonly EditorNode[], start: number, end: number): Range | null {
  const first = nodes.find((one) => one.start + one.length > start);
  const last = nodes.findLast((one) => one.start < end);
  if (!first || !last) return null;
  const range = document.createRange();
  if (first.node instanceof Text) range.setStart(first.node, Math.max(0, start - first.start));
  else range.setStartBefore(first.node);
  if (last.node instanceof Text) range.setEnd(last.node, Math.min(last.length, end - last.start));
  else range.setEndAfter(last.node);
  return range;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
