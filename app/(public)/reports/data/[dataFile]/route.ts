import {
  type OpenDataRow,
  openDataTable,
  openFigureRows,
  openReportRow,
  readOpenDataFile,
} from "@/lib/domain/open-data-file";
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
  return dataResponse(request, { contentType: CSV_TYPE, body: writeCsv(openDataTable(file, rows)) });
}

async function listReportRows(): Promise<OpenDataRow[]> {
  const entries = await loadOpenReports(getDb(), {}, new Date());
  return entries.map((entry) =>
    openReportRow(entry, {
      page: absoluteUrl(routes.publicReport(entry.id)),
      json: absoluteUrl(routes.publicDownload(entry.id, "json")),
    }),
  );
}

async function listFigureRows(year: number): Promise<OpenDataRow[]> {
  const reports = await loadOpenYear(getDb(), { year }, new Date());
  return reports.flatMap(({ entry, formatId, figures }) =>
    openFigureRows(entry, { formatId, figures, page: absoluteUrl(routes.publicReport(entry.id)) }),
  );
}
