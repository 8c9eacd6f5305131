/** What an address of open data asks for: the list of reports, or the figures of a year; as CSV or JSON. */
export type OpenDataFile = { type: "csv" | "json"; year: number | null };

/** Reads the last part of an address of open data, such as "reports.json" or "figures-2021.csv"; null for any other. */
export function readOpenDataFile(name: string): OpenDataFile | null {
  const match = /^(?:reports|figures-(\d{4}))\.(csv|json)$/.exec(name);
  if (!match) return null;
  return { type: match[2] === "csv" ? "csv" : "json", year: match[1] === undefined ? null : Number(match[1]) };
}

/** The name of an open data file; `readOpenDataFile` reads it. */
export function nameOfOpenDataFile({ type, year }: OpenDataFile): string {
  return `${year === null ? "reports" : `figures-${year}`}.${type}`;
}
