import { statfs } from "node:fs/promises";
import type { Db } from "@/db/connect";
import { NEWEST_MIGRATION, probeWriting, readDatabaseState } from "@/db/queries/health";
import { refusalOfOutage, sqlStateOf } from "@/lib/domain/outage";

export type NotReady =
  | "database_unreachable"
  | "database_read_only"
  | "database_busy"
  | "database_full"
  | "migrations_missing"
  | "migrations_newer"
  | "role_unusable";

export type Readiness = { isReady: boolean; reasons: { code: NotReady; detail: string }[] };

/** A load balancer asks every few seconds; an answer that takes longer than this counts as a failure. */
const PATIENCE_MS = 5_000;
/** Below this the built-in database is about to stop taking changes: its log alone grows in steps of 16 MB. */
const LEAST_FREE_BYTES = 64 * 1024 * 1024;

/**
 * Whether people can work with this process: its database answers, takes changes, has this build's tables and lets the
 * app's role use them. Reads, and writes one row that nobody misses.
 *
 * @param databaseDir where the built-in database lies; absent with a server of one's own
 */
export async function checkReadiness(
  db: Db,
  { databaseDir }: { databaseDir?: string | undefined },
  now: Date,
): Promise<Readiness> {
  const [ofDisk, ofDatabase] = await Promise.all([
    databaseDir ? reasonsOfDisk(databaseDir) : [],
    withinPatience(reasonsOfDatabase(db, now)),
  ]);
  const reasons = [...ofDatabase, ...ofDisk].filter(
    ({ code }, index, all) => all.findIndex((other) => other.code === code) === index,
  );
  return { isReady: reasons.length === 0, reasons };
}

async function reasonsOfDatabase(db: Db, now: Date): Promise<Readiness["reasons"]> {
  try {
    const { isReadOnly, newestMigration } = await readDatabaseState(db);
    if (isReadOnly) return [{ code: "database_read_only", detail: "The database takes no changes." }];
    if (newestMigration < NEWEST_MIGRATION) {
      return [{ code: "migrations_missing", detail: "The database is older than this build; npm start migrates it." }];
    }
    if (newestMigration > NEWEST_MIGRATION) {
      return [{ code: "migrations_newer", detail: "The database was migrated by a newer build." }];
    }
    await probeWriting(db, { now });
    return [];
  } catch (error) {
    return [reasonOf(error)];
  }
}

function reasonOf(error: unknown): Readiness["reasons"][number] {
  const state = sqlStateOf(error);
  if (state === "42501" || state === "42P01" || state === "3F000") {
    return { code: "role_unusable", detail: `The app's role may not use the tables (SQL state ${state}).` };
  }
  switch (refusalOfOutage(error)?.code) {
    case "storage_full":
      return { code: "database_full", detail: "The database's disk is full." };
    case "storage_read_only":
      return { code: "database_read_only", detail: "The database takes no changes." };
    case "database_busy":
      return { code: "database_busy", detail: `The database is too busy (SQL state ${state}).` };
    default:
      return { code: "database_unreachable", detail: state ? `SQL state ${state}` : "No connection." };
  }
}

async function reasonsOfDisk(databaseDir: string): Promise<Readiness["reasons"]> {
  const found = await statfs(databaseDir).catch(() => null);
  const free = found ? found.bavail * found.bsize : Number.POSITIVE_INFINITY;
  if (free >= LEAST_FREE_BYTES) return [];
  return [{ code: "database_full", detail: `${Math.floor(free / 1024 / 1024)} MB are left on the database's disk.` }];
}

/** A paused database does not answer, so the check has a timeout. */
async function withinPatience(asked: Promise<Readiness["reasons"]>): Promise<Readiness["reasons"]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Readiness["reasons"]>((resolve) => {
    timer = setTimeout(
      () => resolve([{ code: "database_unreachable", detail: `No answer within ${PATIENCE_MS / 1000} s.` }]),
      PATIENCE_MS,
    );
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
