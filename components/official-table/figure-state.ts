import { type Figure, readFigure } from "@/lib/domain/figure";

/** What a figure's cell holds, and what is said about it; `official-table.css` draws each. */
export type FigureState = {
  value: "zero" | "number" | "blank" | "text" | "not_applicable";
  mark?: "error" | "warning" | "info" | "conflict" | undefined;
  /** Added up from other cells. */
  isTotal?: boolean | undefined;
  /** Differs from the version before. */
  isChanged?: boolean | undefined;
  isCommented?: boolean | undefined;
  /** What the page shows more of at this moment. */
  isCurrent?: boolean | undefined;
};

/** Zero, number, blank, text or not applicable, from a stored value or from what was read of it. */
export function valueStateOf(found: string | null | Figure): FigureState["value"] {
  const figure = found === null || typeof found === "string" ? readFigure(found) : found;
  if (figure.kind === "number") return figure.value === "0" ? "zero" : "number";
  return figure.kind;
}

/** The state as the attributes of a table cell. */
export function figureAttributes({ value, mark, isTotal, isChanged, isCommented, isCurrent }: FigureState) {
  return {
    "data-value": value,
    "data-mark": mark,
    "data-total": isTotal ? "" : undefined,
    "data-changed": isChanged ? "" : undefined,
    "data-commented": isCommented ? "" : undefined,
    "data-current": isCurrent ? "" : undefined,
  } as const;
}
