import { readComparisonQuery } from "@/app/(public)/reports/compare/comparison-query";
import { comparisonRows, comparisonTable } from "@/lib/domain/compare-reports";
import { writeCsv } from "@/lib/render/csv";
import { loadComparison } from "@/lib/services/load-comparison";
import { absoluteUrl } from "@/lib/web/absolute-url";
import { dataResponse } from "@/lib/web/data-response";
import { getDb } from "@/lib/web/database";
import { notFoundResponse } from "@/lib/web/file-response";
import { routes } from "@/lib/web/routes";

/** The comparison of the page before it, as a file: "figures.csv" with a body a row, "figures.json" with a figure a row. */
export async function GET(request: Request, { params }: RouteContext<"/reports/compare/[comparisonFile]">) {
  const { comparisonFile } = await params;
  const question = readComparisonQuery(new URL(request.url).searchParams);
  if (comparisonFile !== "figures.csv" && comparisonFile !== "figures.json") return notFoundResponse();
  const { comparison } = await loadComparison(getDb(), question, new Date());
  if (comparisonFile === "figures.csv") {
    return dataResponse(request, {
      contentType: "text/csv; charset=utf-8",
      body: writeCsv(comparisonTable(comparison)),
    });
  }
  const rows = comparisonRows(comparison, (reportId) => absoluteUrl(routes.publicReport(reportId)));
  return dataResponse(request, { contentType: "application/json; charset=utf-8", body: JSON.stringify(rows) });
}
