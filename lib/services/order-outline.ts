import type { Db } from "@/db/connect";
import { listIndicators, updateIndicators } from "@/db/queries/indicators";
import { listOutline, updateOutline } from "@/db/queries/outline-headings";
import type { Actor } from "@/lib/domain/access";
import type { MoveEntryInput } from "@/lib/domain/inputs/cycle";
import { moveEntry, moveHeading } from "@/lib/domain/outline-order";
import { Refusal } from "@/lib/domain/refusal";
import { getDraftCycle } from "@/lib/services/ask-for-sections";
import { carryOut, withoutResult } from "@/lib/services/carry-out";

/**
 * Moves a heading, with its sub-headings, beside another in its section; who writes under it stays.
 *
 * @throws Refusal not_found, changed_meanwhile and what `getDraftCycle` refuses
 */
export async function orderHeading(db: Db, actor: Actor, input: MoveEntryInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const cycle = await getDraftCycle(tx, actor, input.cycleId);
      const of = { districtId: actor.districtId, cycleId: cycle.id };
      const outline = await listOutline(tx, of);
      const heading = outline.find(({ key }) => key === input.key);
      if (!heading) throw new Refusal("not_found");
      await updateOutline(tx, { ...of, headings: moveHeading(outline, input) });
      const name = `${heading.number}${heading.title}`;
      await record({ cycleId: cycle.id }, { type: "outline_changed", data: { year: cycle.year, heading: name } });
    },
    withoutResult,
  );
}

/**
 * As `orderHeading`, of a local figure.
 *
 * @throws Refusal not_found, changed_meanwhile and what `getDraftCycle` refuses
 */
export async function orderIndicator(db: Db, actor: Actor, input: MoveEntryInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const cycle = await getDraftCycle(tx, actor, input.cycleId);
      const list = await listIndicators(tx, { scope: actor.scope, cycleId: cycle.id });
      const indicator = list.find(({ key }) => key === input.key);
      if (!indicator) throw new Refusal("not_found");
      await updateIndicators(tx, { districtId: actor.districtId, cycleId: cycle.id, list: moveEntry(list, input) });
      const data = { year: cycle.year, heading: indicator.label };
      await record({ cycleId: cycle.id }, { type: "outline_changed", data });
    },
    withoutResult,
  );
}
