import { readFigure } from "@/lib/domain/figure";

/** How a figure stands in a statutory cell: its digits, no thousands separator, and a real minus sign. */
export function formatFigure(found: string | null): string {
  const figure = readFigure(found);
  if (figure.kind === "number") return figure.value.replace("-", "−");
  if (figure.kind === "text") return figure.text;
  return figure.kind === "not_applicable" ? "—" : "";
}

/** A difference with its sign: "+5", "−1", "0". */
export function formatDifference(value: string): string {
  if (value === "0") return "0";
  return value.startsWith("-") ? `−${value.slice(1)}` : `+${value}`;
}
