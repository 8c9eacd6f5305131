import type { Format } from "@/lib/domain/format";
import { annualReport2019 } from "@/lib/formats/annual-report-2019";
import { annualReport2021 } from "@/lib/formats/annual-report-2021";

/** Every statutory form, oldest first. A new form is a new file and a line here. */
export const FORMATS: readonly Format[] = [annualReport2019, annualReport2021];

/** The form that the law sets for a report year; null before the first one. */
export function formatForYear(year: number): Format | null {
  return FORMATS.find(({ years }) => year >= years.first && (years.last === null || year <= years.last)) ?? null;
}

export function getFormat(id: string): Format | null {
  return FORMATS.find((format) => format.id === id) ?? null;
}
