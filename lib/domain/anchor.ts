import type { Finding } from "@/lib/domain/check/finding";
import type { VersionContent } from "@/lib/domain/version";

/** What a comment is anchored to: a cell key, or a heading's text. */
export function paragraphAnchor(headingKey: string): string {
  return `paragraph:${headingKey}`;
}

/** The heading's key of a comment on a paragraph (`paragraph:` and the key); null for a comment on a cell. */
export function headingOfAnchor(anchor: string): string | null {
  return anchor.startsWith("paragraph:") ? anchor.slice("paragraph:".length) : null;
}

/** The paragraph or cell that a finding is about first; null where it is about the whole. */
export function anchorOfFinding(finding: Pick<Finding, "text" | "cells">): string | null {
  return finding.text ? paragraphAnchor(finding.text.headingKey) : (finding.cells[0] ?? null);
}

/** What stands at an anchor in a version, as text; null when the version has no such place. Totals may be named too. */
export function readAnchor(content: VersionContent, anchor: string): string | null {
  const heading = headingOfAnchor(anchor);
  if (heading !== null) {
    const text = content.paragraphs[heading];
    return text ?? null;
  }
  if (anchor in content.figures) return content.figures[anchor] ?? "";
  return anchor.startsWith(`${content.sectionId}.`) ? "" : null;
}
