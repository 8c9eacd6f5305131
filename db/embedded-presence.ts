import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";

/** Held, shared, by every process that uses the server, so that the last one to leave can tell. */
const PRESENCE_LOCK = 2_019_604_531;

export type Presence = {
  /** Leaves, and says whether nobody else is there. */
  release(): Promise<{ isLast: boolean }>;
};

/** Keeps one connection that says "in use", and revives the server whenever it takes that connection away. */
export async function holdPresence(url: string, revive: () => Promise<void>): Promise<Presence> {
  let isReleased = false;
  let current = await enter(url, lost);

  async function lost(): Promise<void> {
    await current.end({ timeout: 0 });
    while (!isReleased) {
      try {
        await revive();
        current = await enter(url, lost);
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
        const [row] = await current<{ is_last: boolean }[]>`
          select pg_advisory_unlock_shared(${PRESENCE_LOCK}), pg_try_advisory_lock(${PRESENCE_LOCK}) as is_last`;
        return { isLast: row?.is_last ?? false };
      } catch {
        // A server that does not answer serves nobody.
        return { isLast: true };
      } finally {
        await current.end({ timeout: 1 });
      }
    },
  };
}

async function enter(url: string, onLost: () => Promise<void>): Promise<postgres.Sql> {
  let hasEntered = false;
  const client = postgres(url, {
    max: 1,
    max_lifetime: null,
    connection: { application_name: "nianbao presence" },
    onnotice: () => undefined,
    onclose: () => {
      if (hasEntered) void onLost();
      hasEntered = false;
    },
  });
  try {
    await client`select pg_advisory_lock_shared(${PRESENCE_LOCK})`;
  } catch (error) {
    await client.end({ timeout: 0 });
    throw error;
  }
  hasEntered = true;
  return client;
}
