import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";

/** Held, shared, by every process that uses the server, so that the last one to leave can tell. */
const PRESENCE_LOCK = 2_019_604_531;

export type Presence = {
  /** Leaves, and says whether nobody else is there. */
  release(): Promise<{ isLast: boolean }>;
};

/**
 * Keeps one connection that says "in use", and revives the server whenever it takes that connection away. `revive`
 * asks `isWanted` once it has the right to start a server, since by then nobody may want one any more.
 */
export async function holdPresence(url: string, revive: (isWanted: () => boolean) => Promise<void>): Promise<Presence> {
  let isReleased = false;
  let current = await enter(url, lost);

  async function lost(): Promise<void> {
    while (!isReleased) {
      try {
        await revive(() => !isReleased);
        current = await enter(url, lost);
        if (isReleased) await current.end();
        return;
      } catch {
        // A server in the middle of its recovery refuses for a moment; a port that is taken may come free.
        await sleep(200);
      }
    }
  }

  return {
    async release() {
      isReleased = true;
      try {
        const result = await current.query<{ is_last: boolean }>(
          "select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as is_last",
          [PRESENCE_LOCK],
        );
        await current.end();
        return { isLast: result.rows[0]?.is_last ?? false };
      } catch {
        // A server that does not answer serves nobody.
        return { isLast: true };
      }
    },
  };
}

async function enter(url: string, onLost: () => Promise<void>): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: "nianbao presence" });
  // What went wrong is told by "end", which follows.
  client.on("error", () => undefined);
  await client.connect();
  await client.query("select pg_advisory_lock_shared($1)", [PRESENCE_LOCK]);
  client.once("end", () => void onLost());
  return client;
}
