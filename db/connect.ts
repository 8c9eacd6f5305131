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

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The first statements say whom the transaction acts for; what follows need not wait for their answer. They are
 * `SET LOCAL`, which a cluster hands on to each machine that the transaction asks, one setting a statement, and takes no
 * parameters: only ids become their text.
 */
async function actingAs<Result>(
  db: Db,
  settings: { actor: string; district: string; units: string },
  work: (tx: Db) => Promise<Result>,
): Promise<Result> {
  const { actor, district, units } = settings;
  const listed = units === "all" || units === "" ? [] : units.split(",");
  for (const id of [actor, district, ...listed]) {
    if (id !== "" && !ID.test(id)) throw new Error("who acts, and for what, is named by ids");
  }
  const statements = [`actor = '${actor}'`, `district = '${district}'`, `units = '${units}'`];
  return db.transaction(async (tx) => {
    // A statement is sent when somebody waits for it: these before `work` begins.
    const made = statements.map((text) => tx.execute(sql.raw(`set local nianbao.${text}`)).then(() => undefined));
    const [result] = await Promise.all([work(tx), ...made]);
    return result;
  });
}
