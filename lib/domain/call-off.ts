import type { Adjustment } from "@/lib/domain/adjustment";
import type { CycleUnit } from "@/lib/domain/cycle";
import type { Erratum } from "@/lib/domain/erratum";
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
  const unmatched = published.adjustments.map(keyOf);
  const take = (adjustment: Adjustment): boolean => {
    const index = unmatched.indexOf(keyOf(adjustment));
    if (index >= 0) unmatched.splice(index, 1);
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

/** Printed in the list of units of a later correction, which is Chinese. */
const CAME_IN_MEANWHILE = "只为一次已撤销的更正加入，本年度不报送";

/** A unit that the published report does not count, and why it does not. */
export type UnitRestoration = { organisationId: string; reason: string };

/**
 * The units that are asked to report only since a correction was begun: added to the year, or no longer exempt in it. When
 * it is called off they are exempt, whatever they have handed in; that stays among their versions and does not count.
 *
 * @param events inclusions and exemptions of the year, newest first
 * @param begunId the event by which the correction was begun
 */
export function restoreUnits(
  events: readonly StoredEvent[],
  begunId: number,
  units: readonly Pick<CycleUnit, "organisationId" | "exemptReason">[],
): UnitRestoration[] {
  return units.flatMap(({ organisationId, exemptReason }) => {
    if (exemptReason !== null) return [];
    const eventsOfUnit = events.filter((event) => event.organisationId === organisationId);
    const first = eventsOfUnit.findLast(({ id }) => id > begunId)?.event.type;
    if (first === "unit_included") return [{ organisationId, reason: CAME_IN_MEANWHILE }];
    if (first !== "unit_exemption_ended") return [];
    const before = eventsOfUnit.find(({ id, event }) => id < begunId && event.type === "unit_exempted")?.event;
    return before?.type === "unit_exempted" ? [{ organisationId, reason: before.data.reason }] : [];
  });
}

/**
 * The figures that would still say something else than what was published. An indicator that was added meanwhile does not:
 * the published report has no such figure, and the next correction prints it.
 */
export function listContradictions(differences: Erratum["differences"]): Erratum["differences"] {
  return differences.filter(({ cellKey, before }) => before !== null || !cellKey.startsWith("indicators."));
}
