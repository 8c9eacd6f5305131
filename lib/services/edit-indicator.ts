import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { isCellFilled } from "@/db/queries/figures";
import { listIndicators, updateIndicators } from "@/db/queries/indicators";
import type { Actor } from "@/lib/domain/access";
import { type Indicator, unitsGiving } from "@/lib/domain/cycle";
import { faultOfRatio, ratiosOn, unitsToldOfIndicator } from "@/lib/domain/indicator";
import type { IndicatorInput, RemoveIndicatorInput } from "@/lib/domain/inputs/cycle";
import { placeAt } from "@/lib/domain/outline";
import { Refusal } from "@/lib/domain/refusal";
import { askForSections, getDraftCycle, refuseHandedIn, refuseUnknownUnits } from "@/lib/services/ask-for-sections";
import { carryOut, withoutResult } from "@/lib/services/carry-out";

/**
 * Adds a local figure that one or several units give this year, or one that follows from two others, or changes one. Units
 * are asked for it with their section 一, and told of the change.
 *
 * @throws Refusal heading_in_use and ratio_parts
 */
export async function saveIndicator(db: Db, actor: Actor, input: IndicatorInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const cycle = await getDraftCycle(tx, actor, input.cycleId);
      const { cycleId } = input;
      const indicator = indicatorOf(input);
      await refuseUnknownUnits(tx, actor, cycleId, [indicator.organisationId, ...(indicator.alsoFrom ?? [])]);
      const list = await listIndicators(tx, { scope: actor.scope, cycleId });
      const before = list.find((candidate) => candidate.key === indicator.key) ?? null;
      const others = list.filter((candidate) => candidate !== before);
      if (faultOfRatio(indicator, others)) throw new Refusal("ratio_parts");
      if (isWithoutValue(indicator) && ratiosOn(indicator.key, others).length > 0) throw new Refusal("ratio_parts");

      const after = unitsGiving(indicator);
      const leaving = before ? unitsGiving(before).filter((unit) => !after.includes(unit)) : [];
      const joining = after.filter((unit) => !before || !unitsGiving(before).includes(unit));
      await refuseFilled(tx, actor, cycleId, indicator.key, leaving);
      await refuseHandedIn(tx, actor, cycleId, "overview", [...joining, ...leaving]);
      await updateIndicators(tx, { districtId: actor.districtId, cycleId, list: placeAt(list, indicator) });
      await askForSections(tx, actor, cycle, now);
      const told = unitsToldOfIndicator(before, indicator);
      await record(
        { cycleId },
        { type: "outline_changed", data: { year: cycle.year, heading: indicator.label, told, sectionId: "overview" } },
      );
    },
    withoutResult,
  );
}

function indicatorOf(input: IndicatorInput): Indicator {
  const { requestId: _request, cycleId: _cycle, ...sent } = input;
  const { ratioOver = "", ratioUnder = "", alsoFrom = [], ...given } = sent;
  const key = given.key || `local_${randomUUID().slice(0, 8)}`;
  const isRatio = given.rollsUp === "ratio";
  return {
    ...given,
    key,
    alsoFrom: isRatio ? [] : alsoFrom.filter((unit) => unit !== given.organisationId),
    ratioOf: isRatio ? [ratioOver, ratioUnder] : [],
  };
}

function isWithoutValue({ rollsUp }: Indicator): boolean {
  return rollsUp === "ratio" || rollsUp === "none";
}

/**
 * Removes an indicator from the year; refused once a unit has filled it in, or while a ratio follows from it.
 *
 * @throws Refusal not_found, heading_in_use and ratio_parts
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
      if (ratiosOn(indicator.key, list).length > 0) throw new Refusal("ratio_parts");
      const units = unitsGiving(indicator);
      await refuseFilled(tx, actor, cycle.id, indicator.key, units);
      await refuseHandedIn(tx, actor, cycle.id, "overview", units);
      await updateIndicators(tx, {
        districtId: actor.districtId,
        cycleId: cycle.id,
        list: list.filter((candidate) => candidate.key !== indicator.key),
      });
      await askForSections(tx, actor, cycle, now);
      const data = { year: cycle.year, heading: indicator.label, told: units, sectionId: "overview" as const };
      await record({ cycleId: cycle.id }, { type: "outline_changed", data });
    },
    withoutResult,
  );
}

/** A unit that has filled it in is asked to clear it before it is no longer asked for it. */
async function refuseFilled(
  tx: Db,
  actor: Actor,
  cycleId: string,
  key: string,
  organisationIds: readonly string[],
): Promise<void> {
  const of = { scope: actor.scope, cycleId, cellKey: `indicators.${key}`, organisationIds };
  if (organisationIds.length > 0 && (await isCellFilled(tx, of))) throw new Refusal("heading_in_use");
}
