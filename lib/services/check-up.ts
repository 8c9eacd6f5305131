import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import type { Db } from "@/db/connect";
import { rateLimitTable } from "@/db/queries/rate-limits";
import type { Finding } from "@/lib/domain/check/finding";
import type { Format } from "@/lib/domain/format";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { type NotCompared, whyNotCompared } from "@/lib/domain/previous-report";
import { Refusal } from "@/lib/domain/refusal";
import { getFormat } from "@/lib/formats";
import type { IntakeProblem, ReadResult } from "@/lib/intake";
import type { GuardedReader } from "@/lib/intake/read-guarded";
import { type Sender, withReader } from "@/lib/services/with-reader";

/** The rate limits of one address, and of all together, in ten minutes. */
const FILES_OF_ONE = 30;
const FILES_OF_ALL = 600;
const WINDOW_SECONDS = 10 * 60;

export type SentFile = { bytes: Uint8Array; fileName: string };

export type CheckedReport = {
  report: InterchangeReport;
  format: Format;
  previous: InterchangeReport | null;
  /** Why the file sent as last year's was not compared. */
  notCompared: NotCompared | null;
  findings: Finding[];
};

export type CheckUp =
  | ({ ok: true } & CheckedReport)
  /** Which of the two files could not be read, and why. */
  | { ok: false; problem: IntakeProblem; isPrevious: boolean };

/**
 * Reads and checks a report that anybody may send; nothing of it is stored.
 *
 * @throws Refusal too_many_attempts with `minutes`, reader_busy with `seconds`
 */
export async function checkUp(
  db: Db,
  input: { document: SentFile; previous: SentFile | null; from: string },
  now: Date,
): Promise<CheckUp> {
  await countFile(db, input, now);
  return withReader({ from: input.from, isSignedIn: false }, async (reader): Promise<CheckUp> => {
    const document = await readSent(reader, input.document);
    if (!document.ok) return { ok: false, problem: document.problem, isPrevious: false };
    const previous = input.previous ? await readSent(reader, input.previous) : null;
    if (previous && !previous.ok) return { ok: false, problem: previous.problem, isPrevious: true };
    const checked = await checkRead(reader, document.report, previous?.report ?? null);
    return checked.ok ? checked : { ...checked, isPrevious: false };
  });
}

type Checked = ({ ok: true } & CheckedReport) | { ok: false; problem: IntakeProblem };

/**
 * Checks what was read before; a report that names a form which does not exist cannot be checked.
 *
 * @throws Refusal reader_busy with `seconds`
 */
export async function checkReport(
  sender: Sender,
  report: InterchangeReport,
  previous: InterchangeReport | null,
): Promise<Checked> {
  return withReader(sender, (reader) => checkRead(reader, report, previous));
}

/** A step of a reading that is under way. */
export async function checkRead(
  reader: GuardedReader,
  report: InterchangeReport,
  previous: InterchangeReport | null,
): Promise<Checked> {
  const format = getFormat(report.format);
  if (!format) return { ok: false, problem: "wrong_schema" };
  const notCompared = previous && whyNotCompared(report, previous);
  const compared = notCompared === null ? previous : null;
  const checked = await reader.check(report, compared);
  if (!checked.ok) return checked;
  return { ok: true, report, format, previous: compared, notCompared, findings: checked.findings };
}

/**
 * Counts one file that somebody sends, before it is read: 30 of one sender and 600 of all in ten minutes by the
 * database's own clock.
 *
 * @throws Refusal too_many_attempts with `minutes`
 */
export async function countFile(db: Db, { from }: { from: string }, _now: Date): Promise<void> {
  await consume(db, `check-up ${from}`, FILES_OF_ONE);
  await consume(db, "check-up", FILES_OF_ALL);
}

async function consume(db: Db, key: string, points: number): Promise<void> {
  const limiter = new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimitTable,
    keyPrefix: "",
    points,
    duration: WINDOW_SECONDS,
    clearExpiredByTimeout: false,
  });
  try {
    await limiter.consume(key);
  } catch (rejected) {
    if (!(rejected instanceof RateLimiterRes)) throw rejected;
    throw new Refusal("too_many_attempts", { minutes: Math.max(1, Math.ceil(rejected.msBeforeNext / 60_000)) });
  }
}

/** A step of a reading that is under way: a file that somebody sent, under the caps on time and memory. */
export function readSent(reader: GuardedReader, { bytes, fileName }: SentFile): Promise<ReadResult> {
  return reader.read(bytes, fileName);
}
