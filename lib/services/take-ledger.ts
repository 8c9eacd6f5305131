import type { Db } from "@/db/connect";
import {
  deleteLedger,
  getLedger,
  getLedgerChoices,
  upsertLedger,
  upsertLedgerChoices,
} from "@/db/queries/request-ledgers";
import { getEntryForUpdate } from "@/db/queries/submission-entries";
import { updateSubmission } from "@/db/queries/submissions";
import type { Actor } from "@/lib/domain/access";
import type { RemoveLedgerInput, TakeLedgerInput } from "@/lib/domain/inputs/ledger";
import { type LedgerWord, wordKey } from "@/lib/domain/ledger/interpret-ledger";
import type { RememberedWords } from "@/lib/domain/ledger/stored-ledger";
import { Refusal } from "@/lib/domain/refusal";
import type { SectionWork } from "@/lib/domain/section-work";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { hashOf } from "@/lib/services/hash";
import { getLedgerPlan } from "@/lib/services/ledger-plan";
import { subjectOf } from "@/lib/services/move-submission";
import { refusalOfMissing, requireMove } from "@/lib/services/require-move";
import { writeFigures } from "@/lib/services/save-figures";
import { getSectionWork, listLocked } from "@/lib/services/section-work";

/**
 * Fills table three with what a ledger counts and keeps the ledger's rows behind it; one that was there before is replaced.
 * `digest` is what the sender saw: where anything would come out otherwise by now, nothing is taken.
 *
 * @throws Refusal not_found, changed_meanwhile and what `requireMove` refuses
 */
export async function takeLedger(db: Db, actor: Actor, input: TakeLedgerInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const { work, decision } = await getLockedTable(tx, actor, input.submissionId, now);
      const { submission } = work;
      const { plan, digest, hash } = await getLedgerPlan(tx, actor, work, input);
      if (digest !== input.digest) throw new Refusal("changed_meanwhile");

      const changes = plan.changes.map(({ cellKey, from, to }) => ({ cellKey, seen: from, value: to }));
      await writeFigures(tx, actor, { submission, decision, changes, now }, record);
      const { districtId, organisationId, sectionId } = submission;
      if (changes.length === 0) {
        const set = decision.from === decision.to ? { isNil: false } : { state: decision.to, isNil: false };
        await updateSubmission(tx, { districtId, by: actor, at: now, id: submission.id, set });
      }
      await upsertLedger(tx, {
        districtId,
        submissionId: submission.id,
        organisationId,
        sheets: input.reading.sheets,
        rows: plan.rows,
        rowCount: plan.rows.length,
        counts: plan.counts,
        changes: plan.changes,
        hash,
        takenBy: actor.userId,
        takenByName: actor.name,
        takenAt: now,
      });
      const before = await getLedgerChoices(tx, { scope: actor.scope, organisationId });
      const words = remember(before?.words ?? { kind: {}, outcome: {} }, plan.words);
      const choices = { districtId, organisationId, columns: plan.columns, words };
      await upsertLedgerChoices(tx, { ...choices, updatedBy: actor.userId, updatedAt: now });
      const counted = { sectionId, rows: plan.rows.length, uncounted: plan.faults.length, hash };
      await record(subjectOf(submission), {
        type: "ledger_counted",
        data: { ...counted, isNewer: work.ledger !== null },
      });
    },
    withoutResult,
  );
}

/**
 * Takes the ledger away from behind the table. The figures stay, or go back to what they were before it where nobody has
 * changed them since.
 *
 * @throws Refusal not_found, changed_meanwhile and what `requireMove` refuses
 */
export async function removeLedger(db: Db, actor: Actor, input: RemoveLedgerInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const { work, decision } = await getLockedTable(tx, actor, input.submissionId, now);
      const { submission } = work;
      const { id: submissionId, districtId, sectionId } = submission;
      const ledger = await getLedger(tx, { scope: actor.scope, submissionId });
      if (ledger?.hash !== input.hash) throw new Refusal("changed_meanwhile");
      if (input.restore) {
        const locked = listLocked(work);
        const changes = ledger.changes.flatMap(({ cellKey, from, to }) =>
          locked.has(cellKey) || work.values[cellKey] !== to ? [] : [{ cellKey, seen: to, value: from }],
        );
        await writeFigures(tx, actor, { submission, decision, changes, now }, record);
      }
      await deleteLedger(tx, { districtId, submissionId });
      const removed = { sectionId, rows: ledger.rowCount, hash: ledger.hash, isRestored: input.restore };
      await record(subjectOf(submission), { type: "ledger_removed", data: removed });
    },
    withoutResult,
  );
}

/** The section with table three, locked, where the person may change it now. */
async function getLockedTable(tx: Db, actor: Actor, id: string, now: Date) {
  const submission = await getEntryForUpdate(tx, { id, scope: actor.scope });
  if (!submission) throw await refusalOfMissing(tx, actor, now);
  const decision = await requireMove(tx, actor, submission, { move: "edit", now });
  const work: SectionWork | null =
    submission.sectionId === "requests" ? await getSectionWork(tx, actor, submission) : null;
  if (!work) throw new Refusal("not_found");
  return { work, decision };
}

/** Words that somebody had to explain, by their hash, so that no name is kept where a column held names. */
function remember(before: RememberedWords, words: readonly LedgerWord[]): RememberedWords {
  const of = (role: LedgerWord["role"]) => ({
    ...before[role],
    ...Object.fromEntries(
      words.flatMap(({ role: own, word, target, isKnown }) =>
        own === role && target !== "" && !isKnown ? [[hashOf(wordKey(word)), target]] : [],
      ),
    ),
  });
  return { kind: of("kind"), outcome: of("outcome") };
}
