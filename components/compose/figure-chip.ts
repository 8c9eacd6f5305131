import { cva } from "class-variance-authority";

/** A number in the text that is bound to a cell: told from a typed one, and selected as a whole. */
export const figureChip = cva("rounded-xs px-1 pt-px indent-0 font-sans text-[0.94em] whitespace-nowrap select-all", {
  variants: {
    kind: {
      table: "bg-accent-soft font-bold text-accent-strong border-b border-accent-line",
      indicator: "font-normal text-inherit border-b border-field",
      wrong: "bg-danger-soft font-bold text-danger border-b-2 border-danger",
    },
  },
});

/** An indicator is drawn less prominently than a cell of a table. */
export function figureClass(cellKey: string): string {
  return figureChip({ kind: cellKey.startsWith("indicators.") ? "indicator" : "table" });
}
