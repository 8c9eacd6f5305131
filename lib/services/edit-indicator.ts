import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { isCellFilled } from "@/db/queries/figures";
import { listIndicators, updateIndicators } from "@/db/queries/indicators";
import type { Actor } from "@/lib/domain/access";
import type { Indicator } from "@/lib/domain/cycle";
import type { IndicatorInput, RemoveIndicatorInput } from "@/lib/domain/inputs/cycle";
import { placeAt } from "@/lib/domain/outline";
import { Refusal } from "@/lib/domain/refusal";
import { askForSections, getDraftCycle, refuseHandedIn, refuseUnknownUnits } from "@/lib/services/ask-for-sections";
import { carryOut, withoutResult } from "@/lib/services/carry-out";

/**
 * Adds a local figure that one unit gives this year, or changes one. It is asked for with the unit's section 一.
 *
 * @throws Refusal heading_in_use
 */
export async function saveIndicator(db: Db, actor: Actor, input: IndicatorInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const cycle = await getDraftCycle(tx, actor, input.cycleId);
      const { requestId: _request, cycleId, ...given } = input;
      const indicator: Indicator = { ...given, key: given.key || `local_${randomUUID().slice(0, 8)}` };
      await refuseUnknownUnits(tx, actor, cycleId, [indicator.organisationId]);
      const list = await listIndicators(tx, { scope: actor.scope, cycleId });
      const before = list.find((candidate) => candidate.key === indicator.key);
      if (before?.organisationId !== indicator.organisationId) {
        if (before) await refuseFilled(tx, actor, cycleId, before);
        const units = [indicator.organisationId, ...(before ? [before.organisationId] : [])];
        await refuseHandedIn(tx, actor, cycleId, "overview", units);
      }
      await updateIndicators(tx, { districtId: actor.districtId, cycleId, list: placeAt(list, indicator) });
      await askForSections(tx, actor, cycle, now);
      await record({ cycleId }, { type: "outline_changed", data: { year: cycle.year, heading: indicator.label } });
    },
    withoutResult,
  );
}

/**
 * Removes an indicator from the year; refused once its unit has filled it in.
 *
 * @throws Refusal not_found and heading_in_use
 */
export async function removeIndicator(db: Db, actor: Actor, input: RemoveIndicatorInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const cycle = await getDraftCycle(tx, actor, input.cycleId);
      const list = await listIndicators(tx, { scope: actor.scope, cycleId: cycle.id });
      const indicator = list.find((candidate) => candidate.key === input.key);
      if (!indicator) throw new Refusal("not_found");
      await refuseFilled(tx, actor, cycle.id, indicator);
      await refuseHandedIn(tx, actor, cycle.id, "overview", [indicator.organisationId]);
      await updateIndicators(tx, {
        districtId: actor.districtId,
        cycleId: cycle.id,
        list: list.filter((candidate) => candidate.key !== indicator.key),
      });
      await askForSections(tx, actor, cycle, now);
      await record(
        { cycleId: cycle.id },
        { type: "outline_changed", data: { year: cycle.year, heading: indicator.label } },
      );
    },
    withoutResult,
  );
}

async function refuseFilled(tx: Db, actor: Actor, cycleId: string, indicator: Indicator): Promise<void> {
  const cellKey = `indicators.${indicator.key}`;
  if (await isCellFilled(tx, { scope: actor.scope, cycleId, cellKey })) throw new Refusal("heading_in_use");
}
