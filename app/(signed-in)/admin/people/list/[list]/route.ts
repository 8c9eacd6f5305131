import { getLocale, getTranslations } from "next-intl/server";
import { STAFF_SHEETS } from "@/lib/domain/staff-table/staff-columns";
import { staffLines } from "@/lib/domain/staff-table/staff-lines";
import { readLocale } from "@/lib/i18n/locale";
import { writeCsv } from "@/lib/render/csv";
import { renderStaffXlsx } from "@/lib/render/staff-xlsx";
import { loadStaffLists } from "@/lib/services/load-staff-lists";
import { requirePermission } from "@/lib/web/actor";
import { csvResponse, xlsxResponse } from "@/lib/web/csv-response";
import { getDb } from "@/lib/web/database";
import { notFoundResponse } from "@/lib/web/file-response";

/** The units and the people of the district, as lists that can be read in again. */
export async function GET(_request: Request, { params }: RouteContext<"/admin/people/list/[list]">) {
  const actor = await requirePermission("person:manage");
  const { list } = await params;
  if (list !== "staff.xlsx" && list !== "units.csv" && list !== "people.csv") return notFoundResponse();
  const language = readLocale(await getLocale());
  const lines = staffLines(await loadStaffLists(getDb(), actor, {}, new Date()), language);
  const t = await getTranslations("staff");
  const district = actor.districtName;
  if (list === "staff.xlsx") {
    return xlsxResponse({ name: t("fileName", { district }), bytes: await renderStaffXlsx(lines, language) });
  }
  const table = list === "units.csv" ? "units" : "people";
  const name = t("tableFileName", { district, table: STAFF_SHEETS[table][language] });
  return csvResponse({ name, bytes: writeCsv(lines[table]) });
}
