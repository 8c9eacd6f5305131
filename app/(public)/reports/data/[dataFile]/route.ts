import { readOpenDataFile } from "@/lib/domain/open-data-file";
import type { ReportEntry } from "@/lib/domain/report";
import { writeCsv } from "@/lib/render/csv";
import { loadOpenReports, loadOpenYear } from "@/lib/services/load-open-data";
import { absoluteUrl } from "@/lib/web/absolute-url";
import { dataResponse } from "@/lib/web/data-response";
import { getDb } from "@/lib/web/database";
import { notFoundResponse } from "@/lib/web/file-response";
import { routes } from "@/lib/web/routes";

const JSON_TYPE = "application/json; charset=utf-8";
const CSV_TYPE = "text/csv; charset=utf-8";

// What is published changes while the app runs.
export const dynamic = "force-dynamic";

/** Open data over all reports: the list of them, or every figure of a year. */
export async function GET(request: Request, { params }: RouteContext<"/reports/data/[dataFile]">) {
  const file = readOpenDataFile((await params).dataFile);
  if (!file) return notFoundResponse();
  const rows = file.year === null ? await listReportRows() : await listFigureRows(file.year);
  if (file.type === "json") {
    return dataResponse(request, { contentType: JSON_TYPE, body: JSON.stringify(rows) });
  }
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => String(row[column] ?? "")));
  return dataResponse(request, { contentType: CSV_TYPE, body: writeCsv([columns, ...lines]) });
}

type Row = Readonly<Record<string, string | number | null>>;

async function listReportRows(): Promise<Row[]> {
  const entries = await loadOpenReports(getDb(), {}, new Date());
  return entries.map((entry) => ({
    ...identify(entry),
    title: entry.title,
    state: entry.state,
    published_at: entry.publishedAt?.toISOString() ?? null,
    verification_code: entry.verificationCode,
    sha256: entry.documentHash,
    json: absoluteUrl(routes.publicDownload(entry.id, "json")),
  }));
}

async function listFigureRows(year: number): Promise<Row[]> {
  const reports = await loadOpenYear(getDb(), { year }, new Date());
  return reports.flatMap(({ entry, formatId, figures }) =>
    figures.map(({ cellKey, label, value }) => ({
      ...identify(entry),
      format: formatId,
      cell: cellKey,
      label,
      value,
    })),
  );
}

function identify(entry: ReportEntry) {
  return {
    report: entry.id,
    url: absoluteUrl(routes.publicReport(entry.id)),
    body: entry.districtName,
    year: entry.year,
    version: entry.version,
  };
}
