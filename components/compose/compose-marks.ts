import { type Editor, Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

/** What is drawn over the text without being part of it. */
export type MarkKind = "error" | "warning" | "bindable";

export type PlacedMark = { kind: MarkKind; from: number; to: number };

const marks = new PluginKey<DecorationSet>("findingMarks");

/** Keeps the marks of findings at their words while one types around them. */
export const FindingMarks = Extension.create({
  name: "findingMarks",
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: marks,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, drawn) => {
          const placed: unknown = transaction.getMeta(marks);
          if (!isPlaced(placed)) return drawn.map(transaction.mapping, transaction.doc);
          return DecorationSet.create(
            transaction.doc,
            placed.map(({ kind, from, to }) => Decoration.inline(from, to, { class: `ed-${kind}` })),
          );
        },
      },
      props: { decorations: (state) => marks.getState(state) },
    }),
  ],
});

function isPlaced(meta: unknown): meta is readonly PlacedMark[] {
  return Array.isArray(meta);
}

/** Draws these marks in place of those drawn before. */
export function drawMarks(editor: Editor, placed: readonly PlacedMark[]): void {
  editor.view.dispatch(editor.state.tr.setMeta(marks, placed).setMeta("addToHistory", false));
}
