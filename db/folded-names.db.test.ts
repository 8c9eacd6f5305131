import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { describe } from "vitest";
import { expect, test } from "@/db/testing/test-db";
import { foldName } from "@/lib/domain/fold-name";

const FOLDER = join(import.meta.dirname, "../drizzle");
const NAMES = [
  "财政局",
  "财 政\u200B局",
  "\u3000财政局\t",
  "管委会（筹）",
  "ＡＤＭＩＮ－1",
  "财\u00AD政\uFEFF局\uFE0F",
  "a\u2060b",
];

describe("the migration that folds the names that are there already", () => {
  test("folds them as the rules do", async ({ db }) => {
    const file = readdirSync(FOLDER).find((name) => name.endsWith("_folded_names.sql")) ?? "";
    const folding = /lower\(regexp_replace\(normalize\("name", NFKC\), .*?'g'\)\)/.exec(
      readFileSync(join(FOLDER, file), "utf8"),
    );
    const expression = sql.raw(folding?.[0] ?? "");
    for (const name of NAMES) {
      const { rows } = await db.execute(sql`select ${expression} as folded from (select ${name}::text as name) given`);
      expect(rows[0]?.folded).toBe(foldName(name));
    }
  });
});
