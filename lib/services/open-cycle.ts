import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Db } from "@/db/connect";
import { insertCycleUnits } from "@/db/queries/cycle-units";
import { insertCycle } from "@/db/queries/cycles";
import { updateIndicators } from "@/db/queries/indicators";
import { updateOutline } from "@/db/queries/outline-headings";
import { getPublishedReport, insertReport } from "@/db/queries/reports";
import { type Actor, may } from "@/lib/domain/access";
import { reportTitle } from "@/lib/domain/compose-report";
import { type Cycle, isHardEndEarly, statutoryDueDate } from "@/lib/domain/cycle";
import type { Format } from "@/lib/domain/format";
import type { OpenCycleInput } from "@/lib/domain/inputs/cycle";
import { startOfNextYear, type YearBefore } from "@/lib/domain/next-year";
import type { Organisation } from "@/lib/domain/organisation";
import { standardOutline } from "@/lib/domain/outline";
import { Refusal } from "@/lib/domain/refusal";
import { formatForYear } from "@/lib/formats";
import { carryOut } from "@/lib/services/carry-out";
import { getReporters, listReporters, type Reporter } from "@/lib/services/cycle-reporters";
import { hashOf } from "@/lib/services/hash";
import { getYearBefore } from "@/lib/services/load-next-year";
import { addSections, type CycleStart, fillCarriedFigures } from "./add-cycle-sections";

/**
 * Opens a year: freezes the statutory form, lists every active unit, makes their sections and the draft report. Outline,
 * indicators and preface come from the year before as the office decided; each unit's 上年结转 is filled in from what it,
 * and those whose work it goes on with, carried out in the approved version or their own published report. The year is
 * tied to the report published for the year before.
 *
 * @throws Refusal not_permitted, due_date_past, hard_end_early, not_found where no form is in force for the year or a
 * choice names a unit that the year does not know, section_without_heading, taken_over_unknown with `unit`, no_units, year_taken
 */
export async function openCycle(
  db: Db,
  actor: Actor,
  input: OpenCycleInput & { start?: CycleStart },
  now: Date,
): Promise<{ cycleId: string }> {
  return carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "cycle:manage")) throw new Refusal("not_permitted");
      if (input.tablesDueAt <= now || input.narrativeDueAt <= now) throw new Refusal("due_date_past");
      if (isHardEndEarly({ ...input, hardEndAt: input.hardEndAt ?? null })) throw new Refusal("hard_end_early");
      const format = formatForYear(input.year);
      if (!format) throw new Refusal("not_found");
      const { units, office, districtName } = await getReporters(tx, actor);
      const published = await getPublishedReport(tx, { districtId: actor.districtId, year: input.year - 1 });
      const before = input.start ? null : await getYearBefore(tx, actor, input.year);
      const activeIds = new Set(units.map((unit) => unit.id));
      const start = input.start ?? startFrom(before, { input, format, office, activeIds });

      const cycle = await addCycle(tx, actor, { input, format, start, previousReportId: published?.id ?? null, now });
      const reporters = await listReporters(tx, actor, { units, before, input });
      await addReporting(tx, { cycle, reporters, start });
      const sections = await addSections(tx, { cycle, units, start, now });
      const carried = await fillCarriedFigures(tx, actor, { cycle, sections, now });
      await addDraftReport(tx, { cycle, districtName });
      await record(
        { cycleId: cycle.id },
        {
          type: "cycle_opened",
          data: {
            year: cycle.year,
            formatId: format.id,
            formatHash: cycle.formatHash,
            units: units.length,
            carriedFrom: published?.year ?? null,
            ...(cycle.hardEndAt ? { hardEndAt: cycle.hardEndAt.toISOString() } : {}),
          },
        },
      );
      for (const { id: organisationId, exemptReason, takenOver } of reporters) {
        const subject = { cycleId: cycle.id, organisationId };
        for (const { name } of takenOver) {
          await record(subject, { type: "unit_taken_over", data: { year: cycle.year, from: name } });
        }
        if (exemptReason === null) continue;
        await record(subject, { type: "unit_exempted", data: { year: cycle.year, reason: exemptReason } });
      }
      for (const { id: submissionId, organisationId, cells } of carried) {
        const changes = cells.map(({ cellKey, found }) => ({ cellKey, from: null, to: found }));
        const subject = { cycleId: cycle.id, organisationId, submissionId };
        await record(subject, { type: "figures_carried", data: { sectionId: "requests", changes } });
      }
      return { cycleId: cycle.id };
    },
    (kept) => z.object({ cycleId: z.string() }).parse(kept),
  );
}

/** The year before as the new one takes it over; the form's own outline where there is none. */
function startFrom(
  before: YearBefore | null,
  of: { input: OpenCycleInput; format: Format; office: Organisation; activeIds: ReadonlySet<string> },
): CycleStart {
  const statutoryDueAt = statutoryDueDate(of.input.year);
  if (!before) {
    return { outline: standardOutline(of.format, of.office.id), indicators: [], preface: "", statutoryDueAt };
  }
  const { outline, indicators, cycle } = before;
  return {
    ...startOfNextYear({ outline, indicators, preface: cycle.preface }, of.activeIds, of.input),
    statutoryDueAt,
  };
}

async function addCycle(
  tx: Db,
  { districtId }: Actor,
  of: { input: OpenCycleInput; format: Format; start: CycleStart; previousReportId: string | null; now: Date },
): Promise<Cycle> {
  const { year, tablesDueAt, narrativeDueAt } = of.input;
  const { preface, statutoryDueAt } = of.start;
  const cycle: Cycle = {
    id: randomUUID(),
    districtId,
    year,
    format: of.format,
    formatHash: hashOf(of.format),
    state: "open",
    tablesDueAt,
    narrativeDueAt,
    statutoryDueAt,
    hardEndAt: of.input.hardEndAt ?? null,
    previousReportId: of.previousReportId,
    preface,
    openedAt: of.now,
    closedAt: null,
  };
  if (!(await insertCycle(tx, cycle))) throw new Refusal("year_taken", { year });
  return cycle;
}

/** Who reports in the year, under which headings, and which indicators. */
async function addReporting(
  tx: Db,
  { cycle, reporters, start }: { cycle: Cycle; reporters: readonly Reporter[]; start: CycleStart },
): Promise<void> {
  const of = { districtId: cycle.districtId, cycleId: cycle.id };
  await insertCycleUnits(
    tx,
    reporters.map(({ id: organisationId, ...reporter }, index) => ({
      ...of,
      organisationId,
      position: index + 1,
      ...reporter,
    })),
  );
  await updateOutline(tx, { ...of, headings: start.outline });
  await updateIndicators(tx, { ...of, list: start.indicators });
}

async function addDraftReport(tx: Db, { cycle, districtName }: { cycle: Cycle; districtName: string }): Promise<void> {
  await insertReport(tx, {
    districtId: cycle.districtId,
    id: randomUUID(),
    cycleId: cycle.id,
    year: cycle.year,
    version: 1,
    state: "draft",
    origin: "composed",
    title: reportTitle(districtName, cycle.year),
    districtName,
  });
}
