import type { Db } from "@/db/connect";
import { deleteProposedUnitReport, getProposedUnitReportForUpdate } from "@/db/queries/unit-reports";
import type { Actor } from "@/lib/domain/access";
import type { SettleUnitReportInput, WithdrawUnitReportInput } from "@/lib/domain/inputs/past-report";
import type { ProposedUnitReport } from "@/lib/domain/own-reports";
import { decideOtherBody, type OtherBodyMove } from "@/lib/domain/own-reports";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, type RecordEvent, withoutResult } from "@/lib/services/carry-out";
import { storeUnitReport } from "@/lib/services/store-unit-report";

/**
 * A second person of the office accepts or declines a report that names another body than its unit, with a reason.
 *
 * @throws Refusal not_found
 */
export async function decideUnitReport(db: Db, actor: Actor, input: SettleUnitReportInput, now: Date): Promise<void> {
  const { decision, reason } = input;
  await settle(db, actor, { ...input, move: decision }, now, async (tx, proposal, record) => {
    const { organisationId, report, year, title, body, proposedBy, proposedByName } = proposal;
    if (decision === "decline") {
      await record({ organisationId }, { type: "unit_report_declined", data: { year, title, body, reason } });
      return;
    }
    const importedBy = { userId: proposedBy, name: proposedByName };
    const other = { body, reason: proposal.reason, confirmation: reason, confirmedBy: actor };
    await storeUnitReport(tx, actor, { organisationId, report, importedBy, other }, now, record);
  });
}

/**
 * The proposer withdraws such a report.
 *
 * @throws Refusal not_found
 */
export async function withdrawUnitReport(
  db: Db,
  actor: Actor,
  input: WithdrawUnitReportInput,
  now: Date,
): Promise<void> {
  await settle(db, actor, { ...input, move: "withdraw" }, now, async (_tx, proposal, record) => {
    const { organisationId, year, title, body } = proposal;
    await record({ organisationId }, { type: "unit_report_withdrawn", data: { year, title, body } });
  });
}

async function settle(
  db: Db,
  actor: Actor,
  call: { requestId: string; proposalId: string; move: OtherBodyMove },
  now: Date,
  work: (tx: Db, proposal: ProposedUnitReport, record: RecordEvent) => Promise<void>,
): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: call.requestId, now },
    async (tx, record) => {
      const proposal = await getProposedUnitReportForUpdate(tx, { scope: actor.scope, id: call.proposalId });
      if (!proposal) throw new Refusal("not_found");
      const decision = decideOtherBody(proposal, call.move, actor);
      if (!decision.ok) throw new Refusal(decision.refusal);
      await work(tx, proposal, record);
      await deleteProposedUnitReport(tx, { districtId: actor.districtId, id: proposal.id });
    },
    withoutResult,
  );
}
