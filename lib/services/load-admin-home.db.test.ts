import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe } from "vitest";
import { withActor, withScope } from "@/db/connect";
import { insertSession, listLastSeen } from "@/db/queries/sessions";
import { buildDistrict, buildFailedJob, buildPerson, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { grantRole } from "@/lib/services/change-roles";
import { loadAdminHome } from "@/lib/services/load-admin-home";

describe("the administrator's first page", () => {
  test("lists what needs a hand: units without a clerk, failed jobs, codes and roles that end", async ({ db }) => {
    const { admin, officeId, unitIds } = await buildDistrict(db);
    const organisationId = unitIds.财政局 ?? "";
    const wang = await buildPerson(db, admin, { name: "王芳", organisationId, role: "submitter" });
    const until = "2020-01-20";
    await grantRole(db, admin, { ...request(), userId: wang.userId, organisationId, role: "head", until }, TEST_NOW);
    await buildPerson(db, admin, { name: "赵敏", organisationId: officeId, role: "reviewer" });
    await buildFailedJob(db, admin.districtId);
    const kindsAt = async (now: Date) => (await loadAdminHome(db, admin, {}, now)).tasks.map(({ kind }) => kind);

    expect(await kindsAt(TEST_NOW)).toEqual([
      "submitter_missing",
      "role_missing",
      "role_missing",
      "contact_missing",
      "jobs_failed",
      "year_missing",
      "role_ending",
    ]);
    const later = new Date(TEST_NOW.getTime() + 12 * 86_400_000);
    expect(await kindsAt(later)).toEqual(expect.arrayContaining(["backup", "code_expiring", "role_ending"]));
  });

  test("an administrator learns when others were there, nobody else does", async ({ db }) => {
    const { admin, unitIds } = await buildDistrict(db);
    const organisationId = unitIds.财政局 ?? "";
    const wang = await buildPerson(db, admin, { name: "王芳", organisationId, role: "submitter" });
    const { districtId, userId } = wang;
    await withScope(db, { userId, scope: { districtId, units: [] } }, (tx) =>
      insertSession(tx, {
        ...{ districtId, userId, id: randomUUID(), epoch: 1, source: "192.0.2.7", userAgent: "" },
        startedAt: TEST_NOW,
        endsAt: TEST_NOW,
        isProvedTwice: false,
      }),
    );
    const seen = await withActor(db, admin, (tx) => listLastSeen(tx, admin));
    expect(seen).toEqual(new Map([[userId, TEST_NOW]]));
    await withActor(db, wang, async (tx) => {
      await expect(tx.transaction((inner) => inner.execute(sql`select * from nianbao.last_seen()`))).rejects.toThrow();
    });
  });
});
