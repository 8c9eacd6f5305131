import { type Db, withActor } from "@/db/connect";
import { getLedgerChoices } from "@/db/queries/request-ledgers";
import { getSubmission } from "@/db/queries/submission-entries";
import type { Actor } from "@/lib/domain/access";
import type { CountLedgerInput } from "@/lib/domain/inputs/ledger";
import { listOutcomes } from "@/lib/domain/ledger/count-ledger";
import { interpretLedger, wordKey } from "@/lib/domain/ledger/interpret-ledger";
import type { LedgerReading } from "@/lib/domain/ledger/ledger-reading";
import { chosenWords, type LedgerPlan, type WordChoice } from "@/lib/domain/ledger/plan-ledger";
import { type LedgerColumns, proposeColumns } from "@/lib/domain/ledger/propose-columns";
import type { LedgerSummary, RememberedWords } from "@/lib/domain/ledger/stored-ledger";
import { Refusal } from "@/lib/domain/refusal";
import type { SectionWork } from "@/lib/domain/section-work";
import type { LedgerProblem } from "@/lib/intake/read-ledger";
import { countFile } from "@/lib/services/check-up";
import { hashOf } from "@/lib/services/hash";
import { getLedgerPlan } from "@/lib/services/ledger-plan";
import { requireMove } from "@/lib/services/require-move";
import { getSectionWork } from "@/lib/services/section-work";
import { withReader } from "@/lib/services/with-reader";

export type LedgerPreview = {
  reading: LedgerReading;
  plan: LedgerPlan;
  digest: string;
  cycle: SectionWork["cycle"];
  /** The ledger that it would take the place of. */
  before: LedgerSummary | null;
};

/**
 * Reads a ledger of requests and says what table three would be, counted from it: with the columns and words that the unit
 * chose the last time. Nothing is stored, and nothing personal leaves the reader.
 *
 * @throws Refusal not_found, too_many_attempts with `minutes`, reader_busy with `seconds` and what `requireMove` refuses
 */
export async function readLedgerFile(
  db: Db,
  actor: Actor,
  { submissionId, bytes }: { submissionId: string; bytes: Uint8Array },
  now: Date,
): Promise<({ ok: true } & LedgerPreview) | { ok: false; problem: LedgerProblem }> {
  const { outcomes, choices } = await withActor(db, actor, async (tx) => {
    const { cycle, submission } = await getEditableTable(tx, actor, submissionId, now);
    const of = { scope: actor.scope, organisationId: submission.organisationId };
    return { outcomes: listOutcomes(cycle.format), choices: await getLedgerChoices(tx, of) };
  });
  await countFile(db, { from: actor.userId }, now);
  const remembered = Object.values(choices?.columns ?? {}).filter((head) => head !== "");
  const read = await withReader({ from: actor.userId, isSignedIn: true }, (reader) =>
    reader.readLedger(bytes, { outcomes, remembered }),
  );
  if (!read.ok) return read;
  const { reading } = read;
  const columns = proposeColumns(reading, outcomes, choices?.columns ?? null);
  const words = recall(reading, columns, choices?.words ?? { kind: {}, outcome: {} }, outcomes);
  return { ok: true, ...(await countLedgerRows(db, actor, { submissionId, reading, columns, words }, now)) };
}

/**
 * The same for a ledger that was read, with columns and words as somebody chose them.
 *
 * @throws Refusal not_found and what `requireMove` refuses
 */
export async function countLedgerRows(
  db: Db,
  actor: Actor,
  input: CountLedgerInput,
  now: Date,
): Promise<LedgerPreview> {
  return withActor(db, actor, async (tx) => {
    const work = await getEditableTable(tx, actor, input.submissionId, now);
    const { plan, digest } = await getLedgerPlan(tx, actor, work, input);
    return { reading: input.reading, plan, digest, cycle: work.cycle, before: work.ledger };
  });
}

/** The section with table three, where the person may change it now. */
async function getEditableTable(tx: Db, actor: Actor, id: string, now: Date): Promise<SectionWork> {
  const submission = await getSubmission(tx, { id, scope: actor.scope });
  if (submission?.sectionId !== "requests") throw new Refusal("not_found");
  await requireMove(tx, actor, submission, { move: "edit", now });
  const work = await getSectionWork(tx, actor, submission);
  if (!work) throw new Refusal("not_found");
  return work;
}

/** What the words of this file were said to mean before. */
function recall(
  reading: LedgerReading,
  columns: LedgerColumns,
  remembered: RememberedWords,
  outcomes: readonly string[],
): WordChoice[] {
  const { words } = interpretLedger(reading, columns, chosenWords([], outcomes), outcomes);
  return words.flatMap(({ role, word }) => {
    const target = remembered[role][hashOf(wordKey(word))];
    return target === undefined ? [] : [{ role, word, target }];
  });
}
