import { eq, sql } from "drizzle-orm";
import { describe } from "vitest";
import { withActor } from "@/db/connect";
import { preparedQuery } from "@/db/prepared-query";
import { inScope } from "@/db/queries/in-scope";
import { submissions } from "@/db/schema";
import { buildDistrict, buildOpenDistrict } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";

describe("preparedQuery", () => {
  test("is built once for each connection and number of units, and gives each sender their own rows", async ({
    committed,
  }) => {
    let builds = 0;
    const select = preparedQuery((db, scope) => {
      builds += 1;
      return db
        .select({ organisationId: submissions.organisationId, sectionId: submissions.sectionId })
        .from(submissions)
        .where(inScope(submissions, scope, eq(submissions.sectionId, sql.placeholder("sectionId"))));
    });
    const { person } = await buildOpenDistrict(committed);
    const foreign = await buildDistrict(committed);
    const [office, clerk, other] = [person("工委管委办公室审核人"), person("财政局填报人"), person("司法办公室填报人")];

    for (let round = 0; round < 20; round += 1) {
      for (const sectionId of ["requests", "litigation"] as const) {
        for (const actor of [clerk, other]) {
          const rows = await withActor(committed, actor, (tx) => select(tx, actor.scope, { sectionId }));
          expect(rows).toEqual([{ organisationId: actor.memberships[0]?.organisationId, sectionId }]);
        }
        const all = await withActor(committed, office, (tx) => select(tx, office.scope, { sectionId }));
        expect(all).toHaveLength(8);
        expect(await withActor(committed, foreign.admin, (tx) => select(tx, office.scope, { sectionId }))).toEqual([]);
      }
    }
    // One for a clerk's one unit and one for the whole district, on each of the few connections.
    expect(builds).toBeLessThanOrEqual(2 * 4);
  });

  test("finds what its own transaction has written, where statements go out one after the other", async ({ db }) => {
    const select = preparedQuery((tx, scope) =>
      tx
        .select({ isNil: submissions.isNil })
        .from(submissions)
        .where(inScope(submissions, scope, eq(submissions.id, sql.placeholder("id")))),
    );
    const { person } = await buildOpenDistrict(db);
    const clerk = person("财政局填报人");
    await withActor(db, clerk, async (tx) => {
      const [row] = await tx.select({ id: submissions.id }).from(submissions).where(inScope(submissions, clerk.scope));
      const values = { id: row?.id };
      const before = select(tx, clerk.scope, values);
      const written = tx
        .update(submissions)
        .set({ isNil: true })
        .where(eq(submissions.id, values.id ?? ""))
        .execute();
      const after = select(tx, clerk.scope, values);
      const [[first], , [last]] = await Promise.all([before, written, after]);
      expect([first?.isNil, last?.isNil]).toEqual([false, true]);
    });
  });
});
