import { cva } from "class-variance-authority";

/** A number in the text that is bound to a cell: told from a typed one, and selected as a whole. */
export const figureChip = cva("rounded-xs px-1 py-px indent-0 font-sans text-[0.94em] whitespace-nowrap select-all", {
  variants: {
    kind: {
      table: "bg-accent-soft font-bold text-accent-strong shadow-[inset_0_-1px_0_var(--color-accent-line)]",
      indicator: "font-normal text-inherit shadow-[inset_0_-1px_0_var(--color-field)]",
      wrong: "bg-danger-soft font-bold text-danger inset-shadow-underline inset-shadow-danger",
    },
  },
});

/** An indicator is drawn less prominently than a cell of a table. */
export function figureClass(cellKey: string): string {
  return figureChip({ kind: cellKey.startsWith("indicators.") ? "indicator" : "table" });
}
