import { channel } from "node:diagnostics_channel";
import type { TablesRelationalConfig } from "drizzle-orm";
import { NodePgSession, type NodePgTransaction } from "drizzle-orm/node-postgres";
import type { PgDialect, PgPreparedQuery, PreparedQueryConfig } from "drizzle-orm/pg-core";
import { type Client, Pool, type PoolClient } from "pg";
import { isDatabaseAway } from "@/lib/domain/outage";
import { withoutStatement } from "./failed-statement";

/** Tells the server, which answers such a request with when to come again. */
const away = channel("nianbao.database-away");

type DrizzleSession = NodePgSession<Record<string, unknown>, TablesRelationalConfig>;
type Transaction = NodePgTransaction<Record<string, unknown>, TablesRelationalConfig>;

/**
 * Drizzle's session, through which every statement passes, in a transaction or without one: what fails here fails
 * without its text and its values.
 */
export class Session extends NodePgSession<Record<string, unknown>, TablesRelationalConfig> {
  private readonly connection: Pool | PoolClient | Client;
  /** What a connection that takes one statement at a time is doing. */
  private busy: Promise<unknown> | null;

  constructor(connection: Pool | PoolClient | Client, dialect: PgDialect, options: { isOneAtATime?: boolean } = {}) {
    super(connection, dialect, undefined);
    this.connection = connection;
    this.busy = options.isOneAtATime ? Promise.resolve() : null;
  }

  /** Whose statements can be sent again: the connection's, or of one that takes them in turn this session's alone. */
  get owner(): object {
    return this.busy ? this : this.connection;
  }

  override prepareQuery<Config extends PreparedQueryConfig = PreparedQueryConfig>(
    ...statement: Parameters<DrizzleSession["prepareQuery"]>
  ): PgPreparedQuery<Config> {
    const prepared = super.prepareQuery<Config>(...statement);
    const execute = prepared.execute.bind(prepared);
    return Object.assign(prepared, {
      execute: (values?: Record<string, unknown>) => this.inTurn(() => execute(values)).catch(failWithoutStatement),
    });
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (!this.busy) return work();
    const done = this.busy.then(work);
    this.busy = done.catch(() => undefined);
    return done;
  }

  override async transaction<Result>(
    work: (tx: Transaction) => Promise<Result>,
    ...config: [Parameters<DrizzleSession["transaction"]>[1]?]
  ): Promise<Result> {
    if (!(this.connection instanceof Pool)) return super.transaction(work, ...config);
    const client = await this.connection.connect().catch(failWithoutStatement);
    try {
      return await new Session(client, this.dialect).transaction(work, ...config);
    } finally {
      client.release();
    }
  }
}

function failWithoutStatement(error: unknown): never {
  if (isDatabaseAway(error)) away.publish(error);
  throw withoutStatement(error);
}
