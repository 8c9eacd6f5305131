import { paragraphAnchor } from "@/lib/domain/anchor";
import type { Finding } from "@/lib/domain/check/finding";
import type { StoredComment } from "@/lib/domain/comment";
import type { FigureChange } from "@/lib/domain/version-changes";

/** What is to be seen at one cell or paragraph. */
export type ReviewMark = {
  severity: "error" | "warning" | null;
  comments: number;
  change: FigureChange | null;
};

export type ReviewMarks = ReadonlyMap<string, ReviewMark>;

export const UNMARKED: ReviewMark = { severity: null, comments: 0, change: null };

/** Gathers by cell key or paragraph anchor what findings, comments and changes say of it. */
export function gatherMarks(params: {
  findings: readonly Finding[];
  comments: readonly StoredComment[];
  changes: readonly FigureChange[];
}): ReviewMarks {
  const marks = new Map<string, ReviewMark>();
  const mark = (anchor: string, change: Partial<ReviewMark>) =>
    marks.set(anchor, { ...(marks.get(anchor) ?? UNMARKED), ...change });

  for (const change of params.changes) mark(change.key, { change });
  for (const { severity, cells, text } of params.findings) {
    if (severity === "info") continue;
    for (const anchor of text ? [paragraphAnchor(text.headingKey)] : cells.slice(0, 1)) {
      mark(anchor, { severity: marks.get(anchor)?.severity === "error" ? "error" : severity });
    }
  }
  for (const { anchor } of params.comments) mark(anchor, { comments: (marks.get(anchor)?.comments ?? 0) + 1 });
  return marks;
}

/** The id of a cell or paragraph on the page, for links to it. */
export function anchorId(anchor: string): string {
  return `at-${anchor.replace(/[^a-z0-9_]/g, "-")}`;
}
