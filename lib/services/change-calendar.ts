import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { deleteCalendarFeed, upsertCalendarFeed } from "@/db/queries/calendar-feeds";
import type { Actor } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, withoutResult } from "@/lib/services/carry-out";

type Requested = { requestId: string };

/** Gives a person an address at which a calendar program reads their due dates; one that they had before ends. */
export async function makeCalendar(db: Db, actor: Actor, input: Requested, now: Date): Promise<void> {
  const { districtId, userId, account } = actor;
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      await upsertCalendarFeed(tx, { districtId, userId, id: randomUUID(), madeAt: now });
      await record({}, { type: "calendar_made", data: { account } });
    },
    withoutResult,
  );
}

/**
 * Ends the address: calendar programs find nothing there any more.
 *
 * @throws Refusal not_found
 */
export async function endCalendar(db: Db, actor: Actor, input: Requested, now: Date): Promise<void> {
  const { districtId, userId, account } = actor;
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!(await deleteCalendarFeed(tx, { districtId, userId }))) throw new Refusal("not_found");
      await record({}, { type: "calendar_ended", data: { account } });
    },
    withoutResult,
  );
}
