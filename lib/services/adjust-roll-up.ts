import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { getAdjustmentForUpdate, insertAdjustment, updateAdjustmentDecided } from "@/db/queries/adjustments";
import { getCycle } from "@/db/queries/cycles";
import { getCycleReport } from "@/db/queries/reports";
import { type Actor, may } from "@/lib/domain/access";
import { indexCells } from "@/lib/domain/cell";
import { canonicalDecimal } from "@/lib/domain/figure";
import type { DecideAdjustmentInput, ProposeAdjustmentInput } from "@/lib/domain/inputs/report";
import { Refusal } from "@/lib/domain/refusal";
import { isAdjustable } from "@/lib/domain/roll-up";
import { carryOut, nothing } from "@/lib/services/carry-out";

/** Proposes a correction of one district figure, with its reason; it counts when a second person has signed it. */
export async function proposeAdjustment(db: Db, actor: Actor, input: ProposeAdjustmentInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "report:adjust")) throw new Refusal("not_permitted");
      const cycle = await getCycle(tx, { id: input.cycleId, districtId: actor.districtId });
      if (!cycle) throw new Refusal("not_found");
      await refuseUnlessDraft(tx, actor, cycle.id);
      const cell = indexCells(cycle.format).get(input.cellKey)?.cell;
      if (!cell || !isAdjustable(cycle.format, input.cellKey)) throw new Refusal("not_found");
      const amount = canonicalDecimal(input.amount);
      if (cell.type !== "amount" && amount.includes(".")) throw new Refusal("invalid_figure");

      await insertAdjustment(tx, {
        districtId: actor.districtId,
        id: randomUUID(),
        cycleId: cycle.id,
        cellKey: input.cellKey,
        amount,
        reason: input.reason,
        proposedBy: actor.userId,
        proposedByName: actor.name,
        proposedAt: now,
      });
      await record(
        { cycleId: cycle.id },
        { type: "adjustment_proposed", data: { cellKey: input.cellKey, amount, reason: input.reason } },
      );
    },
    nothing,
  );
}

/** A second person of the office signs an adjustment, which then counts, or declines it. */
export async function decideAdjustment(db: Db, actor: Actor, input: DecideAdjustmentInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "report:adjust") && !may(actor, "report:publish")) throw new Refusal("not_permitted");
      const adjustment = await getAdjustmentForUpdate(tx, { districtId: actor.districtId, id: input.adjustmentId });
      if (!adjustment) throw new Refusal("not_found");
      if (adjustment.state !== "proposed") throw new Refusal("wrong_state");
      if (adjustment.proposedBy === actor.userId) throw new Refusal("own_adjustment");
      await refuseUnlessDraft(tx, actor, adjustment.cycleId);

      await updateAdjustmentDecided(tx, {
        districtId: actor.districtId,
        id: adjustment.id,
        state: input.decision,
        by: actor,
        at: now,
      });
      const { cellKey, amount } = adjustment;
      await record(
        { cycleId: adjustment.cycleId },
        {
          type: input.decision === "signed" ? "adjustment_signed" : "adjustment_declined",
          data: { cellKey, amount },
        },
      );
    },
    nothing,
  );
}

async function refuseUnlessDraft(tx: Db, actor: Actor, cycleId: string): Promise<void> {
  const report = await getCycleReport(tx, { districtId: actor.districtId, cycleId });
  if (report?.state !== "draft") throw new Refusal("report_final");
}
