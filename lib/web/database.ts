import "server-only";
import { connect, type Db, LONGEST_ANSWER_MS } from "@/db/connect";
import { openReader, type Reader, type ReadResult } from "@/db/replica";
import { env } from "@/lib/env";

let opened: Db | null = null;
let reader: Reader | null = null;

/**
 * The app's pool, opened at the first use so that building needs no database. Pages, actions and routes hand it to a
 * service, which opens its own transaction; they ask nothing of it themselves.
 */
export function getDb(): Db {
  const { APP_DATABASE_URL, DATABASE_POOLED, DATABASE_CONNECTIONS } = env();
  opened ??= connect(APP_DATABASE_URL, {
    isPooled: DATABASE_POOLED === "1",
    max: DATABASE_CONNECTIONS,
    patienceMs: LONGEST_ANSWER_MS,
  }).db;
  return opened;
}

/** Reads what is published: at the replica where there is one that is not far behind, and at the primary otherwise. */
export async function readPublished<Result>(load: (db: Db) => Promise<Result>): Promise<ReadResult<Result>> {
  const { READ_DATABASE_URL: url, DATABASE_POOLED, DATABASE_CONNECTIONS: max } = env();
  if (url === undefined) return { result: await load(getDb()), asOf: null };
  const isPooled = DATABASE_POOLED === "1";
  reader ??= openReader(getDb(), connect(url, { isPooled, max, patienceMs: LONGEST_ANSWER_MS }).db);
  return reader.read(load);
}
