import { Pool, type PoolClient } from "pg";

/** A pool that outlives its server: whatever the server does to connections, the process and the pool go on. */
export function openPool(url: string, options: { max: number }): Pool {
  const pool = new Pool({
    connectionString: url,
    max: options.max,
    keepAlive: true,
    // Queries asked for together in one transaction go out together.
    pipeline: true,
    // A request that finds no server fails instead of waiting for ever.
    connectionTimeoutMillis: 10_000,
  });
  // Queries on a lost connection fail by themselves; an "error" without a listener would end the process as well.
  pool.on("error", () => undefined);

  const held = new Set<PoolClient>();
  pool.on("acquire", (client) => held.add(client));
  pool.on("release", (_error, client) => held.delete(client));
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    client.on("end", () => {
      // The transaction that holds a lost connection does not release it when already its "begin" failed; a few such
      // losses would leave the pool without places. When it does release it, that is then once too often.
      if (!held.has(client)) return;
      client.release(true);
      client.release = () => undefined;
    });
  });
  return pool;
}
