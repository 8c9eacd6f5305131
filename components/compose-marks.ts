/** What is painted over the text without being part of it. */
export type MarkKind = "error" | "warning" | "bindable";

const KINDS: readonly MarkKind[] = ["error", "warning", "bindable"];
const held = new Map<string, Readonly<Record<MarkKind, readonly Range[]>>>();

/**
 * Paints ranges of one editor. The browser's highlights are the page's, so that those of all editors are put together;
 * a browser without them shows the findings in the panel alone.
 */
export function paintMarks(editor: string, marks: Readonly<Record<MarkKind, readonly Range[]>> | null): void {
  if (!("highlights" in CSS)) return;
  if (marks) held.set(editor, marks);
  else held.delete(editor);
  for (const kind of KINDS) {
    CSS.highlights.set(`text-${kind}`, new Highlight(...[...held.values()].flatMap((one) => one[kind])));
  }
}
