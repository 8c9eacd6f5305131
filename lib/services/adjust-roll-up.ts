import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { getAdjustmentForUpdate, insertAdjustment, updateAdjustmentDecided } from "@/db/queries/adjustments";
import { getCycle } from "@/db/queries/cycles";
import { getCycleReport } from "@/db/queries/reports";
import { type Actor, may } from "@/lib/domain/access";
import {
  type Adjustment,
  type AdjustmentMove,
  decideAdjustmentMove,
  effectOfAdjustment,
} from "@/lib/domain/adjustment";
import { indexCells } from "@/lib/domain/cell";
import type { DomainEvent } from "@/lib/domain/events";
import { canonicalDecimal, type DecimalText } from "@/lib/domain/figure";
import type {
  DecideAdjustmentInput,
  ProposeAdjustmentInput,
  RevokeAdjustmentInput,
  WithdrawAdjustmentInput,
} from "@/lib/domain/inputs/report";
import { Refusal } from "@/lib/domain/refusal";
import { isAdjustable } from "@/lib/domain/roll-up";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { refuseFixedReport } from "@/lib/services/refuse-fixed-report";
import { getReportFigures } from "@/lib/services/report-work";

/**
 * Proposes a correction of one district figure, with its reason; it counts when a second person has signed it.
 *
 * @throws Refusal not_permitted, not_found, invalid_figure, adjustment_impossible with `before` and `after`,
 * adjustment_large with `before` and `after` and what `refuseFixedReport` refuses
 */
export async function proposeAdjustment(db: Db, actor: Actor, input: ProposeAdjustmentInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "report:adjust")) throw new Refusal("not_permitted");
      const { cycleId, cellKey, reason } = input;
      await refuseFixedReport(tx, { districtId: actor.districtId, cycleId });
      const amount = canonicalDecimal(input.amount);
      await checkEffect(tx, actor, { cycleId, cellKey, amount, isConfirmed: input.confirmed ?? false });

      await insertAdjustment(tx, {
        districtId: actor.districtId,
        id: randomUUID(),
        cycleId,
        cellKey,
        amount,
        reason,
        proposedBy: actor.userId,
        proposedByName: actor.name,
        proposedAt: now,
      });
      await record({ cycleId }, { type: "adjustment_proposed", data: { cellKey, amount, reason } });
    },
    withoutResult,
  );
}

/**
 * A second person of the office signs an adjustment, which then counts, or declines it.
 *
 * @throws Refusal not_found, invalid_figure, adjustment_impossible with `before` and `after` and adjustment_large with
 * `before` and `after`
 */
export async function decideAdjustment(db: Db, actor: Actor, input: DecideAdjustmentInput, now: Date): Promise<void> {
  const isSigned = input.decision === "signed";
  await moveAdjustment(db, actor, { ...input, move: isSigned ? "sign" : "decline" }, now, async (tx, adjustment) => {
    const { cycleId, cellKey, amount } = adjustment;
    const isConfirmed = input.confirmed ?? false;
    if (isSigned) await checkEffect(tx, actor, { cycleId, cellKey, amount, isConfirmed });
    return { type: isSigned ? "adjustment_signed" : "adjustment_declined", data: { cellKey, amount } };
  });
}

/**
 * Whoever proposed an adjustment takes it back before it is signed.
 *
 * @throws Refusal not_found
 */
export async function withdrawAdjustment(
  db: Db,
  actor: Actor,
  input: WithdrawAdjustmentInput,
  now: Date,
): Promise<void> {
  await moveAdjustment(db, actor, { ...input, move: "withdraw" }, now, async (_tx, { cellKey, amount }) => ({
    type: "adjustment_withdrawn",
    data: { cellKey, amount },
  }));
}

/**
 * A second person revokes an adjustment that was signed: from then on it does not count.
 *
 * @throws Refusal not_found
 */
export async function revokeAdjustment(db: Db, actor: Actor, input: RevokeAdjustmentInput, now: Date): Promise<void> {
  await moveAdjustment(db, actor, { ...input, move: "revoke" }, now, async (_tx, { cellKey, amount }) => ({
    type: "adjustment_revoked",
    data: { cellKey, amount, reason: input.reason },
  }));
}

async function moveAdjustment(
  db: Db,
  actor: Actor,
  call: { requestId: string; adjustmentId: string; move: AdjustmentMove },
  now: Date,
  settle: (tx: Db, adjustment: Adjustment) => Promise<DomainEvent>,
): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: call.requestId, now },
    async (tx, record) => {
      const { districtId } = actor;
      const adjustment = await getAdjustmentForUpdate(tx, { districtId, id: call.adjustmentId });
      const report = adjustment && (await getCycleReport(tx, { districtId, cycleId: adjustment.cycleId }));
      if (!adjustment || !report) throw new Refusal("not_found");
      const decision = decideAdjustmentMove(adjustment, call.move, actor, report.state);
      if (!decision.ok) throw new Refusal(decision.refusal);

      const event = await settle(tx, adjustment);
      await updateAdjustmentDecided(tx, {
        districtId,
        id: adjustment.id,
        state: decision.to,
        by: actor,
        at: now,
      });
      await record({ cycleId: adjustment.cycleId }, event);
    },
    withoutResult,
  );
}

/** What an adjustment makes of the figure as it stands now: nothing impossible, and nothing large by a slip of the hand. */
async function checkEffect(
  tx: Db,
  actor: Actor,
  adjustment: { cycleId: string; cellKey: string; amount: DecimalText; isConfirmed: boolean },
): Promise<void> {
  const { cycleId, cellKey, amount, isConfirmed } = adjustment;
  const cycle = await getCycle(tx, { id: cycleId, districtId: actor.districtId });
  if (!cycle) throw new Refusal("not_found");
  const cell = indexCells(cycle.format).get(cellKey)?.cell;
  if (!cell || !isAdjustable(cycle.format, cellKey)) throw new Refusal("not_found");
  if (cell.type !== "amount" && amount.includes(".")) throw new Refusal("invalid_figure");
  const { rollUp } = await getReportFigures(tx, actor, cycle);
  const { before, after, verdict } = effectOfAdjustment(cell.type, rollUp.figures[cellKey] ?? null, amount);
  if (verdict === "impossible") throw new Refusal("adjustment_impossible", { before, after });
  if (verdict === "large" && !isConfirmed) throw new Refusal("adjustment_large", { before, after });
}
