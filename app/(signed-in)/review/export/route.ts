import { getTranslations } from "next-intl/server";
import type { OverviewCell } from "@/lib/domain/overview";
import { isLate } from "@/lib/domain/progress";
import { formatRecordMoment } from "@/lib/i18n/dates";
import { writeCsv } from "@/lib/render/csv";
import { loadOverviewExport } from "@/lib/services/load-overview";
import { requirePermission } from "@/lib/web/actor";
import { csvResponse } from "@/lib/web/csv-response";
import { chosenCycle } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { notFoundResponse } from "@/lib/web/file-response";

/** Every section of the year as a line, for a spreadsheet. */
export async function GET() {
  const actor = await requirePermission("history:read");
  const now = new Date();
  const overview = await loadOverviewExport(getDb(), actor, await chosenCycle(), now);
  if (!overview) return notFoundResponse();

  const t = await getTranslations("overview.export");
  const state = await getTranslations("common.state");
  const section = await getTranslations("common.section");
  const time = (moment: Date | null) => (moment ? formatRecordMoment(moment) : "");
  const head = [
    t("unit"),
    t("section"),
    t("state"),
    t("version"),
    t("due"),
    t("extended"),
    t("late"),
    t("submittedAt"),
    t("submittedBy"),
    t("approvedAt"),
    t("approvedBy"),
    t("receipt"),
  ];
  const lineOf = (cell: OverviewCell, isExempt: boolean): string[] => [
    cell.unitName,
    section(cell.sectionId),
    isExempt ? state("exempt") : state(cell.state),
    cell.latestVersion > 0 ? String(cell.latestVersion) : "",
    time(cell.dueAt),
    cell.isExtended ? t("yes") : "",
    !isExempt && isLate(cell, now) ? t("yes") : "",
    time(cell.submittedAt),
    cell.submittedByName ?? "",
    time(cell.approvedAt),
    cell.approvedByName ?? "",
    cell.receipt ?? "",
  ];
  const lines = overview.rows.flatMap((row) =>
    overview.cycle.format.sections.flatMap(({ id }) => {
      const cell = row.cells[id];
      return cell ? [lineOf(cell, row.unit.exemptReason !== null)] : [];
    }),
  );
  const name = t("fileName", { district: actor.districtName, year: String(overview.cycle.year) });
  return csvResponse({ name, bytes: writeCsv([head, ...lines]) });
}
