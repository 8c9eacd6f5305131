import type { Db } from "@/db/connect";
import { withScope } from "@/db/connect";
import { insertEvents } from "@/db/queries/events";
import { countGuess, deleteGuesses, getNextTryAt, updateGuessUncounted } from "@/db/queries/guesses";
import { getSignInRow, type SignInRow } from "@/db/queries/sign-in";
import type { DomainEvent } from "@/lib/domain/events";
import { beginsToWait, type Counter, countersOf, type GuessedAt, type Origin, waitsOf } from "@/lib/domain/guessing";
import { Refusal, type RefusalCode } from "@/lib/domain/refusal";
import { hashOf } from "@/lib/services/hash";

export type Attempt = { what: GuessedAt; account: string; origin: Origin; now: Date };

type Counted = { counter: Counter; key: string; failures: number };

/**
 * Lets somebody try to prove that an account is theirs, at the pace of `lib/domain/guessing`. A try at an account counts
 * before it is made, so that many at once are no way around; one that is right takes its count back. What one source tries
 * at all accounts counts once a try has failed: an office whose people sign in at the same minute comes from one address,
 * and the line for passwords bounds how many are tried at once. Failures of an account that exists are written into its
 * district's history.
 *
 * @throws Refusal `wrong` with `left`, the tries that need not wait; slow_down with `seconds`; busy with `seconds`
 */
export async function proveIdentity(
  db: Db,
  attempt: Attempt,
  wrong: RefusalCode,
  isRight: (row: SignInRow | null) => Promise<boolean>,
): Promise<SignInRow> {
  const counted = await countAttempt(db, attempt);
  const row = await getSignInRow(db, { account: attempt.account });
  const isProved = await isRight(row).catch(async (error: unknown) => {
    await uncount(db, counted);
    throw error;
  });
  if (row && isProved) {
    await forget(db, counted);
    return row;
  }
  counted.push(...(await countFailedAccount(db, attempt, counted)));
  if (row) await tellFailure(db, row, attempt, counted);
  const [first] = counted;
  throw new Refusal(wrong, { left: first ? Math.max(0, first.counter.pace.freeFailures - first.failures) : 0 });
}

async function countAttempt(db: Db, { what, account, origin, now }: Attempt): Promise<Counted[]> {
  const counted: Counted[] = [];
  for (const counter of countersOf({ what, account, origin })) {
    const key = hashOf(counter.key);
    const nextAt = counter.countsAccounts ? await getNextTryAt(db, { key, now }) : await count(counter, key);
    if (!nextAt) continue;
    await uncount(db, counted);
    throw new Refusal("slow_down", { seconds: Math.max(1, Math.ceil((nextAt.getTime() - now.getTime()) / 1000)) });
  }
  return counted;

  async function count(counter: Counter, key: string): Promise<Date | null> {
    const answer = await countGuess(db, { key, pace: counter.pace, now });
    if (!answer.isTaken) return answer.nextAt;
    counted.push({ counter, key, failures: answer.failures });
    return null;
  }
}

/** Counts an account at its first failure for the counters of accounts; none is counted while its source has to wait. */
async function countFailedAccount(
  db: Db,
  { what, account, origin, now }: Attempt,
  counted: readonly Counted[],
): Promise<Counted[]> {
  if (counted[0]?.failures !== 1) return [];
  const counters = countersOf({ what, account, origin }).filter((counter) => counter.countsAccounts);
  const added: Counted[] = [];
  for (const counter of counters) {
    const key = hashOf(counter.key);
    const answer = await countGuess(db, { key, pace: counter.pace, now });
    if (answer.isTaken) added.push({ counter, key, failures: answer.failures });
  }
  return added;
}

async function uncount(db: Db, counted: readonly Counted[]): Promise<void> {
  for (const { key } of counted) await updateGuessUncounted(db, { key });
}

/** What was counted of this account from this place is forgotten; of what is shared, only this try is taken back. */
async function forget(db: Db, counted: readonly Counted[]): Promise<void> {
  for (const { counter, key } of counted) {
    const isOwn = counter.name === "device" || counter.name === "source";
    await (isOwn ? deleteGuesses(db, { key }) : updateGuessUncounted(db, { key }));
  }
}

async function tellFailure(
  db: Db,
  row: SignInRow,
  { what, account, origin, now }: Attempt,
  counted: readonly Counted[],
): Promise<void> {
  const from = { account, source: origin.source, isKnownDevice: origin.deviceId !== null, what };
  const slowed = counted.flatMap(({ counter: { name, pace }, failures }): DomainEvent[] => {
    const seconds = waitsOf(pace)[failures - 1] ?? pace.longestWaitSeconds;
    if (!beginsToWait(pace, failures)) return [];
    return [{ type: "sign_in_slowed", data: { ...from, counter: name, seconds } }];
  });
  const failureEvents: DomainEvent[] = [{ type: "sign_in_failed", data: from }, ...slowed];
  const districtId = row.district_id;
  await withScope(db, { userId: null, scope: { districtId, units: [] } }, (tx) =>
    insertEvents(tx, { districtId, at: now, actor: null, records: failureEvents.map((event) => ({ event })) }),
  );
}
