import { describe } from "vitest";
import { type Db, withActor, withScope } from "@/db/connect";
import type { WorkingDistrict } from "@/db/demo/open-working-district";
import { listEvents } from "@/db/queries/events";
import { getCycleReport } from "@/db/queries/reports";
import { getSubmissionForUpdate } from "@/db/queries/submissions";
import {
  buildFinishedDistrict,
  buildOpenDistrict,
  request,
  settleContradictions,
  TEST_NOW,
} from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { Actor } from "@/lib/domain/access";
import type { EventType } from "@/lib/domain/events";
import { approveSubmission } from "@/lib/services/approve-submission";
import { finaliseReport, publishReport } from "@/lib/services/release-report";
import { saveFigures } from "@/lib/services/save-figures";
import { sealHistory } from "@/lib/services/seal-history";
import { submitSection } from "@/lib/services/submit-section";
import { verifyHistory } from "@/lib/services/verify-history";

const MANY = 20;

/** What twenty of the same at once came to: how many were done, and why the others were not. */
async function atOnce(ask: () => Promise<unknown>): Promise<{ done: number; refusals: string[] }> {
  const results = await Promise.allSettled(Array.from({ length: MANY }, ask));
  const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  return { done: MANY - refused.length, refusals: [...new Set(refused.map(({ code, message }) => code ?? message))] };
}

async function countEvents(db: Db, actor: Actor, type: EventType): Promise<number> {
  const events = await withActor(db, actor, (tx) =>
    listEvents(tx, { scope: actor.scope, filter: { types: [type] }, limit: 1000 }),
  );
  return events.length;
}

async function reportOf(db: Db, district: WorkingDistrict) {
  const editor = district.person("工委管委办公室统稿人");
  const report = await withActor(db, editor, (tx) => getCycleReport(tx, district));
  return { editor, director: district.person("工委管委办公室负责人"), reportId: report?.id ?? "" };
}

describe("twenty at once", () => {
  test("submit a section once, and approve it once, under one id and under twenty", async ({ committed }) => {
    const { person, desk } = await buildOpenDistrict(committed);
    const [clerk, reviewer] = [person("财政局填报人"), person("工委管委办公室审核人")];
    for (const sectionId of ["requests", "active"] as const) {
      const isOneId = sectionId === "requests";
      await desk("finance").fillFigures(sectionId, TEST_NOW);
      const { id, revision } = await desk("finance").find(sectionId);
      const one = { ...request(), submissionId: id, expectedRevision: revision };
      const submitted = await atOnce(() =>
        submitSection(committed, clerk, isOneId ? one : { ...one, ...request() }, TEST_NOW),
      );
      expect(submitted).toEqual(isOneId ? { done: MANY, refusals: [] } : { done: 1, refusals: ["wrong_state"] });

      const other = { ...one, ...request(), expectedRevision: revision + 1 };
      const approved = await atOnce(() =>
        approveSubmission(committed, reviewer, isOneId ? other : { ...other, ...request() }, TEST_NOW),
      );
      expect(approved).toEqual(isOneId ? { done: MANY, refusals: [] } : { done: 1, refusals: ["wrong_state"] });
      expect((await desk("finance").find(sectionId)).latestVersion).toBe(1);
    }
    expect(await countEvents(committed, reviewer, "section_submitted")).toBe(2);
    expect(await countEvents(committed, reviewer, "submission_approved")).toBe(2);
  });

  test("finalise a report once and publish it once, under one id and under twenty", async ({ committed }) => {
    for (const isOneId of [true, false]) {
      const district = await buildFinishedDistrict(committed);
      await settleContradictions(committed, district);
      const { editor, director, reportId } = await reportOf(committed, district);
      const once = isOneId ? { done: MANY, refusals: [] } : { done: 1, refusals: ["wrong_state"] };
      const [first, second] = [request(), request()];
      const finalise = () =>
        finaliseReport(committed, editor, { ...(isOneId ? first : request()), reportId }, TEST_NOW);
      const publish = () =>
        publishReport(committed, director, { ...(isOneId ? second : request()), reportId }, TEST_NOW);
      expect(await atOnce(finalise)).toEqual(once);
      expect(await atOnce(publish)).toEqual(once);
      expect(await countEvents(committed, editor, "report_finalised")).toBe(1);
      expect(await countEvents(committed, editor, "report_published")).toBe(1);
    }
  });
});

describe("a seal made while somebody is still writing", () => {
  test("holds, and the events are numbered without a gap", async ({ committed }) => {
    const { person, desk, districtId } = await buildOpenDistrict(committed);
    const clerk = person("财政局填报人");
    const { id } = await desk("finance").find("requests");
    const everything = { userId: null, scope: { districtId, units: "all" as const } };
    const change = { cellKey: "requests.received.natural_person", seen: null, value: "1" };

    let goOn = (): void => undefined;
    const waiting = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const written = new Promise<void>((hasWritten) => {
      void committed.transaction(async (tx) => {
        await saveFigures(tx, clerk, { ...request(), submissionId: id, changes: [change] }, TEST_NOW);
        hasWritten();
        await waiting;
      });
    });
    await written;
    // Somebody else's event and the seal wait for the first one.
    const other = await desk("hr").find("requests");
    const saved = saveFigures(
      committed,
      person("人力资源和社会保障局填报人"),
      { ...request(), submissionId: other.id, changes: [change] },
      TEST_NOW,
    );
    const sealed = withScope(committed, everything, (tx) => sealHistory(tx, { districtId, now: TEST_NOW }));
    setTimeout(goOn, 200);
    await Promise.all([saved, sealed]);
    // Waits for the slow one, if the seal has not.
    await withActor(committed, clerk, (tx) => getSubmissionForUpdate(tx, { id, scope: clerk.scope }));
    const verified = await withScope(committed, everything, (tx) => verifyHistory(tx, { districtId }));
    expect(verified).toMatchObject({ isIntact: true, fault: null });
  });
});
