import { z } from "zod";
import type { Db } from "@/db/connect";
import { listCycleUnits } from "@/db/queries/cycle-units";
import { getCycleForUpdate } from "@/db/queries/cycles";
import { listEvents } from "@/db/queries/events";
import { listSubmissions } from "@/db/queries/submission-entries";
import { type Actor, may } from "@/lib/domain/access";
import type { RemindUnitsInput } from "@/lib/domain/inputs/review";
import { isHandedIn, isSameOfficeDay } from "@/lib/domain/progress";
import { Refusal } from "@/lib/domain/refusal";
import { SECTION_IDS } from "@/lib/domain/section-ids";
import { carryOut } from "@/lib/services/carry-out";

const DAY_MS = 86_400_000;
const MOST_REMINDERS = 2000;

const RemindedSchema = z.object({ reminded: z.number().int(), alreadyToday: z.number().int() });

/** How many units were reminded, and how many had been today. */
export type Reminded = z.infer<typeof RemindedSchema>;

/**
 * Reminds units of what they have not handed in; they see it on their desk. A unit is reminded once a day at most, and
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
      const since = new Date(now.getTime() - DAY_MS);
      const [units, entries, reminders] = await Promise.all([
        listCycleUnits(tx, { scope, cycleId }),
        listSubmissions(tx, { scope, cycleId }),
        listEvents(tx, { scope, filter: { cycleId, types: ["unit_reminded"], from: since }, limit: MOST_REMINDERS }),
      ]);
      const remindedToday = new Set(
        reminders.filter((event) => isSameOfficeDay(event.at, now)).map((event) => event.organisationId),
      );

      let reminded = 0;
      let alreadyToday = 0;
      for (const organisationId of new Set(input.organisationIds)) {
        const unit = units.find((one) => one.organisationId === organisationId);
        if (!unit) throw new Refusal("not_found");
        const open = entries.filter(
          (entry) => entry.organisationId === organisationId && !entry.isExempt && !isHandedIn(entry),
        );
        if (unit.exemptReason !== null || open.length === 0) continue;
        if (remindedToday.has(organisationId)) {
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
