import { sql } from "drizzle-orm";
import { NodePgDatabase } from "drizzle-orm/node-postgres";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Client } from "pg";
import type { Scope } from "@/lib/domain/access";
import { openPool, type PoolOptions } from "./pool";
import type * as schema from "./schema";
import { Session } from "./session";

/** The pool, or a transaction of it. */
export type Db = NodePgDatabase<typeof schema>;

export type Connection = { db: Db; close: () => Promise<void> };

/** Longer than the server lets a statement of the app's role take (`app-role.ts`): then it is the server that is silent. */
export const LONGEST_ANSWER_MS = 35_000;

/** Opens a pool for the ordinary role's URL; the options are those of `openPool`. */
export function connect(url: string, options: Partial<PoolOptions> = {}): Connection {
  const pool = openPool(url, { ...options, max: options.max ?? 10 });
  const dialect = new PgDialect();
  return { db: new NodePgDatabase(dialect, new Session(pool, dialect), undefined), close: () => pool.end() };
}

/** One connection as queries take it, one after the other: what it has begun is their transaction. */
export function queriesOn(client: Client): Db {
  const dialect = new PgDialect();
  return new NodePgDatabase(dialect, new Session(client, dialect, { isOneAtATime: true }), undefined);
}

/** Whom a transaction acts for. */
export type ActsFor = { userId: string | null; scope: Scope };

/**
 * Opens a transaction that acts for somebody: every row it sees or writes is held against that scope by the
 * database's own policies, whatever a query forgets.
 */
export async function withActor<Result>(
  db: Db,
  actor: { userId: string; scope: Scope },
  work: (tx: Db) => Promise<Result>,
): Promise<Result> {
  return withScope(db, { userId: actor.userId, scope: actor.scope }, work);
}

/** As `withActor`, for work that no person does: setting up, sealing. */
export async function withScope<Result>(db: Db, actsFor: ActsFor, work: (tx: Db) => Promise<Result>): Promise<Result> {
  const { districtId, units } = actsFor.scope;
  const listed = units === "all" ? "all" : units.join(",");
  return actingAs(db, { actor: actsFor.userId ?? "", district: districtId, units: listed }, work);
}

/** For what anybody may see: published reports. */
export async function withPublic<Result>(db: Db, work: (tx: Db) => Promise<Result>): Promise<Result> {
  return actingAs(db, { actor: "", district: "", units: "" }, work);
}

/** The first statement says whom the transaction acts for; what follows need not wait for its answer. */
async function actingAs<Result>(
  db: Db,
  settings: { actor: string; district: string; units: string },
  work: (tx: Db) => Promise<Result>,
): Promise<Result> {
  const { actor, district, units } = settings;
  return db.transaction(async (tx) => {
    // A statement is sent when somebody waits for it: this one before `work` begins.
    const settingsMade = tx
      .execute(
        sql`select set_config('nianbao.actor', ${actor}, true), set_config('nianbao.district', ${district}, true), set_config('nianbao.units', ${units}, true)`,
      )
      .then(() => undefined);
    const [result] = await Promise.all([work(tx), settingsMade]);
    return result;
  });
}
