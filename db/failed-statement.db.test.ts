import { inspect } from "node:util";
import { eq, sql } from "drizzle-orm";
import { describe } from "vitest";
import { type Db, withPublic } from "@/db/connect";
import { FailedStatement } from "@/db/failed-statement";
import { users } from "@/db/schema";
import { expect, test } from "@/db/testing/test-db";

const SECRET = "张三申请公开的内容";

describe("a statement that fails", () => {
  test("says its SQL state and a fingerprint, and nothing of its text or its values", async ({ db }) => {
    const failing = (value: string) =>
      withPublic(db, (tx) => tx.execute(sql`select ${value}::text, 1 / (length(${value}) - ${value.length})`)).catch(
        (error: unknown) => error,
      );
    const [first, second] = [await failing(SECRET), await failing("x")];

    if (!(first instanceof FailedStatement) || !(second instanceof FailedStatement)) throw new Error("no failure");
    expect(first.code).toBe("22012");
    expect(first.fingerprint).toBe(second.fingerprint);
    for (const words of [inspect(first), String(first.stack), JSON.stringify(first)]) {
      expect(words).not.toContain(SECRET);
      expect(words).not.toContain("length(");
    }
  });

  test("names the constraint that it met, not the value that met it", async ({ db }) => {
    const error = await withPublic(db, (tx) =>
      tx.execute(
        sql`insert into rate_limits (key, points, expire) select ${SECRET}, 1, null from generate_series(1, 2)`,
      ),
    ).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(FailedStatement);
    expect(inspect(error)).not.toContain(SECRET);
  });

  const failing = (db: Db) => db.execute(sql`select ${SECRET}::integer`);
  const ways: Record<string, (db: Db) => Promise<unknown>> = {
    "straight on the pool": failing,
    "as a built query": (db) => db.select({ id: users.id }).from(users).where(eq(users.id, SECRET)),
    "in a transaction that acts for nobody": (db) => db.transaction(failing),
    "in a transaction within another": (db) => db.transaction((tx) => tx.transaction(failing)),
    "in a part of a transaction that is caught there": (db) =>
      db.transaction((tx) =>
        failing(tx).then(undefined, (error: unknown) => {
          throw new Error("caught", { cause: error });
        }),
      ),
  };
  for (const [way, run] of Object.entries(ways)) {
    test(`says none of its values ${way}`, async ({ committed }) => {
      const error = await run(committed).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(Error);
      expect(inspect(error)).toContain("22P02");
      expect(inspect(error)).not.toContain(SECRET);
    });
  }
});
