import { describe } from "vitest";
import { withActor } from "@/db/connect";
import { listEvents } from "@/db/queries/events";
import { listRolesOfUser } from "@/db/queries/memberships";
import { actorOf, buildOpenDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { endRole } from "@/lib/services/change-roles";
import { saveFigures } from "@/lib/services/save-figures";

const CELL = "requests.received.natural_person";
const OTHER = "requests.received.business";

describe("saveFigures", () => {
  test("keeps both changes of two clerks to different cells", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const [clerk, head] = [person("行政审批服务局填报人"), person("行政审批服务局部门负责人")];
    const { id } = await desk("approval").find("requests");

    await saveFigures(
      db,
      clerk,
      { ...request(), submissionId: id, changes: [{ cellKey: CELL, seen: null, value: "2" }] },
      TEST_NOW,
    );
    await saveFigures(
      db,
      head,
      { ...request(), submissionId: id, changes: [{ cellKey: OTHER, seen: null, value: "1" }] },
      TEST_NOW,
    );

    const { values, submission } = await desk("approval").load("requests");
    expect([values[CELL], values[OTHER], submission.state]).toEqual(["2", "1", "draft"]);
  });

  test("tells the second clerk of the same cell what the first wrote, and saves the rest", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const [clerk, head] = [person("行政审批服务局填报人"), person("行政审批服务局部门负责人")];
    const { id } = await desk("approval").find("requests");
    await saveFigures(
      db,
      head,
      { ...request(), submissionId: id, changes: [{ cellKey: CELL, seen: null, value: "0" }] },
      TEST_NOW,
    );

    const changes = [
      { cellKey: CELL, seen: null, value: "1" },
      { cellKey: OTHER, seen: null, value: "3" },
    ];
    const saved = await saveFigures(db, clerk, { ...request(), submissionId: id, changes }, TEST_NOW);

    expect(saved.conflicts).toEqual([
      { cellKey: CELL, seen: null, yours: "1", theirs: "0", by: head.name, isOwn: false, at: TEST_NOW.toISOString() },
    ]);
    expect(saved.cells).toEqual([{ cellKey: OTHER, value: "3" }]);
    const { values } = await desk("approval").load("requests");
    expect([values[CELL], values[OTHER]]).toEqual(["0", "3"]);
  });

  test("keeps what was typed although it is no number, and empties a cell when asked", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const clerk = person("行政审批服务局填报人");
    const { id } = await desk("approval").find("requests");
    const save = (seen: string | null, value: string | null) =>
      saveFigures(db, clerk, { ...request(), submissionId: id, changes: [{ cellKey: CELL, seen, value }] }, TEST_NOW);

    await save(null, "7件");
    const withText = await desk("approval").load("requests");
    expect(withText.values[CELL]).toBe("7件");
    expect(withText.findings.some((finding) => finding.severity === "error" && finding.cells.includes(CELL))).toBe(
      true,
    );

    await save("7件", null);
    expect((await desk("approval").load("requests")).values[CELL]).toBeNull();
  });

  test("refuses a cell of another section and a total, and writes nothing", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const clerk = person("行政审批服务局填报人");
    const { id } = await desk("approval").find("requests");
    for (const cellKey of ["active.licensing.change", "requests.received.total", "indicators.portal_posts"]) {
      const changes = [
        { cellKey: CELL, seen: null, value: "1" },
        { cellKey, seen: null, value: "1" },
      ];
      await expect(saveFigures(db, clerk, { ...request(), submissionId: id, changes }, TEST_NOW)).rejects.toMatchObject(
        {
          code: "invalid_figure",
        },
      );
    }
    expect((await desk("approval").load("requests")).values[CELL]).toBeNull();
  });

  test("says who submitted the section meanwhile, and that it was the same person", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const [clerk, head] = [person("行政审批服务局填报人"), person("行政审批服务局部门负责人")];
    const approval = desk("approval");
    await approval.declareNil("litigation", TEST_NOW);
    await approval.submit("litigation", TEST_NOW);
    const { id } = await approval.find("litigation");
    const late = { submissionId: id, changes: [{ cellKey: "litigation.review.upheld", seen: "0", value: "1" }] };
    const told = { move: "section_submitted", who: clerk.name, at: TEST_NOW.toISOString() };

    await expect(saveFigures(db, head, { ...request(), ...late }, TEST_NOW)).rejects.toMatchObject({
      code: "wrong_state",
      details: { ...told, isOwn: "no" },
    });
    await expect(saveFigures(db, clerk, { ...request(), ...late }, TEST_NOW)).rejects.toMatchObject({
      code: "wrong_state",
      details: { ...told, isOwn: "yes" },
    });
  });

  test("says that the role has ended and by whom, when it ends while somebody types", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const [clerk, admin] = [person("行政审批服务局填报人"), person("工委管委办公室管理员")];
    const { id } = await desk("approval").find("requests");
    const held = await withActor(db, admin, (tx) => listRolesOfUser(tx, { ...clerk, now: TEST_NOW }));
    for (const { id: membershipId } of held) await endRole(db, admin, { ...request(), membershipId }, TEST_NOW);
    const after = await actorOf(db, clerk, 1, TEST_NOW);

    const changes = [{ cellKey: CELL, seen: null, value: "1" }];
    await expect(saveFigures(db, after, { ...request(), submissionId: id, changes }, TEST_NOW)).rejects.toMatchObject({
      code: "role_ended",
      details: { unit: "行政审批服务局", role: "submitter", who: admin.name, at: TEST_NOW.toISOString() },
    });
  });

  test("carries out the same request once when it is sent twenty times concurrently", async ({ committed }) => {
    const { person, desk } = await buildOpenDistrict(committed);
    const clerk = person("行政审批服务局填报人");
    const { id } = await desk("approval").find("requests");
    const input = { ...request(), submissionId: id, changes: [{ cellKey: CELL, seen: null, value: "2" }] };

    const answers = await Promise.all(Array.from({ length: 20 }, () => saveFigures(committed, clerk, input, TEST_NOW)));

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const events = await withActor(committed, clerk, (tx) =>
      listEvents(tx, { scope: clerk.scope, filter: { submissionId: id }, limit: 100 }),
    );
    expect(events.map((event) => event.event.type)).toEqual(["figures_saved"]);
  });
});
