import { type InterchangeReport, InterchangeReportSchema } from "@/lib/domain/interchange";
import { Unreadable } from "@/lib/intake/intake-problem";

/** The interchange form, ours or another program's. Numbers that another program wrote as numbers become their text. */
export function readJson(text: string): InterchangeReport {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Unreadable("broken");
  }
  if (value === null || typeof value !== "object") throw new Unreadable("wrong_schema");
  const figures = "figures" in value ? value.figures : null;
  const read = InterchangeReportSchema.safeParse(
    figures !== null && typeof figures === "object" ? { ...value, figures: asText(figures) } : value,
  );
  if (!read.success) throw new Unreadable("wrong_schema");
  return read.data;
}

function asText(figures: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [
      key,
      typeof value === "number" && isExact(value) ? String(value) : value,
    ]),
  );
}

/** A whole number beyond what a JavaScript number holds was changed in reading, and so may be no figure. */
function isExact(value: number): boolean {
  return Number.isFinite(value) && (Number.isSafeInteger(value) || !Number.isInteger(value));
}
