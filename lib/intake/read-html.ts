import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { type Block, type Cell, joinLines, type Row, tidy } from "@/lib/intake/block";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements whose words are not part of the text. */
const SILENT = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "head",
  "nav",
  "iframe",
  "select",
  "button",
  "svg",
  "form",
  "object",
]);
const LINES = new Set(
  "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
/** Deeper nesting than any page needs is not followed. */
const MAX_DEPTH = 200;
const MAX_SPAN = 60;

/**
 * A page as governments publish it: paragraphs from whatever elements hold them, tables with their spans. A table that
 * holds tables only lays the page out, and is walked through.
 */
export function readHtml(html: string): Block[] {
  const blocks: Block[] = [];
  let line = "";
  const flush = () => {
    const text = tidy(line);
    if (text !== "") blocks.push({ kind: "paragraph", text });
    line = "";
  };
  const walk = (node: Node, depth: number) => {
    if (node.nodeName === "#text" && "value" in node) {
      line += node.value;
      return;
    }
    if (!isElement(node) || SILENT.has(node.tagName) || depth > MAX_DEPTH || isHidden(node)) return;
    if (node.tagName === "br") return flush();
    if (node.tagName === "table" && isDataTable(node)) {
      flush();
      const rows = rowsOf(node);
      if (rows.length > 0) blocks.push({ kind: "table", rows });
      return;
    }
    const isLine = LINES.has(node.tagName);
    if (isLine) flush();
    for (const child of node.childNodes) walk(child, depth + 1);
    if (isLine) flush();
  };
  const page = parse(html);
  for (const child of page.childNodes) walk(child, 0);
  flush();
  return [...titleOf(page.childNodes), ...blocks];
}

/** The page's own title, without the site's name behind it; the text may have one that follows and counts. */
function titleOf(nodes: readonly Node[]): Block[] {
  for (const node of nodes) {
    if (!isElement(node) || !["html", "head", "title"].includes(node.tagName)) continue;
    if (node.tagName !== "title") {
      const found = titleOf(node.childNodes);
      if (found.length > 0) return found;
      continue;
    }
    const [text = ""] = tidy(textOf(node, 0)).split(/\s*[_|–—]\s*|\s+-\s+/);
    return text === "" ? [] : [{ kind: "paragraph", text }];
  }
  return [];
}

function isElement(node: Node): node is Element {
  return "tagName" in node;
}

function isHidden(element: Element): boolean {
  return element.attrs.some(
    ({ name, value }) =>
      (name === "style" && /display\s*:\s*none/i.test(value)) ||
      name === "hidden" ||
      // What is said beside the text, or opens over it, is no part of what stands there.
      (name === "role" && (value === "note" || value === "tooltip")) ||
      (name === "aria-hidden" && value === "true"),
  );
}

/** Has rows and no table inside. */
function isDataTable(table: Element): boolean {
  return !contains(table, "table", 0) && contains(table, "tr", 0);
}

function contains(element: Element, tagName: string, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  return element.childNodes.some(
    (child) => isElement(child) && (child.tagName === tagName || contains(child, tagName, depth + 1)),
  );
}

function rowsOf(table: Element): Row[] {
  const rows: Row[] = [];
  const walk = (element: Element) => {
    for (const child of element.childNodes) {
      if (!isElement(child)) continue;
      if (child.tagName === "tr") rows.push(cellsOf(child));
      else if (child.tagName !== "td" && child.tagName !== "th") walk(child);
    }
  };
  walk(table);
  return rows.filter((row) => row.length > 0);
}

function cellsOf(row: Element): Cell[] {
  return row.childNodes.filter(isElement).flatMap((cell): Cell[] => {
    if (cell.tagName !== "td" && cell.tagName !== "th") return [];
    return [{ text: tidy(textOf(cell, 0)), colSpan: spanOf(cell, "colspan"), rowSpan: spanOf(cell, "rowspan") }];
  });
}

/** All words of a cell; a line break inside one only wraps it. */
function textOf(node: Node, depth: number): string {
  const lines = [""];
  const walk = (child: Node, level: number) => {
    if (child.nodeName === "#text" && "value" in child) lines.push(`${lines.pop() ?? ""}${child.value}`);
    if (!isElement(child) || SILENT.has(child.tagName) || level > MAX_DEPTH || isHidden(child)) return;
    const isLine = child.tagName === "br" || LINES.has(child.tagName);
    if (isLine) lines.push("");
    for (const node of child.childNodes) walk(node, level + 1);
    if (isLine) lines.push("");
  };
  walk(node, depth);
  return joinLines(lines.filter((line) => line.trim() !== ""));
}

function spanOf(cell: Element, name: string): number {
  const found = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  return Number.isInteger(found) && found >= 1 && found <= MAX_SPAN ? found : 1;
}
