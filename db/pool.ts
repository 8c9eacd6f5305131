import { createHash } from "node:crypto";
import { channel } from "node:diagnostics_channel";
import { Client, Pool, type PoolClient } from "pg";
import { listServers } from "@/lib/database-url";
import { chooseServer } from "./several-servers";

export type PoolOptions = { max: number; isPooled?: boolean | undefined; patienceMs?: number | undefined };

/** The diagnostics channel that reports the connections of each pool. */
const opened = channel("nianbao.pool");

/**
 * A pool that outlives its server: whatever the server does to connections, the process and the pool go on; where the
 * URL names several servers, with the one that takes changes.
 *
 * `isPooled` with a pooler in between that gives each transaction another of its own connections: statements have no
 * names then, since a name would belong to the connection of the transaction before.
 *
 * `patienceMs` is how long an answer may take: a server that is paused, or a line that carries nothing, tells nobody.
 * Its connection is given up then.
 */
export function openPool(url: string, options: PoolOptions): Pool {
  const servers = listServers(url) ?? [url];
  const base = options.isPooled ? Client : NamingClient;
  const choice = servers.length > 1 ? chooseServer(servers) : null;
  const pool = new Pool({
    ...(choice ? { verify: choice.verify } : {}),
    connectionString: servers[0] ?? url,
    max: options.max,
    keepAlive: true,
    ...(options.patienceMs === undefined ? {} : { query_timeout: options.patienceMs }),
    // Queries asked for together in one transaction go out together.
    pipeline: true,
    Client: choice?.clientOf(base) ?? base,
    // A request that finds no server fails instead of waiting for ever; with others to try it fails sooner.
    connectionTimeoutMillis: choice ? 4_000 : 10_000,
  });
  choice?.watch(pool);
  opened.publish(pool);
  // Queries on a lost connection fail by themselves; an "error" without a listener would end the process as well.
  pool.on("error", () => undefined);

  const held = new Set<PoolClient>();
  pool.on("acquire", (client) => held.add(client));
  pool.on("release", (_error, client) => held.delete(client));
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    client.on("end", () => {
      // drizzle sends a transaction's `begin` outside of its `try … finally`: a connection lost before that is never
      // released, and a few such losses would leave the pool without places. One lost later is released by drizzle's
      // `finally` as well, which pg takes for an error; that second release has nothing left to do.
      if (!held.has(client)) return;
      client.release(true);
      client.release = () => undefined;
    });
  });
  return pool;
}

/** A text is kept by every connection; lists of every length would be too many of them, and of too much length. */
const MOST_STATEMENTS = 500;
const LONGEST_STATEMENT = 4_000;
const names = new Map<string, string>();

/**
 * Names each statement after its text, so that a connection parses and plans it once: joins under row-level policies
 * take PostgreSQL longer to plan than to carry out.
 */
class NamingClient extends Client {
  override query<Result>(statement: unknown, ...rest: unknown[]): Result;
  override query(statement: unknown, ...rest: unknown[]): unknown {
    const answer: unknown = Reflect.apply(super.query, this, [withName(statement, rest[0]), ...rest]);
    return answer;
  }
}

function withName(statement: unknown, values: unknown): unknown {
  if (!Array.isArray(values) || values.length === 0) return statement;
  if (typeof statement !== "object" || statement === null || !("text" in statement)) return statement;
  const { text } = statement;
  if (typeof text !== "string" || text.length > LONGEST_STATEMENT) return statement;
  const known = names.get(text);
  if (known === undefined && names.size >= MOST_STATEMENTS) return statement;
  const name = known ?? createHash("sha256").update(text).digest("base64url");
  names.set(text, name);
  return { ...statement, name };
}
