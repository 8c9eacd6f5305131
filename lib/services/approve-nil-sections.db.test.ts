import { describe } from "vitest";
import { withActor } from "@/db/connect";
import { listEvents } from "@/db/queries/events";
import { buildOpenDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { approveNilSections } from "@/lib/services/approve-nil-sections";
import { beginReview } from "@/lib/services/begin-review";
import { loadNilQueue } from "@/lib/services/load-nil-queue";

const LATER = new Date(TEST_NOW.getTime() + 60_000);

describe("approving what reports nothing", () => {
  test("approves each listed section with its own event, and once", async ({ db }) => {
    const { person, desk, cycleId } = await buildOpenDistrict(db);
    const reviewer = person("工委管委办公室审核人");
    for (const unit of ["finance", "approval"] as const) {
      await desk(unit).declareNil("litigation", TEST_NOW);
      await desk(unit).submit("litigation", TEST_NOW);
    }
    await desk("finance").fillFigures("requests", TEST_NOW);
    await desk("finance").submit("requests", TEST_NOW);

    const listed = (await loadNilQueue(db, reviewer, { chosenCycleId: cycleId }, LATER))?.ready ?? [];
    expect(listed.map((entry) => [entry.unitName, entry.sectionId])).toEqual([
      [expect.stringContaining("行政审批服务局"), "litigation"],
      [expect.stringContaining("财政局"), "litigation"],
    ]);
    const input = {
      ...request(),
      seen: listed.map(({ id, revision }) => ({ submissionId: id, revision })),
    };
    expect(await approveNilSections(db, reviewer, input, LATER)).toEqual({ approved: 2, left: [] });
    expect(await approveNilSections(db, reviewer, input, LATER)).toEqual({ approved: 2, left: [] });

    expect((await desk("finance").find("litigation")).state).toBe("approved");
    expect((await desk("finance").find("requests")).state).toBe("submitted");
    const events = await withActor(db, reviewer, (tx) =>
      listEvents(tx, { scope: reviewer.scope, filter: { cycleId, types: ["submission_approved"] }, limit: 10 }),
    );
    expect(events.map((event) => event.submissionId).toSorted()).toEqual(listed.map(({ id }) => id).toSorted());
  });

  test("leaves what changed since it was listed, or is under review, and says so", async ({ db }) => {
    const { person, desk, cycleId } = await buildOpenDistrict(db);
    const [reviewer, second] = [person("工委管委办公室审核人"), person("工委管委办公室第二审核人")];
    for (const unit of ["finance", "approval"] as const) {
      await desk(unit).declareNil("litigation", TEST_NOW);
      await desk(unit).submit("litigation", TEST_NOW);
    }
    const listed = (await loadNilQueue(db, reviewer, { chosenCycleId: cycleId }, LATER))?.ready ?? [];
    const finance = await desk("finance").find("litigation");
    await beginReview(db, second, { submissionId: finance.id }, LATER);
    const seen = listed.map(({ id, revision }) => ({
      submissionId: id,
      revision: id === finance.id ? revision : revision - 1,
    }));

    const result = await approveNilSections(db, reviewer, { ...request(), seen }, LATER);
    expect(result.approved).toBe(0);
    expect(result.left.map((entry) => entry.obstacle).toSorted()).toEqual(["changed", "in_review"]);
    expect(
      (await loadNilQueue(db, reviewer, { chosenCycleId: cycleId }, LATER))?.aside.map((entry) => entry.obstacle),
    ).toEqual(["in_review"]);
  });

  test("approves nothing where a listed section is not in the district", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    await desk("finance").declareNil("litigation", TEST_NOW);
    await desk("finance").submit("litigation", TEST_NOW);
    const { id, revision } = await desk("finance").find("litigation");
    const seen = [
      { submissionId: id, revision },
      { submissionId: "ffffffff-ffff-4fff-8fff-ffffffffffff", revision: 1 },
    ];
    const input = { ...request(), seen };
    await expect(
      db.transaction((tx) => approveNilSections(tx, person("工委管委办公室审核人"), input, LATER)),
    ).rejects.toMatchObject({ code: "not_found" });
    expect((await desk("finance").find("litigation")).state).toBe("submitted");
  });

  test("is refused to who does not review", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    await desk("finance").declareNil("litigation", TEST_NOW);
    await desk("finance").submit("litigation", TEST_NOW);
    const { id, revision } = await desk("finance").find("litigation");
    const input = { ...request(), seen: [{ submissionId: id, revision }] };
    await expect(approveNilSections(db, person("财政局填报人"), input, LATER)).rejects.toMatchObject({
      code: "not_permitted",
    });
  });
});
