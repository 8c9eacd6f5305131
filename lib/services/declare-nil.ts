import { z } from "zod";
import type { Db } from "@/db/connect";
import { getCycle } from "@/db/queries/cycles";
import { listEvents } from "@/db/queries/events";
import { listFigures, upsertFigures } from "@/db/queries/figures";
import { getSubmissionForUpdate, updateSubmission } from "@/db/queries/submissions";
import type { Actor } from "@/lib/domain/access";
import { decideNil } from "@/lib/domain/blank-cells";
import type { Figures } from "@/lib/domain/cell";
import type { EventType } from "@/lib/domain/events";
import { getSection } from "@/lib/domain/format-cells";
import type { SectionStepInput } from "@/lib/domain/inputs/section";
import type { SectionStepsInput } from "@/lib/domain/inputs/section-steps";
import { Refusal } from "@/lib/domain/refusal";
import type { Submission } from "@/lib/domain/submission";
import { carryOut, type RecordEvent, withoutResult } from "@/lib/services/carry-out";
import { moveSectionsTogether } from "@/lib/services/move-sections-together";
import { subjectOf } from "@/lib/services/move-submission";
import { refusalOfMissing, requireMove } from "@/lib/services/require-move";

/** Events that fill in cells: a nil declaration can be withdrawn as long as none of these came after it. */
const WROTE_CELLS: readonly EventType[] = [
  "section_declared_nil",
  "nil_declaration_withdrawn",
  "figures_saved",
  "blanks_counted_as_zero",
  "reopening_undone",
];

type Change = { cellKey: string; from: string | null; to: string | null };

/**
 * Says in one step that nothing happened in a section: every blank cell becomes 0. Refused when a cell holds something
 * else, so that nothing typed is lost.
 *
 * @throws Refusal not_found, not_nil with `count` and what `requireMove` refuses
 */
export async function declareNil(
  db: Db,
  actor: Actor,
  input: SectionStepInput & { requestId: string },
  now: Date,
): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      await markNil(tx, actor, input, record, now);
    },
    withoutResult,
  );
}

/**
 * As `declareNil`, for several sections at once: all of them, or none. Gives how many there were.
 *
 * @throws what `declareNil` refuses, with `inSection`
 */
export async function declareNilTogether(db: Db, actor: Actor, input: SectionStepsInput, now: Date): Promise<number> {
  return (await moveSectionsTogether(db, actor, input, now, markNil, z.number())).length;
}

/**
 * Takes back that nothing happened, until the section is submitted: the cells that the declaration filled are blank
 * again. Gives how many sections there were.
 *
 * @throws Refusal not_found, nil_not_declared and what `requireMove` refuses, with `inSection`
 */
export async function withdrawNil(db: Db, actor: Actor, input: SectionStepsInput, now: Date): Promise<number> {
  return (await moveSectionsTogether(db, actor, input, now, unmarkNil, z.number())).length;
}

/** Returns how many cells became 0. */
async function markNil(tx: Db, actor: Actor, input: SectionStepInput, record: RecordEvent, now: Date): Promise<number> {
  const { submission, to } = await beginEdit(tx, actor, input, now);
  const { districtId, cycleId, sectionId } = submission;
  const [cycle, figures] = await Promise.all([
    getCycle(tx, { id: cycleId, districtId }),
    listTypedEntries(tx, actor, submission),
  ]);
  if (!cycle || getSection(cycle.format, sectionId).kind !== "tables") throw new Refusal("not_found");
  const { blanks, filled } = decideNil({ format: cycle.format, sectionId, figures });
  if (filled > 0) throw new Refusal("not_nil", { count: filled });

  const changes = blanks.map((cellKey) => ({ cellKey, from: null, to: "0" }));
  await storeCells(tx, actor, submission, changes, now);
  await updateSubmission(tx, { id: submission.id, districtId, by: actor, at: now, set: { ...to, isNil: true } });
  await record(subjectOf(submission), { type: "section_declared_nil", data: { sectionId, changes } });
  return changes.length;
}

/** Returns how many cells are blank again. */
async function unmarkNil(
  tx: Db,
  actor: Actor,
  input: SectionStepInput,
  record: RecordEvent,
  now: Date,
): Promise<number> {
  const { submission, to } = await beginEdit(tx, actor, input, now);
  const { districtId, sectionId } = submission;
  const [last] = await listEvents(tx, {
    scope: actor.scope,
    filter: { submissionId: submission.id, types: WROTE_CELLS },
    limit: 1,
  });
  if (last?.event.type !== "section_declared_nil") throw new Refusal("nil_not_declared");

  const changes = last.event.data.changes.map(({ cellKey, from, to }) => ({ cellKey, from: to, to: from }));
  await storeCells(tx, actor, submission, changes, now);
  await updateSubmission(tx, { id: submission.id, districtId, by: actor, at: now, set: { ...to, isNil: false } });
  await record(subjectOf(submission), { type: "nil_declaration_withdrawn", data: { sectionId, changes } });
  return changes.length;
}

/** The section, locked, and the state that a change of it leads to where that is another. */
async function beginEdit(
  tx: Db,
  actor: Actor,
  { submissionId, expectedRevision }: SectionStepInput,
  now: Date,
): Promise<{ submission: Submission; to: { state?: Submission["state"] } }> {
  const submission = await getSubmissionForUpdate(tx, { id: submissionId, scope: actor.scope });
  if (!submission) throw await refusalOfMissing(tx, actor, now);
  const decision = await requireMove(tx, actor, submission, { move: "edit", expectedRevision, now });
  return { submission, to: decision.from === decision.to ? {} : { state: decision.to } };
}

async function listTypedEntries(tx: Db, actor: Actor, submission: Submission): Promise<Figures> {
  const stored = await listFigures(tx, { scope: actor.scope, submissionId: submission.id });
  return Object.fromEntries(stored.map(({ cellKey, found }) => [cellKey, found]));
}

async function storeCells(
  tx: Db,
  actor: Actor,
  { id: submissionId, districtId, organisationId }: Submission,
  changes: readonly Change[],
  now: Date,
): Promise<void> {
  const cells = changes.map(({ cellKey, to }) => ({ cellKey, found: to }));
  await upsertFigures(tx, { districtId, by: actor, at: now, sections: [{ submissionId, organisationId, cells }] });
}
