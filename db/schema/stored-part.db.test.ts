import { type SQL, sql } from "drizzle-orm";
import { describe } from "vitest";
import { z } from "zod";
import type { Db } from "@/db/connect";
import { storedPart } from "@/db/schema/stored-json";
import { expect, test } from "@/db/testing/test-db";

const FiguresSchema = z.record(z.string(), z.string().nullable());

async function read(db: Db, part: SQL) {
  const rows = await db
    .select({ figures: storedPart("reports.document.figures", FiguresSchema, part) })
    .from(sql`(values (1)) as one_row`);
  return rows[0]?.figures;
}

describe("a part that a query takes out of a jsonb column", () => {
  test("comes back as it is stored", async ({ db }) => {
    expect(await read(db, sql`'{"a": "1", "b": null}'::jsonb`)).toEqual({ a: "1", b: null });
  });

  test("is refused where its schema does not allow it", async ({ db }) => {
    await expect(read(db, sql`'{"a": 1}'::jsonb`)).rejects.toThrow(
      "reports.document.figures holds what its schema does not allow: a (invalid_type)",
    );
  });
});
