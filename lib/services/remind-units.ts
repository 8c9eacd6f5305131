import { z } from "zod";
import type { Db } from "@/db/connect";
import { listCycleUnits } from "@/db/queries/cycle-units";
import { getCycleForUpdate } from "@/db/queries/cycles";
import { listLateUnits, listRemindedUnits } from "@/db/queries/late-units";
import { listSubmissions } from "@/db/queries/submission-entries";
import { type Actor, may } from "@/lib/domain/access";
import type { RemindUnitsInput } from "@/lib/domain/inputs/review";
import { startOfDayInShanghai } from "@/lib/domain/office-day";
import { isHandedIn } from "@/lib/domain/progress";
import { Refusal } from "@/lib/domain/refusal";
import { SECTION_IDS } from "@/lib/domain/section-ids";
import { carryOut } from "@/lib/services/carry-out";

const RemindedSchema = z.object({ reminded: z.number().int(), alreadyToday: z.number().int() });

/** How many units were reminded, and how many had been today. */
export type Reminded = z.infer<typeof RemindedSchema>;

/**
 * Reminds units of what they have not handed in, those chosen or every one that is late; they see it on their desk. A unit is reminded once a day at most, and
 * one with nothing open, or exempt, not at all.
 *
 * @throws Refusal not_permitted, not_found and cycle_closed
 */
export async function remindUnits(db: Db, actor: Actor, input: RemindUnitsInput, now: Date): Promise<Reminded> {
  return carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "unit:remind")) throw new Refusal("not_permitted");
      const { scope } = actor;
      const { cycleId } = input;
      // The lock makes two presses at once wait for each other, so that no unit is reminded twice.
      const cycle = await getCycleForUpdate(tx, { id: cycleId, districtId: actor.districtId });
      if (!cycle) throw new Refusal("not_found");
      if (cycle.state !== "open") throw new Refusal("cycle_closed");
      const of = { scope, cycleId };
      const late = input.allLate ? await listLateUnits(tx, { ...of, now }) : [];
      const organisationIds = [...new Set([...late.map((unit) => unit.organisationId), ...input.organisationIds])];
      const [units, entries, remindedToday] = await Promise.all([
        listCycleUnits(tx, { ...of, organisationIds }),
        listSubmissions(tx, { ...of, organisationIds }),
        listRemindedUnits(tx, { ...of, since: startOfDayInShanghai(now) }),
      ]);
      if (units.length < organisationIds.length) throw new Refusal("not_found");
      const entriesOf = Map.groupBy(entries, (entry) => entry.organisationId);
      const isReminded = new Set(remindedToday);

      let reminded = 0;
      let alreadyToday = 0;
      for (const { organisationId, exemptReason } of units) {
        const open = (entriesOf.get(organisationId) ?? []).filter((entry) => !entry.isExempt && !isHandedIn(entry));
        if (exemptReason !== null || open.length === 0) continue;
        if (isReminded.has(organisationId)) {
          alreadyToday += 1;
          continue;
        }
        const sections = SECTION_IDS.filter((id) => open.some((entry) => entry.sectionId === id));
        await record({ organisationId, cycleId }, { type: "unit_reminded", data: { sections } });
        reminded += 1;
      }
      return { reminded, alreadyToday };
    },
    (kept) => RemindedSchema.parse(kept),
  );
}
