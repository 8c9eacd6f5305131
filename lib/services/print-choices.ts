import type { Db } from "@/db/connect";
import { getCurrentLetterhead, getLetterheadFile } from "@/db/queries/letterheads";
import { type PrintChoices, USUAL_CHOICES } from "@/lib/domain/kept-file";
import type { ReportEntry } from "@/lib/domain/report";
import type { RenderFormat } from "@/lib/render/render-format";

/** How a report is printed, and the template of its Word document. */
export type Print = {
  choices: PrintChoices;
  letterhead: { id: string; hash: string; file: Uint8Array } | null;
};

type PrintedReport = Pick<ReportEntry, "districtId" | "state" | "letterheadId" | "hasCharts" | "hasUnitAnnexes">;

/** The file types that hold a Word document. */
const WITH_LETTERHEAD: readonly RenderFormat[] = ["docx", "zip"];

/** As fixed with the report; a draft has the present choices. */
export function choicesOf(report: Pick<ReportEntry, "state" | "hasCharts" | "hasUnitAnnexes">): PrintChoices {
  if (report.state === "draft") return USUAL_CHOICES;
  return { charts: report.hasCharts, unitAnnexes: report.hasUnitAnnexes, archive: false };
}

/**
 * A draft is printed as the next report would be; one that is final or published as it was fixed then, whatever the
 * office has changed since, so that the same report gives the same file for ever.
 */
export async function getPrint(tx: Db, report: PrintedReport, format: RenderFormat): Promise<Print> {
  const { districtId } = report;
  const isDraft = report.state === "draft";
  const choices = choicesOf(report);
  if (!WITH_LETTERHEAD.includes(format)) return { choices, letterhead: null };
  const id = isDraft ? (await getCurrentLetterhead(tx, { districtId }))?.id : report.letterheadId;
  const stored = id ? await getLetterheadFile(tx, { districtId, id }) : null;
  return { choices, letterhead: id && stored ? { id, hash: stored.hash, file: stored.file } : null };
}
