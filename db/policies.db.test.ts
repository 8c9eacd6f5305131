import { sql } from "drizzle-orm";
import { Client } from "pg";
import { describe, inject } from "vitest";
import type { Db } from "@/db/connect";
import { withPublic, withScope } from "@/db/connect";
import { buildDistrict, buildWorkingDistrict } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { Scope } from "@/lib/domain/access";

/** Every table that holds rows of a district, with whether its rows belong to units. */
async function listTables(db: Db): Promise<{ name: string; hasUnit: boolean }[]> {
  const { rows } = await db.execute<{ name: string; has_unit: boolean }>(sql`
    select c.relname as name, exists (select from pg_attribute u where u.attrelid = c.oid and u.attname = 'organisation_id') as has_unit
    from pg_class c join pg_attribute d on d.attrelid = c.oid and d.attname = 'district_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and has_table_privilege(c.oid, 'select') order by c.relname`);
  return rows.map((row) => ({ name: row.name, hasUnit: row.has_unit }));
}

/** How many rows of which tables a transaction sees when no query names a scope. */
async function seen(tx: Db, tables: readonly { name: string }[], where = sql`true`): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await tx.execute<{ count: number }>(
      sql`select count(*)::int as count from ${sql.identifier(name)} where ${where}`,
    );
    if (rows[0]?.count) counts[name] = rows[0].count;
  }
  return counts;
}

const as = <Result>(db: Db, userId: string | null, scope: Scope, work: (tx: Db) => Promise<Result>) =>
  withScope(db, { userId, scope }, work);

/** Runs `work` and takes back whatever it did; gives the code that PostgreSQL refused with. */
async function refusalOf(tx: Db, work: (inner: Db) => Promise<unknown>): Promise<string | null> {
  const failed: unknown = await tx.transaction(work).then(
    () => null,
    (error: unknown) => error,
  );
  const cause = failed instanceof Error && failed.cause ? failed.cause : failed;
  return typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : null;
}

describe("the policies, asked by SQL that names no scope", () => {
  test("show a unit its own rows, a district its own, and the public what is published", async ({ db }) => {
    const mine = await buildWorkingDistrict(db);
    const other = await buildDistrict(db);
    const tables = await listTables(db);
    const [clerk, reviewer] = [mine.person("财政局填报人"), mine.person("工委管委办公室审核人")];
    const [unit = ""] = clerk.scope.units === "all" ? [] : clerk.scope.units;
    expect(tables.length).toBeGreaterThan(18);

    const ofUnits = tables.filter((table) => table.hasUnit);
    const filled = await as(db, reviewer.userId, reviewer.scope, (tx) => seen(tx, tables));
    expect(Object.keys(filled)).toEqual(
      expect.arrayContaining(["events", "figures", "paragraphs", "comments", "versions", "version_figures", "seals"]),
    );
    await as(db, clerk.userId, clerk.scope, async (tx) => {
      expect(await seen(tx, ofUnits, sql`organisation_id is distinct from ${unit}`)).toEqual({});
      expect(Object.keys(await seen(tx, ofUnits))).toEqual(expect.arrayContaining(["events", "figures", "versions"]));
      expect(await seen(tx, [{ name: "users" }])).toEqual({ users: 1 });
      expect(await seen(tx, [{ name: "adjustments" }, { name: "report_texts" }])).toEqual({});
      expect(await seen(tx, [{ name: "history_heads" }])).toEqual({});
      expect(await seen(tx, [{ name: "seals" }])).toEqual({ seals: 1 });
    });

    const isTheirs = sql`district_id = ${mine.districtId}`;
    for (const [userId, scope] of [
      [other.admin.userId, other.admin.scope],
      [reviewer.userId, other.admin.scope],
      [reviewer.userId, { districtId: "00000000-0000-4000-8000-000000000000", units: "all" }],
    ] as const) {
      expect(await as(db, userId, scope, (tx) => seen(tx, tables, isTheirs))).toEqual({});
    }
    expect(await withPublic(db, (tx) => seen(tx, tables, sql`${isTheirs}`))).toEqual({});
  });

  test("let nobody write what they do not see", async ({ db }) => {
    const mine = await buildWorkingDistrict(db);
    const [clerk, stranger] = [mine.person("财政局填报人"), mine.person("司法办公室填报人")];
    const { id } = await mine.desk("finance").find("requests");
    const [unit = ""] = clerk.scope.units === "all" ? [] : clerk.scope.units;
    const count = async (tx: Db, text: ReturnType<typeof sql>) => (await tx.execute(text)).rowCount;

    await as(db, stranger.userId, stranger.scope, async (tx) => {
      expect(await count(tx, sql`update submissions set state = 'approved' where id = ${id}`)).toBe(0);
      expect(await count(tx, sql`update figures set found = '9' where submission_id = ${id}`)).toBe(0);
      expect(await count(tx, sql`update users set deactivated_at = now() where id = ${clerk.userId}`)).toBe(0);
      const insert = sql`insert into figures (district_id, submission_id, organisation_id, cell_key, found, updated_by, updated_by_name, updated_at)
        values (${mine.districtId}, ${id}, ${unit}, 'x.y', '1', ${stranger.userId}, '', now())`;
      expect(await refusalOf(tx, (inner) => inner.execute(insert))).toBe("42501");
      const grant = sql`insert into memberships (district_id, id, user_id, organisation_id, role, from_at)
        values (${mine.districtId}, gen_random_uuid(), ${stranger.userId}, ${unit}, 'admin', now())`;
      expect(await refusalOf(tx, (inner) => inner.execute(grant))).toBe("42501");
    });
  });

  test("cannot be lifted by the app", async () => {
    const app = new Client({ connectionString: inject("appUrl") });
    await app.connect();
    const owner = new URL(inject("ownerUrl")).username;
    for (const text of [
      `set role ${owner}`,
      "alter table figures disable row level security",
      "alter table figures no force row level security",
      "drop policy in_scope on figures",
      "create policy mine on figures using (true)",
      "alter table events disable trigger append_only",
      "alter role nianbao_app bypassrls",
      "create function public.lift() returns void language sql as 'select'",
    ]) {
      await expect(app.query(text), text).rejects.toMatchObject({ code: "42501" });
    }
    await app.end();
  });
});
