import { InputRule, Node } from "@tiptap/core";
import { FIGURE_NODE } from "@/components/compose/compose-text";
import { figureClass } from "@/components/compose/figure-chip";
import type { FigureLookup } from "@/lib/domain/narrative";

const TYPED_KEY = /\{\{([a-z0-9_]+(?:\.[a-z0-9_]+){1,2})\}\}$/;

/**
 * A live figure in a text: drawn as its value, kept as its key, one sign to the keyboard. A key that somebody types in
 * braces becomes one; copied to another program it is the number.
 */
export const FigureNode = Node.create<{ lookup: FigureLookup }>({
  name: FIGURE_NODE,
  group: "inline",
  inline: true,
  atom: true,

  addOptions: () => ({ lookup: () => null }),

  addAttributes: () => ({
    cellKey: { default: "", parseHTML: (element) => element.getAttribute("data-key") ?? "" },
    value: { default: "", parseHTML: (element) => element.getAttribute("value") ?? "" },
  }),

  parseHTML: () => [{ tag: "data[data-key]" }],

  renderHTML({ node }) {
    const [cellKey, value] = [String(node.attrs.cellKey), String(node.attrs.value)];
    return ["data", { "data-key": cellKey, value, class: figureClass(cellKey) }, value];
  },

  renderText: ({ node }) => String(node.attrs.value),

  addInputRules() {
    return [
      new InputRule({
        find: TYPED_KEY,
        handler: ({ state, range, match }) => {
          const cellKey = match[1] ?? "";
          const value = this.options.lookup(cellKey);
          if (value !== null) state.tr.replaceWith(range.from, range.to, this.type.create({ cellKey, value }));
        },
      }),
    ];
  },
});
