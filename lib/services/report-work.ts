import type { Db } from "@/db/connect";
import { listAdjustments } from "@/db/queries/adjustments";
import { sumApprovedFigures } from "@/db/queries/approved-versions";
import { listCycleUnits } from "@/db/queries/cycle-units";
import { getCycle } from "@/db/queries/cycles";
import { getCycleReport, getReport } from "@/db/queries/reports";
import { listSectionStandings } from "@/db/queries/submission-entries";
import type { Actor } from "@/lib/domain/access";
import type { Cycle } from "@/lib/domain/cycle";
import {
  composeDraft,
  type JudgedReport,
  judgeReport,
  type ReportBase,
  type ReportFigures,
  type ReportNow,
  type ReportPreview,
  type ReportTexts,
  type ReportWork,
  type ReportWriting,
  rollUpUnits,
} from "@/lib/domain/report-work";
import { type Contents, getContext, getPublisher, getTexts } from "@/lib/services/report-context";

/*
 * The steps by which services ask for a year's report. A draft is composed anew each time, from everything that counts;
 * the document of a final or published report was fixed, and who only wants that asks three queries.
 */

/** The report as its readers would see it now, or as it was fixed; null when there is no such year in the district. */
export async function getReportNow(tx: Db, actor: Actor, cycleId: string, now: Date): Promise<ReportNow | null> {
  const base = await getBase(tx, actor, cycleId);
  return base && getNow(tx, actor, base, now, "all");
}

/** As `getReportNow`, to be read in a page: without the sources of its figures, which take every table of every unit. */
export async function getReportPreview(
  tx: Db,
  actor: Actor,
  cycleId: string,
  now: Date,
): Promise<ReportPreview | null> {
  const base = await getBase(tx, actor, cycleId);
  return base && getNow(tx, actor, base, now, "texts");
}

async function getNow(tx: Db, actor: Actor, base: ReportBase, now: Date, contents: Contents): Promise<ReportNow> {
  const { cycle, report, fixed } = base;
  if (fixed) return { cycle, report, document: fixed };
  const { document } = await composeWork(tx, actor, base, now, contents);
  return { cycle, report, document };
}

/**
 * The report with its figures and findings, however many units it has: their tables come in as sums, and only what is
 * written, and what was published by units themselves, is read whole.
 */
export async function getJudgedReport(tx: Db, actor: Actor, cycleId: string, now: Date): Promise<JudgedReport | null> {
  const base = await getBase(tx, actor, cycleId);
  if (!base) return null;
  if (base.fixed) return judgeFixed(tx, actor, base, base.fixed, "texts");
  return composeWork(tx, actor, base, now, "texts");
}

/** The report with everything that the office writes of it, however many units it has, as `getJudgedReport`. */
export async function getReportWriting(
  tx: Db,
  actor: Actor,
  cycleId: string,
  now: Date,
): Promise<ReportWriting | null> {
  return getWork(tx, actor, cycleId, now, "texts");
}

/** The whole report, with every table of every unit, as it is to be fixed. */
export async function getReportWork(tx: Db, actor: Actor, cycleId: string, now: Date): Promise<ReportWork | null> {
  return getWork(tx, actor, cycleId, now, "all");
}

async function getWork(
  tx: Db,
  actor: Actor,
  cycleId: string,
  now: Date,
  contents: Contents,
): Promise<ReportWork | null> {
  const base = await getBase(tx, actor, cycleId);
  if (!base) return null;
  if (!base.fixed) return composeWork(tx, actor, base, now, contents);
  const [judged, texts] = await Promise.all([
    judgeFixed(tx, actor, base, base.fixed, contents),
    getTexts(tx, actor, cycleId),
  ]);
  return { ...judged, ...texts };
}

/** The year's figures alone: what units sent added up, with the adjustments that were signed. */
export async function getReportFigures(tx: Db, actor: Actor, cycle: Cycle): Promise<ReportFigures> {
  const { districtId, scope } = actor;
  const of = { scope, cycleId: cycle.id };
  const [units, submissions, sums, adjustments] = await Promise.all([
    listCycleUnits(tx, of),
    listSectionStandings(tx, of),
    sumApprovedFigures(tx, of),
    listAdjustments(tx, { districtId, cycleId: cycle.id }),
  ]);
  return rollUpUnits({ cycle, units, submissions, sums, adjustments });
}

async function getBase(tx: Db, { districtId }: Actor, cycleId: string): Promise<ReportBase | null> {
  const [cycle, report] = await Promise.all([
    getCycle(tx, { id: cycleId, districtId }),
    getCycleReport(tx, { districtId, cycleId }),
  ]);
  if (!cycle || !report) return null;
  if (report.state === "draft") return { cycle, report, fixed: null };
  const stored = await getReport(tx, { districtId, id: report.id });
  return { cycle, report, fixed: stored?.document ?? null };
}

async function composeWork(tx: Db, actor: Actor, base: ReportBase, now: Date, contents: Contents): Promise<ReportWork> {
  const { cycle, report } = base;
  const [figures, context, texts, publisher] = await Promise.all([
    getReportFigures(tx, actor, cycle),
    getContext(tx, actor, base, contents),
    getTexts(tx, actor, cycle.id),
    getPublisher(tx, actor),
  ]);
  const { published: _published, ...kept } = context;
  const composed = composeDraft(base, { ...figures, ...context, ...texts, ...publisher }, now);
  return { cycle, report, ...figures, ...kept, ...texts, ...composed };
}

async function judgeFixed(
  tx: Db,
  actor: Actor,
  base: ReportBase,
  document: NonNullable<ReportBase["fixed"]>,
  contents: Contents,
): Promise<Omit<ReportWork, keyof ReportTexts>> {
  const { cycle, report } = base;
  const [figures, context] = await Promise.all([
    getReportFigures(tx, actor, cycle),
    getContext(tx, actor, base, contents),
  ]);
  const { published: _published, ...kept } = context;
  return { cycle, report, document, ...figures, ...kept, ...judgeReport(cycle, document, context) };
}
