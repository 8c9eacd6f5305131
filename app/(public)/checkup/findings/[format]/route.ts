import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { InterchangeReportSchema } from "@/lib/domain/interchange";
import { Refusal } from "@/lib/domain/refusal";
import { readLocale } from "@/lib/i18n/locale";
import { renderFindingsXlsx } from "@/lib/render/findings";
import { checkReport, countFile } from "@/lib/services/check-up";
import { getDb } from "@/lib/web/database";
import { readSource } from "@/lib/web/source";
import { wordFindings } from "../../worded-findings";

const MAX_CHARACTERS = 4_000_000;
const PayloadSchema = z.object({ report: InterchangeReportSchema, previous: InterchangeReportSchema.nullable() });
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The findings as a file. The page sends the reports that it was made from, since nothing of them was kept. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/checkup/findings/[format]">,
): Promise<Response> {
  const { format } = await params;
  if (format !== "xlsx" && format !== "json") return new Response(null, { status: 404 });
  const payload = await readPayload(request);
  if (!payload) return new Response(null, { status: 400 });
  const from = await readSource();
  let checked: Awaited<ReturnType<typeof checkReport>>;
  try {
    await countFile(getDb(), { from }, new Date());
    checked = await checkReport({ from, isSignedIn: false }, payload.report, payload.previous);
  } catch (error) {
    if (error instanceof Refusal) return comeAgain(error);
    throw error;
  }
  if (!checked.ok) return new Response(null, { status: 400 });
  const t = await getTranslations("intake.checkup");
  const worded = await wordFindings(checked, readLocale(await getLocale()));
  if (format === "json") {
    const findings = worded.map(({ ruleName: _name, severity: _word, ...finding }, index) => ({
      ...finding,
      severity: checked.findings[index]?.severity,
    }));
    const body = JSON.stringify({ title: checked.report.title, findings }, null, 2);
    return fileOf(new TextEncoder().encode(body), "application/json", `${t("file_name")}.json`);
  }
  const heads = {
    sheet: t("file_name"),
    severity: t("heads.severity"),
    rule: t("heads.rule"),
    place: t("heads.place"),
    message: t("heads.message"),
    expected: t("heads.expected"),
    actual: t("heads.actual"),
    cells: t("heads.cells"),
  };
  return fileOf(await renderFindingsXlsx(worded, heads), XLSX, `${t("file_name")}.xlsx`);
}

/** Too many files from there, or too many altogether at this moment. */
function comeAgain({ code, details }: Refusal): Response {
  const seconds = code === "reader_busy" ? Number(details.seconds) : Number(details.minutes) * 60;
  return new Response(null, {
    status: code === "reader_busy" ? 503 : 429,
    headers: { "Retry-After": String(seconds) },
  });
}

async function readPayload(request: Request): Promise<z.output<typeof PayloadSchema> | null> {
  const form = await request.formData().catch(() => null);
  const text = form?.get("payload");
  if (typeof text !== "string" || text.length > MAX_CHARACTERS) return null;
  try {
    return PayloadSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // Not JSON: somebody else's form.
    return null;
  }
}

function fileOf(bytes: Uint8Array, contentType: string, name: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": contentType,
      "Content-Disposition": `attachment; filename="findings"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "no-store",
    },
  });
}
