import type { OpenFigure } from "@/lib/domain/open-data";
import type { ReportEntry } from "@/lib/domain/report";

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

/** A row of an open data file. The names of its fields are published and stay as they are; a blank cell has the value null. */
export type OpenDataRow = Readonly<Record<string, string | number | null>>;

const IDENTITY = ["report", "url", "body", "year", "version"] as const;
const REPORT_COLUMNS = [...IDENTITY, "title", "state", "published_at", "verification_code", "sha256", "json"] as const;
const FIGURE_COLUMNS = [...IDENTITY, "format", "cell", "label", "value"] as const;

/** A version of a report in the list of reports; addresses are absolute, the moment is ISO 8601. */
export function openReportRow(
  entry: ReportEntry,
  { page, json }: { page: string; json: string },
): Record<(typeof REPORT_COLUMNS)[number], string | number | null> {
  return {
    ...identityOf(entry, page),
    title: entry.title,
    state: entry.state,
    published_at: entry.publishedAt?.toISOString() ?? null,
    verification_code: entry.verificationCode,
    sha256: entry.documentHash,
    json,
  };
}

/** The figures of a published report, one a row, as the file of their year has them; `page` is its absolute address. */
export function openFigureRows(
  entry: ReportEntry,
  { formatId, figures, page }: { formatId: string; figures: readonly OpenFigure[]; page: string },
): Record<(typeof FIGURE_COLUMNS)[number], string | number | null>[] {
  const identity = identityOf(entry, page);
  return figures.map(({ cellKey, label, value }) => ({ ...identity, format: formatId, cell: cellKey, label, value }));
}

/** The rows of a file as a table with its heads, which an empty file has too. */
export function openDataTable({ year }: Pick<OpenDataFile, "year">, rows: readonly OpenDataRow[]): string[][] {
  const columns: readonly string[] = year === null ? REPORT_COLUMNS : FIGURE_COLUMNS;
  return [[...columns], ...rows.map((row) => columns.map((column) => String(row[column] ?? "")))];
}

function identityOf({ id, districtName, year, version }: ReportEntry, url: string) {
  return { report: id, url, body: districtName, year, version };
}
