import { callbackify } from "node:util";
import type { Client, ClientConfig, Pool, PoolClient } from "pg";
import { isDatabaseAway } from "@/lib/domain/outage";
import { isReadOnly } from "./servers";

class ReadOnlyServer extends Error {
  /** As PostgreSQL says it of a statement there. */
  readonly code = "25006";
}

async function refuseStandby(client: PoolClient): Promise<void> {
  if (await isReadOnly(client)) throw new ReadOnlyServer("the server takes no changes");
}

/**
 * Lets a pool go on with another of several servers when the one that it uses is away or takes no changes any more. New
 * connections go where the last good one went; the next server is tried when that fails, each once.
 */
export function chooseServer(servers: readonly string[]) {
  let current = 0;

  return {
    /** Clients of that class, connected to the server of the moment. */
    clientOf(Base: typeof Client): typeof Client {
      return class extends Base {
        constructor(config?: string | ClientConfig) {
          const connectionString = servers[current % servers.length] ?? "";
          super({ ...(typeof config === "object" ? config : {}), connectionString });
        }
      };
    },
    /** For the pool's `verify`: a standby is not taken. */
    verify: callbackify(refuseStandby),
    /** Has the pool try the others before it says that there is none. */
    watch(pool: Pool): void {
      const connect = pool.connect.bind(pool);
      const connectAnywhere = async (): Promise<PoolClient> => {
        for (let attempt = 1; ; attempt += 1) {
          const tried = current;
          try {
            return await connect();
          } catch (error) {
            if (!isDatabaseAway(error) || attempt >= servers.length) throw error;
            if (current === tried) current = (tried + 1) % servers.length;
          }
        }
      };
      const withCallback = callbackify(connectAnywhere);
      Object.assign(pool, {
        connect: (taken?: (error: Error | null, client?: PoolClient, release?: PoolClient["release"]) => void) => {
          if (!taken) return connectAnywhere();
          withCallback((error, client) => taken(error, client, client?.release.bind(client)));
          return undefined;
        },
      });
    },
  };
}
