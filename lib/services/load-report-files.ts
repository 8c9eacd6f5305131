import { type Db, withActor } from "@/db/connect";
import { getCycle } from "@/db/queries/cycles";
import { getKeptFile, listKeptFiles } from "@/db/queries/kept-files";
import { getCycleReport } from "@/db/queries/reports";
import type { Actor } from "@/lib/domain/access";
import type { KeptFile } from "@/lib/domain/kept-file";
import type { ReportNow, ReportPreview } from "@/lib/domain/report-work";
import type { RenderFormat } from "@/lib/render/render-format";
import { hashOf } from "@/lib/services/hash";
import { getPrint, type Print } from "@/lib/services/print-choices";
import { getReportNow, getReportPreview } from "@/lib/services/report-work";

type OfCycle = { cycleId: string };

/** Loads the report as its readers would see it now; null when there is no such year in the district. */
export async function loadPreview(
  db: Db,
  actor: Actor,
  { cycleId }: OfCycle,
  now: Date,
): Promise<ReportPreview | null> {
  return withActor(db, actor, (tx) => getReportPreview(tx, actor, cycleId, now));
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

/** A file that was asked for; `isOutdated` when the report says something else by now. */
export type ListedFile = KeptFile & { isOutdated: boolean };

/** Loads the files of a year's report that were asked for, newest first, and how the next one is printed. */
export async function loadReportFiles(
  db: Db,
  actor: Actor,
  { cycleId }: OfCycle,
  now: Date,
): Promise<(Omit<ReportNow, "document"> & { files: ListedFile[]; print: Print }) | null> {
  const { districtId } = actor;
  return withActor(db, actor, async (tx) => {
    const [cycle, report] = await Promise.all([
      getCycle(tx, { id: cycleId, districtId }),
      getCycleReport(tx, { districtId, cycleId }),
    ]);
    if (!cycle || !report) return null;
    const [files, print] = await Promise.all([
      listKeptFiles(tx, { districtId, reportId: report.id }),
      getPrint(tx, report, "pdf"),
    ]);
    // A draft is composed to be compared, which takes every table of every unit: not where there is nothing to compare.
    const whole = files.length > 0 && report.documentHash === null ? await getReportNow(tx, actor, cycleId, now) : null;
    const documentHash = whole ? hashOf(whole.document) : report.documentHash;
    return {
      cycle,
      report,
      files: files.map((file) => ({ ...file, isOutdated: file.documentHash !== documentHash })),
      print,
    };
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
