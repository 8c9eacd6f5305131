import { randomUUID } from "node:crypto";
import { type Db, withActor } from "@/db/connect";
import {
  deleteReturnReason,
  getReturnReasonForUpdate,
  insertReturnReason,
  listReturnReasons,
  updateReturnReason,
} from "@/db/queries/return-reasons";
import { type Actor, may } from "@/lib/domain/access";
import type { RemoveReturnReasonInput, SaveReturnReasonInput } from "@/lib/domain/inputs/review";
import { Refusal } from "@/lib/domain/refusal";
import { MOST_RETURN_REASONS, type ReturnReason } from "@/lib/domain/return-reason";
import { carryOut, withoutResult } from "@/lib/services/carry-out";

/** Loads the office's usual reasons for a return; none for who does not review. */
export async function loadReturnReasons(
  db: Db,
  actor: Actor,
  _input: Record<string, never>,
  _now: Date,
): Promise<ReturnReason[]> {
  if (!may(actor, "submission:review")) return [];
  return withActor(db, actor, (tx) => listReturnReasons(tx, { districtId: actor.districtId }));
}

/**
 * Adds a usual reason for a return, or changes one.
 *
 * @throws Refusal not_permitted, not_found and reasons_full with `most`
 */
export async function saveReturnReason(db: Db, actor: Actor, input: SaveReturnReasonInput, now: Date): Promise<void> {
  const { requestId, reasonId, body } = input;
  await carryOut(
    db,
    actor,
    { requestId, now },
    async (tx, record) => {
      if (!may(actor, "submission:review")) throw new Refusal("not_permitted");
      const { districtId } = actor;
      const written = { districtId, by: actor, at: now, body };
      const before = reasonId ? await getReturnReasonForUpdate(tx, { districtId, id: reasonId }) : null;
      if (reasonId && !before) throw new Refusal("not_found");
      if (before?.body === body) return;
      if (before) {
        await updateReturnReason(tx, { ...written, id: before.id });
      } else {
        const known = await listReturnReasons(tx, { districtId });
        if (known.length >= MOST_RETURN_REASONS) throw new Refusal("reasons_full", { most: MOST_RETURN_REASONS });
        await insertReturnReason(tx, { ...written, id: randomUUID() });
      }
      const data = { body, before: before?.body ?? "" };
      await record({ organisationId: districtId }, { type: "return_reason_saved", data });
    },
    withoutResult,
  );
}

/**
 * Removes a usual reason from the list; sections returned with it keep it.
 *
 * @throws Refusal not_permitted and not_found
 */
export async function removeReturnReason(
  db: Db,
  actor: Actor,
  input: RemoveReturnReasonInput,
  now: Date,
): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "submission:review")) throw new Refusal("not_permitted");
      const { districtId } = actor;
      const reason = await getReturnReasonForUpdate(tx, { districtId, id: input.reasonId });
      if (!reason) throw new Refusal("not_found");
      await deleteReturnReason(tx, { districtId, id: reason.id });
      await record({ organisationId: districtId }, { type: "return_reason_removed", data: { body: reason.body } });
    },
    withoutResult,
  );
}
