import { type Editor, Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { cva } from "class-variance-authority";

/** What is drawn over the text without being part of it. */
export type MarkKind = "error" | "warning" | "bindable";

/** How each is drawn: what is wrong, what is doubtful, and what could be a live figure. */
export const textMark = cva("underline", {
  variants: {
    kind: {
      error: "bg-danger-soft text-danger decoration-2",
      warning: "decoration-warn decoration-wavy decoration-1",
      bindable: "text-ink decoration-accent decoration-dotted decoration-2 underline-offset-3",
    } satisfies Record<MarkKind, string>,
  },
});

/** Before a line with which the words of another unit begin, its name is drawn; it is not printed. */
export const UNIT_NAME =
  "before:block before:border-t before:border-dashed before:border-paper-line before:indent-0 before:font-sans before:text-xs before:leading-5 before:text-paper-ink-2 before:content-[attr(data-unit)]";

export type PlacedMark = { kind: MarkKind; from: number; to: number };

/** The paragraph with which the words of somebody begin. */
export type PlacedUnit = { unit: string; from: number; to: number };

type Drawn = { marks: readonly PlacedMark[]; units: readonly PlacedUnit[] };

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
          if (!isDrawn(placed)) return drawn.map(transaction.mapping, transaction.doc);
          return DecorationSet.create(transaction.doc, [
            ...placed.marks.map(({ kind, from, to }) => Decoration.inline(from, to, { class: textMark({ kind }) })),
            ...placed.units.map(({ unit, from, to }) =>
              Decoration.node(from, to, { "data-unit": unit, class: UNIT_NAME }),
            ),
          ]);
        },
      },
      props: { decorations: (state) => marks.getState(state) },
    }),
  ],
});

function isDrawn(meta: unknown): meta is Drawn {
  return typeof meta === "object" && meta !== null && "marks" in meta;
}

/** Draws these marks in place of those drawn before. */
export function drawMarks(editor: Editor, placed: Drawn): void {
  editor.view.dispatch(editor.state.tr.setMeta(marks, placed).setMeta("addToHistory", false));
}
