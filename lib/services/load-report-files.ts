import { type Db, withActor } from "@/db/connect";
import { getKeptFile, listKeptFiles } from "@/db/queries/kept-files";
import type { Actor } from "@/lib/domain/access";
import type { KeptFile } from "@/lib/domain/kept-file";
import type { ReportNow } from "@/lib/domain/report-work";
import type { RenderFormat } from "@/lib/render/render-format";
import { getPrint, type Print } from "@/lib/services/print-choices";
import { getReportNow } from "@/lib/services/report-work";

type OfCycle = { cycleId: string };

/** Loads the report as its readers would see it now; null when there is no such year in the district. */
export async function loadPreview(db: Db, actor: Actor, { cycleId }: OfCycle, now: Date): Promise<ReportNow | null> {
  return withActor(db, actor, (tx) => getReportNow(tx, actor, cycleId, now));
}

/** Loads what a file of the report is written from, and how it is printed. */
export async function loadReportDownload(
  db: Db,
  actor: Actor,
  { cycleId, format }: OfCycle & { format: RenderFormat },
  now: Date,
): Promise<(ReportNow & { print: Print }) | null> {
  return withActor(db, actor, async (tx) => {
    const work = await getReportNow(tx, actor, cycleId, now);
    return work ? { ...work, print: await getPrint(tx, work.report, format) } : null;
  });
}

/** Loads the report with the files of it that were asked for, newest first, and how the next one is printed. */
export async function loadReportFiles(
  db: Db,
  actor: Actor,
  { cycleId }: OfCycle,
  now: Date,
): Promise<(ReportNow & { files: KeptFile[]; print: Print }) | null> {
  return withActor(db, actor, async (tx) => {
    const work = await getReportNow(tx, actor, cycleId, now);
    if (!work) return null;
    const [files, print] = await Promise.all([
      listKeptFiles(tx, { districtId: actor.districtId, reportId: work.report.id }),
      getPrint(tx, work.report, "pdf"),
    ]);
    return { ...work, files, print };
  });
}

/** Loads one file of the year's report that is there; null for one that is not, or is another report's. */
export async function loadReportFile(
  db: Db,
  actor: Actor,
  { cycleId, fileId }: OfCycle & { fileId: string },
  now: Date,
): Promise<(ReportNow & { kept: NonNullable<Awaited<ReturnType<typeof getKeptFile>>> }) | null> {
  return withActor(db, actor, async (tx) => {
    const [work, kept] = await Promise.all([
      getReportNow(tx, actor, cycleId, now),
      getKeptFile(tx, { districtId: actor.districtId, id: fileId }),
    ]);
    return work && kept && kept.reportId === work.report.id ? { ...work, kept } : null;
  });
}
