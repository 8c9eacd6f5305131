import { Client } from "pg";
import { listServers } from "@/lib/database-url";

const READ_ONLY =
  "select pg_is_in_recovery() or current_setting('default_transaction_read_only') = 'on' as is_read_only";

/**
 * The server of a URL that takes changes now, as a URL of its own. With one server that is the one, whatever it says;
 * with several, each is asked, and the reason of the last is thrown where none does.
 */
export async function findWritable(url: string): Promise<string> {
  const servers = listServers(url) ?? [url];
  const [first = url] = servers;
  if (servers.length === 1) return first;
  let reason: unknown;
  for (const server of servers) {
    const client = new Client({ connectionString: server, connectionTimeoutMillis: 5_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      if (!(await isReadOnly(client))) return server;
      reason = new Error(`${new URL(server).host} is read-only`);
    } catch (error) {
      reason = error;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw reason;
}

/** A standby, or a server that was set so. */
export async function isReadOnly(client: Pick<Client, "query">): Promise<boolean> {
  const { rows } = await client.query<{ is_read_only: boolean }>(READ_ONLY);
  return rows[0]?.is_read_only ?? true;
}
