import type { Db } from "@/db/connect";
import { getLastEndedRole } from "@/db/queries/ended-roles";
import { listEvents } from "@/db/queries/events";
import type { Actor } from "@/lib/domain/access";
import type { EventType } from "@/lib/domain/events";
import { Refusal } from "@/lib/domain/refusal";
import {
  decideMove,
  isPastHardEnd,
  type MoveDecision,
  type Submission,
  type SubmissionMove,
} from "@/lib/domain/submission";

const MOVES: readonly EventType[] = [
  "section_submitted",
  "section_taken",
  "section_signed",
  "signature_declined",
  "submission_withdrawn",
  "submission_returned",
  "submission_approved",
  "submission_reopened",
];

/** What a year's hard end keeps back; what was handed in on time is not taken back after it, since it could not come again. */
const HANDING_IN: readonly SubmissionMove[] = ["submit", "sign", "withdraw"];

type Allowed = Extract<MoveDecision, { ok: true }>;

/**
 * What a move leads to, or a refusal that says why not: who moved the section meanwhile and how, or who ended the role
 * by which the person was allowed to.
 *
 * @throws Refusal wrong_state, changed_meanwhile, hard_end_past and role_ended with `unit` and `role` and `who` and `at`
 */
export async function requireMove(
  tx: Db,
  actor: Actor,
  submission: Submission,
  asked: { move: SubmissionMove; expectedRevision?: number; now: Date },
): Promise<Allowed> {
  const decision = decideMove(submission, asked.move, actor);
  if (!decision.ok) {
    if (decision.refusal === "not_permitted") throw await refusalOfMissing(tx, actor, asked.now, submission);
    throw decision.refusal === "wrong_state"
      ? new Refusal("wrong_state", await tellLastMove(tx, actor, submission))
      : new Refusal(decision.refusal);
  }
  if (HANDING_IN.includes(asked.move) && isPastHardEnd(submission, asked.now)) throw new Refusal("hard_end_past");
  if (asked.expectedRevision !== undefined && submission.revision !== asked.expectedRevision) {
    throw new Refusal("changed_meanwhile", await tellLastMove(tx, actor, submission));
  }
  return decision;
}

/**
 * Why a section is not there for a person: their role in its unit has ended, or it never was theirs.
 *
 * @throws Refusal role_ended with `unit` and `role` and `who` and `at`
 */
export async function refusalOfMissing(
  tx: Db,
  actor: Actor,
  now: Date,
  submission?: Pick<Submission, "organisationId">,
): Promise<Refusal> {
  const { districtId, userId } = actor;
  const organisationId = submission?.organisationId;
  const ended = await getLastEndedRole(tx, { districtId, userId, now, organisationId });
  const isGone = ended && !actor.memberships.some((membership) => membership.organisationId === ended.organisationId);
  if (!ended || (!isGone && !submission)) return new Refusal(submission ? "not_permitted" : "not_found");
  const { organisationName, role, endedByName, untilAt } = ended;
  return new Refusal("role_ended", { unit: organisationName, role, who: endedByName, at: untilAt.toISOString() });
}

/** Who moved the section last, how and when, for the sentence; nothing where it never moved. */
async function tellLastMove(tx: Db, actor: Actor, submission: Submission): Promise<Record<string, string>> {
  const [last] = await listEvents(tx, {
    scope: actor.scope,
    filter: { submissionId: submission.id, types: MOVES },
    limit: 1,
  });
  if (!last) return {};
  return {
    move: last.event.type,
    who: last.actorName,
    isOwn: last.actorId === actor.userId ? "yes" : "no",
    at: last.at.toISOString(),
  };
}
