import type { Db } from "@/db/connect";
import { getCycleForUpdate, updateCycle } from "@/db/queries/cycles";
import { getCycleReport } from "@/db/queries/reports";
import { updateDueDates } from "@/db/queries/submissions";
import { type Actor, may } from "@/lib/domain/access";
import { type Cycle, isHardEndEarly } from "@/lib/domain/cycle";
import type { ChangeCycleDatesInput, CloseCycleInput, ReopenCycleInput } from "@/lib/domain/inputs/cycle";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, withoutResult } from "@/lib/services/carry-out";

/**
 * Changes until when a year's sections are due, and from when nothing is handed in without an extension; a section with
 * an extension of its own keeps it.
 *
 * @throws Refusal due_date_past, hard_end_early, cycle_closed, not_permitted and not_found
 */
export async function changeCycleDates(db: Db, actor: Actor, input: ChangeCycleDatesInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const cycle = await getOpenCycle(tx, actor, input.cycleId);
      const { tablesDueAt, narrativeDueAt } = input;
      const hardEndAt = input.hardEndAt ?? null;
      if (isHardEndEarly({ tablesDueAt, narrativeDueAt, hardEndAt })) throw new Refusal("hard_end_early");
      const of = { districtId: actor.districtId, cycleId: cycle.id };
      await updateCycle(tx, {
        id: cycle.id,
        districtId: actor.districtId,
        set: { tablesDueAt, narrativeDueAt, hardEndAt },
      });

      for (const [kind, part, from, to] of [
        ["tables", "tables", cycle.tablesDueAt, tablesDueAt],
        ["narrative", "narrative", cycle.narrativeDueAt, narrativeDueAt],
      ] as const) {
        if (from.getTime() === to.getTime()) continue;
        if (to <= now) throw new Refusal("due_date_past");
        const sectionIds = cycle.format.sections.flatMap((section) => (section.kind === kind ? [section.id] : []));
        await updateDueDates(tx, { ...of, sectionIds, dueAt: to });
        await record(
          { cycleId: cycle.id },
          {
            type: "cycle_dates_changed",
            data: { year: cycle.year, part, from: from.toISOString(), to: to.toISOString() },
          },
        );
      }
      if (cycle.hardEndAt?.getTime() === hardEndAt?.getTime()) return;
      await record(
        { cycleId: cycle.id },
        {
          type: "cycle_hard_end_changed",
          data: {
            year: cycle.year,
            from: cycle.hardEndAt?.toISOString() ?? null,
            to: hardEndAt?.toISOString() ?? null,
          },
        },
      );
    },
    withoutResult,
  );
}

/**
 * Closes a year: from then on no unit can change anything in it. Only once its report is published, because a report
 * whose units cannot answer any more could never be completed.
 *
 * @throws Refusal report_unpublished with `year`, cycle_closed, not_permitted and not_found
 */
export async function closeCycle(db: Db, actor: Actor, input: CloseCycleInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const cycle = await getOpenCycle(tx, actor, input.cycleId);
      const report = await getCycleReport(tx, { districtId: actor.districtId, cycleId: cycle.id });
      if (report?.state !== "published") throw new Refusal("report_unpublished", { year: cycle.year });
      await updateCycle(tx, {
        id: cycle.id,
        districtId: actor.districtId,
        set: { state: "closed", closedAt: now },
      });
      await record({ cycleId: cycle.id }, { type: "cycle_closed", data: { year: cycle.year } });
    },
    withoutResult,
  );
}

/**
 * Opens a closed year again, with the reason: an erratum may need a unit to correct its figures.
 *
 * @throws Refusal wrong_state, not_permitted and not_found
 */
export async function reopenCycle(db: Db, actor: Actor, input: ReopenCycleInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const cycle = await getManagedCycle(tx, actor, input.cycleId);
      if (cycle.state !== "closed") throw new Refusal("wrong_state");
      await updateCycle(tx, {
        id: cycle.id,
        districtId: actor.districtId,
        set: { state: "open", closedAt: null },
      });
      await record({ cycleId: cycle.id }, { type: "cycle_reopened", data: { year: cycle.year, reason: input.reason } });
    },
    withoutResult,
  );
}

/** The year, locked, for somebody who may manage it. */
async function getManagedCycle(tx: Db, actor: Actor, cycleId: string): Promise<Cycle> {
  if (!may(actor, "cycle:manage")) throw new Refusal("not_permitted");
  const cycle = await getCycleForUpdate(tx, { id: cycleId, districtId: actor.districtId });
  if (!cycle) throw new Refusal("not_found");
  return cycle;
}

/**
 * As `getManagedCycle`, and still under way.
 *
 * @throws Refusal cycle_closed, not_permitted and not_found
 */
export async function getOpenCycle(tx: Db, actor: Actor, cycleId: string): Promise<Cycle> {
  const cycle = await getManagedCycle(tx, actor, cycleId);
  if (cycle.state !== "open") throw new Refusal("cycle_closed");
  return cycle;
}
