import { type Db, withActor } from "@/db/connect";
import { listCalendarDays } from "@/db/queries/calendar-days";
import { listCycleUnits } from "@/db/queries/cycle-units";
import { getCycleByYear, listCycleSummaries } from "@/db/queries/cycles";
import { listIndicators } from "@/db/queries/indicators";
import { listUnits } from "@/db/queries/organisations";
import { listOutline } from "@/db/queries/outline-headings";
import { getPublishedReport } from "@/db/queries/reports";
import type { Actor } from "@/lib/domain/access";
import { suggestedDates, yearToReport } from "@/lib/domain/administration";
import { isLeftOut, type NextYear, planNextYear, type YearBefore } from "@/lib/domain/next-year";
import { workingDayUpTo } from "@/lib/domain/working-days";
import { formatForYear } from "@/lib/formats";
import type { NoInput } from "@/lib/services/no-input";
import { listPreviousOfUnits } from "@/lib/services/previous-of-units";

/** The year that would be opened next, and until when its sections would be due, as ISO dates. */
export type NextYearToOpen = NextYear & { tablesDue: string; narrativeDue: string; isPublishedBefore: boolean };

/** Loads what the next year of the district begins with; null where no form is in force for it. */
export async function loadNextYear(db: Db, actor: Actor, _input: NoInput, now: Date): Promise<NextYearToOpen | null> {
  return withActor(db, actor, async (tx) => {
    const { districtId } = actor;
    const [summaries, units, days] = await Promise.all([
      listCycleSummaries(tx, { districtId }),
      listUnits(tx, { districtId }),
      listCalendarDays(tx, { districtId }),
    ]);
    const [newest] = summaries;
    const year = newest ? newest.year + 1 : yearToReport(now);
    const format = formatForYear(year);
    if (!format) return null;

    const before = await getYearBefore(tx, actor, year);
    const activeIds = new Set(units.filter((unit) => unit.isActive).map((unit) => unit.id));
    const goneIds = (before?.units ?? [])
      .filter((unit) => !activeIds.has(unit.organisationId) && !isLeftOut(unit))
      .map((unit) => unit.organisationId);
    const previousOfGone = await listPreviousOfUnits(tx, actor, { year, organisationIds: goneIds });
    const { tables, narrative } = suggestedDates(year, newest ?? null, now);
    return {
      ...planNextYear({ year, format, before, units, previousOfGone }),
      tablesDue: workingDayUpTo(tables, days),
      narrativeDue: workingDayUpTo(narrative, days),
      isPublishedBefore: before?.document != null,
    };
  });
}

/** A step of opening: the year before `year` with its reports; null where the district did not report here. */
export async function getYearBefore(tx: Db, { districtId, scope }: Actor, year: number): Promise<YearBefore | null> {
  const cycle = await getCycleByYear(tx, { districtId, year: year - 1 });
  if (!cycle) return null;
  const of = { districtId, cycleId: cycle.id };
  const [units, outline, indicators, published, earlier] = await Promise.all([
    listCycleUnits(tx, { scope, cycleId: cycle.id }),
    listOutline(tx, of),
    listIndicators(tx, { scope, cycleId: cycle.id }),
    getPublishedReport(tx, { districtId, year: year - 1 }),
    getPublishedReport(tx, { districtId, year: year - 2 }),
  ]);
  return {
    cycle,
    units,
    outline,
    indicators,
    document: published?.document ?? null,
    earlier: earlier?.document ?? null,
  };
}
