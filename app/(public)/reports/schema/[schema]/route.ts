import { SCHEMA_FILES } from "@/lib/render/render-format";
import { reportJsonSchema } from "@/lib/render/report-json-schema";
import { REPORT_XSD } from "@/lib/render/report-xsd";
import { notFoundResponse } from "@/lib/web/file-response";

/** How the data files of a report are built, for whoever reads them with a program. */
export async function GET(_request: Request, { params }: RouteContext<"/reports/schema/[schema]">) {
  const { schema } = await params;
  if (schema !== SCHEMA_FILES.json && schema !== SCHEMA_FILES.xml) return notFoundResponse();
  const isJson = schema === SCHEMA_FILES.json;
  return new Response(isJson ? reportJsonSchema() : REPORT_XSD, {
    headers: {
      "Content-Type": isJson ? "application/schema+json; charset=utf-8" : "application/xml; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
      "Access-Control-Allow-Origin": "*",
    },
  });
}
