import type { Adjustment } from "@/lib/domain/adjustment";
import type { StoredEvent } from "@/lib/domain/events";
import type { ReportDocument } from "@/lib/domain/report-document";

/** The version of a section that a published report rests on, and who approved it. */
export type StandingApproval = {
  submissionId: string;
  version: number;
  approvedBy: string | null;
  approvedByName: string;
  approvedAt: Date;
};

/**
 * The approvals that stood when a correction was begun.
 *
 * @param events approvals, reopenings and restored approvals of the year from before that, newest first
 */
export function listStandingApprovals(events: readonly StoredEvent[]): StandingApproval[] {
  const seen = new Set<string>();
  return events.flatMap(({ submissionId, event }) => {
    if (submissionId === null || seen.has(submissionId)) return [];
    seen.add(submissionId);
    if (event.type !== "submission_approved" && event.type !== "reopening_undone") return [];
    const { version } = event.data;
    const approval = events.find(
      (other) =>
        other.submissionId === submissionId &&
        other.event.type === "submission_approved" &&
        other.event.data.version === version,
    );
    if (!approval) return [];
    const { actorId: approvedBy, actorName: approvedByName, at: approvedAt } = approval;
    return [{ submissionId, version, approvedBy, approvedByName, approvedAt }];
  });
}

export type AdjustmentRestoration = { adjustment: Adjustment; move: "decline" | "revoke" | "sign_again" };

/**
 * What becomes of the adjustments when a correction is called off: those that the published report counts count again,
 * and no others. That was two persons' decision when it was published, and needs no other.
 */
export function restoreAdjustments(
  adjustments: readonly Adjustment[],
  published: Pick<ReportDocument, "adjustments">,
): AdjustmentRestoration[] {
  const left = published.adjustments.map(keyOf);
  const take = (adjustment: Adjustment): boolean => {
    const index = left.indexOf(keyOf(adjustment));
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  };
  const notCounted = adjustments.filter((adjustment) => adjustment.state === "signed" && !take(adjustment));
  const open = adjustments.filter((adjustment) => adjustment.state === "proposed");
  const revoked = adjustments.filter((adjustment) => adjustment.state === "revoked" && take(adjustment));
  return [
    ...open.map((adjustment) => ({ adjustment, move: "decline" as const })),
    ...notCounted.map((adjustment) => ({ adjustment, move: "revoke" as const })),
    ...revoked.map((adjustment) => ({ adjustment, move: "sign_again" as const })),
  ];
}

function keyOf({ cellKey, amount, reason }: Pick<Adjustment, "cellKey" | "amount" | "reason">): string {
  return JSON.stringify([cellKey, amount, reason]);
}
