import { type Line, wordsOf } from "@/lib/intake/pdf-lines";
import type { PagePart } from "@/lib/intake/pdf-tables";

/** Page numbers, and what stands on the upper or lower edge of more than one page, are not text. */
export function withoutRunningHeads(parts: readonly PagePart[]): PagePart[] {
  const lines = parts.flatMap((part) => (part.kind === "line" ? [part.line] : []));
  const edge = lines.filter(isAtEdge).map((line) => ({ line, text: wordsOf(line).trim().replace(/\d+/g, "#") }));
  const pages = new Map<string, Set<number>>();
  for (const { line, text } of edge) pages.set(text, (pages.get(text) ?? new Set()).add(line.page));
  const running = new Set(
    edge.filter(
      ({ text }) => /^[-—–·\s]*第?\s*#\s*页?(?:\s*[/／]\s*#)?[-—–·\s]*$/.test(text) || (pages.get(text)?.size ?? 0) > 1,
    ),
  );
  const dropped = new Set([...running].map(({ line }) => line));
  return parts.filter((part) => part.kind === "table" || !dropped.has(part.line));
}

function isAtEdge(line: Line): boolean {
  return line.y < line.pageHeight * 0.1 || line.y > line.pageHeight * 0.95;
}
