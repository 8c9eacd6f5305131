import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe } from "vitest";
import { withActor } from "@/db/connect";
import { insertCycleUnits } from "@/db/queries/cycle-units";
import { insertEvents } from "@/db/queries/events";
import { insertSubmissions } from "@/db/queries/submissions";
import { buildOpenDistrict, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { SECTION_IDS } from "@/lib/domain/section-ids";

const UNITS = 2_800;

describe("a year of thousands of units", () => {
  test("is written although one statement takes no more than 65,535 values", async ({ db }) => {
    const { person, districtId, cycleId } = await buildOpenDistrict(db);
    const admin = person("工委管委办公室管理员");
    await withActor(db, admin, async (tx) => {
      const made = await tx.execute<{ id: string }>(sql`
        insert into organisations (district_id, id, parent_id, kind, name, folded_name, position)
        select ${districtId}, gen_random_uuid(), ${districtId}, 'department', '单位' || n, '单位' || n, 100 + n
        from generate_series(1, ${UNITS}) n returning id`);
      const ids = made.rows.map((row) => row.id);
      await insertCycleUnits(
        tx,
        ids.map((organisationId, index) => ({ districtId, cycleId, organisationId, position: 100 + index })),
      );
      const rows = ids.flatMap((organisationId) =>
        SECTION_IDS.map((sectionId) => {
          const at = { dueAt: TEST_NOW, updatedAt: TEST_NOW };
          return { districtId, id: randomUUID(), cycleId, organisationId, sectionId, ...at };
        }),
      );
      await insertSubmissions(tx, rows);
      const event = { type: "unit_included" as const, data: { year: 2019 } };
      const records = ids.slice(0, 1_500).map((organisationId) => ({ organisationId, cycleId, event }));
      await insertEvents(tx, { districtId, at: TEST_NOW, actor: admin, records });
      const { rows: counted } = await tx.execute(sql`
        select (select count(*)::int from submissions where cycle_id = ${cycleId} and organisation_id = any (array(
          select id from organisations where position > 100 and district_id = ${districtId}))) as submissions,
          (select count(*)::int from events where district_id = ${districtId} and type = 'unit_included') as events`);
      expect(counted).toEqual([{ submissions: UNITS * SECTION_IDS.length, events: 1_500 }]);
    });
  });
});
