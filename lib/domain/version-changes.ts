import type { VersionContent } from "@/lib/domain/version";

export type FigureChange = { key: string; before: string | null; after: string | null };

/** What the newer version changed, cell by cell; a paragraph is named `paragraph:` and its heading. */
export function listChanges(before: VersionContent, after: VersionContent): FigureChange[] {
  const keys = [...new Set([...Object.keys(before.figures), ...Object.keys(after.figures)])];
  const headings = [...new Set([...Object.keys(before.paragraphs), ...Object.keys(after.paragraphs)])];
  return [
    ...keys.map((key) => ({ key, before: before.figures[key] ?? null, after: after.figures[key] ?? null })),
    ...headings.map((key) => ({
      key: `paragraph:${key}`,
      before: before.paragraphs[key] ?? null,
      after: after.paragraphs[key] ?? null,
    })),
  ].filter((change) => change.before !== change.after);
}

/**
 * Whether sending a section again would tell the office nothing new: it says what the version before said, and no reason
 * was written since.
 */
export function isUnchanged(
  last: { content: VersionContent; submittedAt: Date },
  content: VersionContent,
  explanations: readonly { createdAt: Date }[],
): boolean {
  return (
    listChanges(last.content, content).length === 0 &&
    !explanations.some((explanation) => explanation.createdAt > last.submittedAt)
  );
}
