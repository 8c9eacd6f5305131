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
  return actingAs(db, settingsOf(actsFor), work);
}

/**
 * Lets a part of a transaction act for somebody else, in another district, and the rest of it for `actor` as before: what
 * one act does in two districts is done wholly or not at all.
 */
export async function actingFor<Result>(
  tx: Db,
  actor: { userId: string; scope: Scope },
  actsFor: ActsFor,
  work: () => Promise<Result>,
): Promise<Result> {
  await Promise.all(settingsOf(actsFor).map((text) => tx.execute(sql.raw(text))));
  const result = await work();
  await Promise.all(settingsOf(actor).map((text) => tx.execute(sql.raw(text))));
  return result;
}

/** For what anybody may see: published reports. */
export async function withPublic<Result>(db: Db, work: (tx: Db) => Promise<Result>): Promise<Result> {
  return actingAs(db, settingStatements({ actor: "", district: "", units: [] }), work);
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function settingsOf({ userId, scope }: ActsFor): string[] {
  return settingStatements({ actor: userId ?? "", district: scope.districtId, units: scope.units });
}

/**
 * The statements that say whom a transaction acts for. They are `SET LOCAL`, which a cluster hands on to each machine that
 * the transaction asks, one setting a statement, and takes no parameters: only ids become their text.
 */
function settingStatements(of: { actor: string; district: string; units: Scope["units"] }): string[] {
  const { actor, district, units } = of;
  for (const id of [actor, district, ...(units === "all" ? [] : units)]) {
    if (id !== "" && !ID.test(id)) throw new Error("who acts, and for what, is named by ids");
  }
  return [
    `set local nianbao.actor = '${actor}'`,
    `set local nianbao.district = '${district}'`,
    `set local nianbao.units = '${units === "all" ? "all" : units.join(",")}'`,
  ];
}

/** The first statements say whom the transaction acts for; what follows need not wait for their answer. */
async function actingAs<Result>(db: Db, statements: string[], work: (tx: Db) => Promise<Result>): Promise<Result> {
  return db.transaction(async (tx) => {
    // A statement is sent when somebody waits for it: these before `work` begins.
    const made = statements.map((text) => tx.execute(sql.raw(text)).then(() => undefined));
    const [result] = await Promise.all([work(tx), ...made]);
    return result;
  });
}
