import type { PDFDocumentProxy } from "unpdf/pdfjs";
import { squeeze } from "@/lib/render/testing/expected-content";

type TagNode = { role?: string; type?: string; id?: string; children?: TagNode[] };
type Rows = string[][];

/** What a tagged PDF says to a screen reader: its tables as rows of texts, and everything else in reading order. */
export async function readTags(pdf: PDFDocumentProxy): Promise<{ tables: Rows[]; text: string }> {
  const tables: Rows[] = [];
  let text = "";
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const texts = await textsById(page);
    const tree: TagNode | null = await page.getStructTree();
    if (!tree) continue;
    for (const [index, table] of nodesOf(tree, "Table").entries()) {
      const rows = nodesOf(table, "TR").map((row) =>
        nodesOf(row, "TH", "TD").map((cell) => squeeze(textOf(cell, texts, []))),
      );
      const before = tables.at(-1);
      if (index === 0 && before && isContinued(before, rows)) tables[tables.length - 1] = joined(before, rows);
      else tables.push(rows);
    }
    text += textOf(tree, texts, ["Table"]);
  }
  return { tables, text: squeeze(text) };
}

async function textsById(page: Awaited<ReturnType<PDFDocumentProxy["getPage"]>>): Promise<Map<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const item of items) {
    if ("str" in item) {
      const id = open.findLast((openId) => openId !== null);
      if (id) texts.set(id, (texts.get(id) ?? "") + item.str);
    } else if (item.type === "endMarkedContent") open.pop();
    else open.push(item.id ?? null);
  }
  return texts;
}

/** A table on two pages is told on both, each time with the texts of that page alone. */
function isContinued(before: Rows, rows: Rows): boolean {
  const isSameShape = before.length === rows.length && before.every((row, index) => row.length === rows[index]?.length);
  return isSameShape && before.every((row, at) => row.every((cell, index) => cell === "" || rows[at]?.[index] === ""));
}

function joined(before: Rows, rows: Rows): Rows {
  return before.map((row, at) => row.map((cell, index) => cell + (rows[at]?.[index] ?? "")));
}

function nodesOf(node: TagNode, ...roles: string[]): TagNode[] {
  if (node.role !== undefined && roles.includes(node.role)) return [node];
  return (node.children ?? []).flatMap((child) => nodesOf(child, ...roles));
}

function textOf(node: TagNode, texts: ReadonlyMap<string, string>, except: readonly string[]): string {
  if (node.type === "content") return texts.get(node.id ?? "") ?? "";
  if (node.role !== undefined && except.includes(node.role)) return "";
  return (node.children ?? []).map((child) => textOf(child, texts, except)).join("");
}
