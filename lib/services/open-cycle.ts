import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Db } from "@/db/connect";
import { insertCycleUnits } from "@/db/queries/cycle-units";
import { getCycleByYear, insertCycle } from "@/db/queries/cycles";
import { upsertFigures } from "@/db/queries/figures";
import { listIndicators, updateIndicators } from "@/db/queries/indicators";
import { getDistrictName, listUnits } from "@/db/queries/organisations";
import { listOutline, updateOutline } from "@/db/queries/outline-headings";
import { getPublishedReport, insertReport } from "@/db/queries/reports";
import { insertSubmissions } from "@/db/queries/submissions";
import { type Actor, may } from "@/lib/domain/access";
import { carriedFrom } from "@/lib/domain/carry-forward";
import { reportTitle } from "@/lib/domain/compose-report";
import {
  type Cycle,
  dueDateOf,
  type Indicator,
  type OutlineHeading,
  sectionsOfUnit,
  statutoryDueDate,
} from "@/lib/domain/cycle";
import type { OpenCycleInput } from "@/lib/domain/inputs/cycle";
import { standardOutline } from "@/lib/domain/outline";
import { Refusal } from "@/lib/domain/refusal";
import { formatForYear } from "@/lib/formats";
import { carryOut } from "@/lib/services/carry-out";
import { hashOf } from "@/lib/services/hash";
import { loadPreviousOfUnit } from "@/lib/services/load-submission";

/** What a first year starts from where there is no year before; the demonstration brings its own. */
export type CycleStart = {
  outline: readonly OutlineHeading[];
  indicators: readonly Indicator[];
  preface: string;
  statutoryDueAt: Date;
};

/**
 * Opens a year: freezes the statutory form, lists every active unit, makes their sections and the draft report. Outline,
 * indicators and preface come from the year before; each unit's 上年结转 is filled in from what it carried out in its
 * approved version or its own published report, and the year is tied to the report published for the year before.
 */
export async function openCycle(
  db: Db,
  actor: Actor,
  input: OpenCycleInput,
  now: Date,
  start?: CycleStart,
): Promise<{ cycleId: string }> {
  return carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "cycle:manage")) throw new Refusal("not_permitted");
      if (input.tablesDueAt <= now || input.narrativeDueAt <= now) throw new Refusal("due_date_past");
      const { districtId, scope } = actor;
      const format = formatForYear(input.year);
      if (!format) throw new Refusal("not_found");
      const units = (await listUnits(tx, { districtId })).filter((unit) => unit.isActive);
      const office = units.find((unit) => unit.kind === "office");
      const districtName = await getDistrictName(tx, { districtId });
      if (!office || !districtName) throw new Refusal("no_units");

      const before = await getCycleByYear(tx, { districtId, year: input.year - 1 });
      const published = await getPublishedReport(tx, { districtId, year: input.year - 1 });
      const active = new Set(units.map((unit) => unit.id));
      const carried = before
        ? {
            outline: (await listOutline(tx, { districtId, cycleId: before.id })).map((heading) => ({
              ...heading,
              owners: heading.owners.filter((owner) => active.has(owner)),
            })),
            indicators: (await listIndicators(tx, { scope, cycleId: before.id })).filter((one) =>
              active.has(one.organisationId),
            ),
            preface: before.preface,
          }
        : { outline: standardOutline(format, office.id), indicators: [], preface: "" };
      const { outline, indicators, preface } = start ?? carried;

      const cycle: Cycle = {
        id: randomUUID(),
        districtId,
        year: input.year,
        format,
        formatHash: hashOf(format),
        state: "open",
        tablesDueAt: input.tablesDueAt,
        narrativeDueAt: input.narrativeDueAt,
        statutoryDueAt: start?.statutoryDueAt ?? statutoryDueDate(input.year),
        previousReportId: published?.id ?? null,
        preface,
        openedAt: now,
        closedAt: null,
      };
      if (!(await insertCycle(tx, cycle))) throw new Refusal("year_taken", { year: input.year });
      const of = { districtId, cycleId: cycle.id };
      await insertCycleUnits(
        tx,
        units.map((unit, index) => ({ ...of, organisationId: unit.id, position: index + 1 })),
      );
      await updateOutline(tx, { ...of, headings: outline });
      await updateIndicators(tx, { ...of, list: indicators });

      const rows = units.flatMap((unit) =>
        sectionsOfUnit(format, unit.id, outline, indicators).map((sectionId) => ({
          ...of,
          id: randomUUID(),
          organisationId: unit.id,
          sectionId,
          dueAt: dueDateOf(cycle, sectionId),
          updatedAt: now,
        })),
      );
      await insertSubmissions(tx, rows);
      for (const row of rows.filter((one) => one.sectionId === "requests")) {
        const of = {
          format,
          year: input.year,
          previous: await loadPreviousOfUnit(tx, actor, { year: cycle.year, organisationId: row.organisationId }),
        };
        const carried = carriedFrom(of);
        if (carried.size === 0) continue;
        await upsertFigures(tx, {
          districtId,
          submissionId: row.id,
          organisationId: row.organisationId,
          by: actor,
          at: now,
          cells: [...carried].map(([cellKey, found]) => ({ cellKey, found })),
        });
      }
      await insertReport(tx, {
        districtId,
        id: randomUUID(),
        cycleId: cycle.id,
        year: input.year,
        version: 1,
        state: "draft",
        origin: "composed",
        title: reportTitle(districtName, input.year),
        districtName,
      });
      await record(
        { cycleId: cycle.id },
        {
          type: "cycle_opened",
          data: { year: input.year, formatId: format.id, units: units.length, carriedFrom: published?.year ?? null },
        },
      );
      return { cycleId: cycle.id };
    },
    (kept) => z.object({ cycleId: z.string() }).parse(kept),
  );
}
