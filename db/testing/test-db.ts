import { test as base, inject } from "vitest";
import { type Connection, connect, type Db } from "@/db/connect";

let shared: Connection | null = null;

function pool(): Connection {
  shared ??= connect(inject("appUrl"), { max: 4 });
  return shared;
}

class RolledBack extends Error {}

/**
 * `db` is an open transaction on a migrated database, as the ordinary role; it is rolled back after the test.
 * `committed` is the pool itself, for tests of concurrency: they use a district of their own.
 */
export const test = base.extend<{ db: Db; committed: Db }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures a fixture needs from this pattern.
  db: async ({}, use) => {
    try {
      await pool().db.transaction(async (tx) => {
        await use(tx);
        throw new RolledBack();
      });
    } catch (error) {
      if (!(error instanceof RolledBack)) throw error;
    }
  },
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures a fixture needs from this pattern.
  committed: async ({}, use) => {
    await use(pool().db);
  },
});

export { expect } from "vitest";
