import { describe } from "vitest";
import { type Db, withActor, withScope } from "@/db/connect";
import type { WorkingDistrict } from "@/db/demo/open-working-district";
import { listEvents } from "@/db/queries/events";
import { buildOpenDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { replayEvents } from "@/lib/domain/replay";
import { approveSubmission } from "@/lib/services/approve-submission";
import { correctCarriedFigure } from "@/lib/services/correct-carried-figure";
import { openCycle } from "@/lib/services/open-cycle";
import { saveFigures } from "@/lib/services/save-figures";
import { listLocked } from "@/lib/services/section-work";
import { verifyHistory } from "@/lib/services/verify-history";

const CELL = "requests.carried_in.natural_person";
const FIRST = {
  "requests.received.natural_person": "10",
  "requests.granted.natural_person": "7",
  "requests.carried_out.natural_person": "3",
};

/** A year in which the enforcement bureau carried three requests out, and the year after it, just opened. */
async function openSecondYear(db: Db): Promise<WorkingDistrict> {
  const district = await buildOpenDistrict(db);
  const desk = district.desk("enforcement");
  await desk.fillFigures("requests", TEST_NOW, { instead: FIRST });
  await desk.submit("requests", TEST_NOW);
  const { id, revision } = await desk.find("requests");
  const reviewer = district.person("工委管委办公室审核人");
  await approveSubmission(db, reviewer, { ...request(), submissionId: id, expectedRevision: revision }, TEST_NOW);
  const due = { tablesDueAt: new Date("2021-01-10T16:00:00Z"), narrativeDueAt: new Date("2021-01-17T16:00:00Z") };
  await openCycle(db, district.person("工委管委办公室管理员"), { ...request(), year: 2020, ...due }, TEST_NOW);
  return district;
}

describe("a figure carried over from the year before", () => {
  test("is there, is not typed over, and differs only with a reason that the reviewer sees", async ({ db }) => {
    const district = await openSecondYear(db);
    const clerk = district.person("综合行政执法局填报人");
    const desk = district.desk("enforcement");
    const before = await desk.load("requests");
    const submissionId = before.submission.id;
    expect([before.values[CELL], listLocked(before).has(CELL)]).toEqual(["3", true]);

    const typed = { ...request(), submissionId, changes: [{ cellKey: CELL, seen: "3", value: "5" }] };
    await expect(saveFigures(db, clerk, typed, TEST_NOW)).rejects.toMatchObject({ code: "carried_locked" });

    const correct = (value: string, reason: string) =>
      correctCarriedFigure(db, clerk, { ...request(), submissionId, cellKey: CELL, value, reason }, TEST_NOW);
    await expect(correct("5", "")).rejects.toMatchObject({ code: "reason_missing" });
    await expect(correct("5件", "合并")).rejects.toMatchObject({ code: "invalid_figure" });
    await correct("５", "并入原城管局未办结 2 件");
    const differing = await desk.load("requests");
    expect([differing.values[CELL], listLocked(differing).has(CELL)]).toEqual(["5", true]);
    expect(differing.explanations).toMatchObject([{ rule: "CARRY-YEAR", body: "并入原城管局未办结 2 件" }]);

    const rest = {
      "requests.granted.natural_person": "5",
      [CELL]: "5",
      "requests.carried_in.business": "0",
    };
    await desk.fillFigures("requests", TEST_NOW, { instead: rest });
    await desk.submit("requests", TEST_NOW);
    const { scope } = clerk;
    const events = await withActor(db, clerk, (tx) => listEvents(tx, { scope, filter: { submissionId }, limit: 20 }));
    expect(events.map((stored) => stored.event.type).toSorted()).toEqual(
      ["figures_carried", "figures_saved", "figures_saved", "section_submitted", "warning_explained"].toSorted(),
    );
    const replayed = replayEvents(events.toReversed()).submissions.get(submissionId);
    expect(replayed?.figures.get(CELL)).toBe("5");
  });

  test("is in the history from the day the year was opened, which agrees with what is stored", async ({ db }) => {
    const { districtId, person, desk } = await openSecondYear(db);
    const { submission } = await desk("enforcement").load("requests");
    const { scope } = person("综合行政执法局填报人");
    const filter = { submissionId: submission.id };
    const [opened] = await withScope(db, { userId: null, scope }, (tx) => listEvents(tx, { scope, filter, limit: 5 }));
    expect(opened?.event).toMatchObject({ type: "figures_carried", data: { sectionId: "requests" } });
    const whole = { userId: null, scope: { districtId, units: "all" as const } };
    const verification = await withScope(db, whole, (tx) => verifyHistory(tx, { districtId }));
    expect(verification.fault).toBeNull();
  });

  test("goes back to what was carried without a reason", async ({ db }) => {
    const district = await openSecondYear(db);
    const clerk = district.person("综合行政执法局填报人");
    const { submission } = await district.desk("enforcement").load("requests");
    const correct = (value: string, reason: string) =>
      correctCarriedFigure(
        db,
        clerk,
        { ...request(), submissionId: submission.id, cellKey: CELL, value, reason },
        TEST_NOW,
      );
    await correct("4", "上年年报更正");
    await correct("3", "");
    const after = await district.desk("enforcement").load("requests");
    expect([after.values[CELL], after.findings.filter((finding) => finding.rule === "CARRY-YEAR")]).toEqual(["3", []]);
    await expect(
      correctCarriedFigure(
        db,
        clerk,
        {
          ...request(),
          submissionId: submission.id,
          cellKey: "requests.received.natural_person",
          value: "1",
          reason: "",
        },
        TEST_NOW,
      ),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});
