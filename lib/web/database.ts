import "server-only";
import { connect, type Db, LONGEST_ANSWER_MS } from "@/db/connect";
import { env } from "@/lib/env";

let opened: Db | null = null;

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
