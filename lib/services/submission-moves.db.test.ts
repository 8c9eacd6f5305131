import { describe } from "vitest";
import { withActor } from "@/db/connect";
import { listEvents } from "@/db/queries/events";
import { buildOpenDistrict, buildWorkingDistrict, request, TEST_DUE, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { isLate } from "@/lib/domain/progress";
import { approveSubmission } from "@/lib/services/approve-submission";
import { beginReview } from "@/lib/services/begin-review";
import { addComment } from "@/lib/services/comment-on-submission";
import { declareNil } from "@/lib/services/declare-nil";
import { getSubmissionWork, loadSubmission } from "@/lib/services/load-submission";
import { releaseReview } from "@/lib/services/release-review";
import { reopenSubmission } from "@/lib/services/reopen-submission";
import { returnSubmission } from "@/lib/services/return-submission";
import { saveFigures } from "@/lib/services/save-figures";
import { declineSignature } from "@/lib/services/sign-submission";
import { submitSection } from "@/lib/services/submit-section";
import { withdrawSubmission } from "@/lib/services/withdraw-submission";

describe("a section's way", () => {
  test("a section with a blank or a contradiction cannot be submitted", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const clerk = person("财政局填报人");
    const { id, revision } = await desk("finance").find("requests");
    const submit = (expectedRevision: number) =>
      submitSection(db, clerk, { ...request(), submissionId: id, expectedRevision }, TEST_NOW);
    await expect(submit(revision)).rejects.toMatchObject({ code: "errors_open" });

    await desk("finance").fillFigures("requests", TEST_NOW, { instead: { "requests.granted.natural_person": "2" } });
    await expect(submit((await desk("finance").find("requests")).revision)).rejects.toMatchObject({
      code: "errors_open",
    });
    expect((await desk("finance").find("requests")).latestVersion).toBe(0);
  });

  test("a page that is out of date changes nothing", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const { id, revision } = await desk("finance").find("requests");
    await desk("finance").fillFigures("requests", TEST_NOW);
    await expect(
      submitSection(
        db,
        person("财政局填报人"),
        { ...request(), submissionId: id, expectedRevision: revision },
        TEST_NOW,
      ),
    ).rejects.toMatchObject({ code: "changed_meanwhile" });
  });

  test("tells the second reviewer who decided, and how", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    await desk("finance").fillFigures("requests", TEST_NOW);
    await desk("finance").submit("requests", TEST_NOW);
    const { id, revision } = await desk("finance").find("requests");
    const seen = { submissionId: id, expectedRevision: revision };
    const [first, second] = [person("工委管委办公室审核人"), person("工委管委办公室第二审核人")];
    await approveSubmission(db, first, { ...request(), ...seen }, TEST_NOW);
    for (const late of [
      approveSubmission(db, second, { ...request(), ...seen }, TEST_NOW),
      returnSubmission(db, second, { ...request(), ...seen, reason: "请核对", dueAt: TEST_DUE }, TEST_NOW),
    ]) {
      await expect(late).rejects.toMatchObject({
        code: "wrong_state",
        details: { move: "submission_approved", who: first.name, isOwn: "no" },
      });
    }
  });

  test("is submitted once although the button is pressed twenty times", async ({ committed }) => {
    const { person, desk } = await buildOpenDistrict(committed);
    const clerk = person("财政局填报人");
    const reviewer = person("工委管委办公室审核人");
    await desk("finance").fillFigures("requests", TEST_NOW);
    const { id, revision } = await desk("finance").find("requests");
    const input = { ...request(), submissionId: id, expectedRevision: revision };

    const receipts = await Promise.all(
      Array.from({ length: 20 }, () => submitSection(committed, clerk, input, TEST_NOW)),
    );
    expect(new Set(receipts.map((receipt) => receipt.receipt)).size).toBe(1);
    expect((await desk("finance").find("requests")).latestVersion).toBe(1);

    const fresh = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        approveSubmission(
          committed,
          reviewer,
          { ...request(), submissionId: id, expectedRevision: revision + 1 },
          TEST_NOW,
        ),
      ),
    );
    expect(fresh.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const events = await withActor(committed, reviewer, (tx) =>
      listEvents(tx, { scope: reviewer.scope, filter: { submissionId: id }, limit: 100 }),
    );
    expect(events.map((event) => event.event.type)).toEqual([
      "submission_approved",
      "section_submitted",
      "figures_saved",
    ]);
  });

  test("a return needs nothing half-done: its comments go with it, and its unit sees them only then", async ({
    db,
  }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const [clerk, reviewer] = [person("财政局填报人"), person("工委管委办公室审核人")];
    await desk("finance").fillFigures("requests", TEST_NOW);
    await desk("finance").submit("requests", TEST_NOW);
    const { id, revision } = await desk("finance").find("requests");
    const anchor = "requests.granted.natural_person";
    await addComment(db, reviewer, { ...request(), submissionId: id, anchor, body: "请核对" }, TEST_NOW);
    expect((await desk("finance").load("requests")).comments).toEqual([]);

    await expect(
      withdrawSubmission(db, clerk, { ...request(), submissionId: id, expectedRevision: revision }, TEST_NOW),
    ).rejects.toMatchObject({ code: "review_began" });

    const returned = {
      ...request(),
      submissionId: id,
      expectedRevision: revision,
      reason: "请核对一格",
      dueAt: TEST_DUE,
    };
    await returnSubmission(db, reviewer, returned, TEST_NOW);
    const work = await desk("finance").load("requests");
    expect([work.submission.state, work.submission.returnReason]).toEqual(["returned", "请核对一格"]);
    expect(work.comments.map((comment) => [comment.anchor, comment.quote, comment.body])).toEqual([
      [anchor, "1", "请核对"],
    ]);
  });

  test("a return needs no reason beside its comments, and one without them", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const [clerk, reviewer] = [person("行政审批服务局填报人"), person("工委管委办公室审核人")];
    const approval = desk("approval");
    await approval.declareNil("litigation", TEST_NOW);
    await approval.submit("litigation", TEST_NOW);
    const { id, revision } = await approval.find("litigation");
    const bare = () => ({ ...request(), submissionId: id, expectedRevision: revision, reason: "", dueAt: TEST_DUE });

    await expect(returnSubmission(db, reviewer, bare(), TEST_NOW)).rejects.toMatchObject({ code: "reason_missing" });
    const comment = { ...request(), submissionId: id, anchor: "litigation.review.upheld", body: "请核对这一格。" };
    await addComment(db, reviewer, comment, TEST_NOW);
    await returnSubmission(db, reviewer, bare(), TEST_NOW);

    const work = await loadSubmission(db, clerk, { submissionId: id }, TEST_NOW);
    expect([work?.submission.state, work?.submission.returnReason]).toEqual(["returned", "请核对这一格。"]);
  });

  test("what comes back has time: not a day that has passed, and a new one where the old one has", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const reviewer = person("工委管委办公室审核人");
    await desk("finance").fillFigures("requests", TEST_NOW);
    await desk("finance").submit("requests", TEST_NOW);
    const sent = await desk("finance").find("requests");
    expect(sent.dueAt <= TEST_NOW).toBe(true);
    const giveBack = (dueAt: Date | undefined) =>
      returnSubmission(
        db,
        reviewer,
        { ...request(), submissionId: sent.id, expectedRevision: sent.revision, reason: "请核对", dueAt },
        TEST_NOW,
      );
    await expect(giveBack(undefined)).rejects.toMatchObject({ code: "due_date_needed" });
    await expect(giveBack(TEST_NOW)).rejects.toMatchObject({ code: "due_date_past" });
    await giveBack(TEST_DUE);
    expect(isLate(await desk("finance").find("requests"), TEST_NOW)).toBe(false);
  });

  test("is not sent again unchanged without a reason, which the office reads", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const [clerk, reviewer] = [person("财政局填报人"), person("工委管委办公室审核人")];
    await desk("finance").fillFigures("requests", TEST_NOW);
    await desk("finance").submit("requests", TEST_NOW);
    const { id } = await desk("finance").find("requests");
    const seen = async () => ({
      ...request(),
      submissionId: id,
      expectedRevision: (await desk("finance").find("requests")).revision,
    });
    await returnSubmission(db, reviewer, { ...(await seen()), reason: "请核对", dueAt: TEST_DUE }, TEST_NOW);

    const unchanged = submitSection(db, clerk, await seen(), TEST_NOW);
    await expect(unchanged).rejects.toMatchObject({ code: "unchanged_since_version", details: { version: 1 } });
    const unchangedReason = "已核对台账，原数无误";
    await submitSection(db, clerk, { ...(await seen()), unchangedReason }, TEST_NOW);
    const [told] = await withActor(db, reviewer, (tx) =>
      listEvents(tx, { scope: reviewer.scope, filter: { submissionId: id, types: ["section_submitted"] }, limit: 1 }),
    );
    expect(told?.event).toMatchObject({ data: { version: 2, unchangedReason } });
  });

  test("what a head did not sign says who gave it back", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const head = person("应急管理局部门负责人");
    await desk("safety").fillFigures("requests", TEST_NOW);
    await desk("safety").submit("requests", TEST_NOW);
    const { id, revision } = await desk("safety").find("requests");
    const input = { ...request(), submissionId: id, expectedRevision: revision, reason: "少了一件" };
    await declineSignature(db, head, input, TEST_NOW);
    const clerk = person("应急管理局填报人");
    const back = (await loadSubmission(db, clerk, { submissionId: id }, TEST_NOW))?.sentBack;
    expect([back?.event.type, back?.actorName]).toEqual(["signature_declined", head.name]);
  });

  test("a reopened section has time again, so that its answer is not late", async ({ db }) => {
    const { person, desk } = await buildWorkingDistrict(db);
    const { id, revision } = await desk("finance").find("requests");
    const reopen = (dueAt: Date | undefined) =>
      reopenSubmission(
        db,
        person("工委管委办公室审核人"),
        { ...request(), submissionId: id, expectedRevision: revision, reason: "漏了一件", dueAt },
        TEST_NOW,
      );
    await expect(reopen(undefined)).rejects.toMatchObject({ code: "due_date_needed" });
    await reopen(TEST_DUE);
    const reopened = await desk("finance").find("requests");
    expect([reopened.dueAt, isLate(reopened, TEST_NOW)]).toEqual([TEST_DUE, false]);
  });

  test("a review that nobody goes on with is given up, and its unit may withdraw again", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const [clerk, gone, other] = [
      person("财政局填报人"),
      person("工委管委办公室审核人"),
      person("工委管委办公室第二审核人"),
    ];
    await desk("finance").fillFigures("requests", TEST_NOW);
    await desk("finance").submit("requests", TEST_NOW);
    const { id } = await desk("finance").find("requests");
    const seen = async () => ({
      ...request(),
      submissionId: id,
      expectedRevision: (await desk("finance").find("requests")).revision,
    });
    await beginReview(db, gone, { submissionId: id }, TEST_NOW);
    await expect(withdrawSubmission(db, clerk, await seen(), TEST_NOW)).rejects.toMatchObject({ code: "review_began" });

    await releaseReview(db, other, await seen(), TEST_NOW);
    await expect(releaseReview(db, other, await seen(), TEST_NOW)).rejects.toMatchObject({ code: "wrong_state" });
    await beginReview(db, other, { submissionId: id }, TEST_NOW);
    await releaseReview(db, other, await seen(), TEST_NOW);
    await withdrawSubmission(db, clerk, await seen(), TEST_NOW);
    expect((await desk("finance").find("requests")).state).toBe("draft");
  });

  test("nobody reviews what they submitted, whatever roles they hold", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const clerk = person("工委管委办公室填报人");
    const reviewer = person("工委管委办公室审核人");
    await desk("office").fillFigures("requests", TEST_NOW);
    await desk("office").submit("requests", TEST_NOW);
    const { id, revision } = await desk("office").find("requests");
    const both = { ...reviewer, userId: clerk.userId };
    await expect(
      approveSubmission(db, both, { ...request(), submissionId: id, expectedRevision: revision }, TEST_NOW),
    ).rejects.toMatchObject({ code: "own_submission" });
  });

  test("an approved section is reopened with a reason and leaves the roll-up", async ({ db }) => {
    const { person, desk } = await buildWorkingDistrict(db);
    const reviewer = person("工委管委办公室审核人");
    const { id, revision } = await desk("finance").find("requests");
    const reopened = {
      ...request(),
      submissionId: id,
      expectedRevision: revision,
      reason: "漏了一件",
      dueAt: TEST_DUE,
    };
    await reopenSubmission(db, reviewer, reopened, TEST_NOW);
    const { submission } = await desk("finance").load("requests");
    expect([submission.state, submission.approvedAt, submission.returnReason]).toEqual(["returned", null, "漏了一件"]);
  });

  test("nil is declared in one step, but not over figures", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const clerk = person("财政局填报人");
    const first = await desk("finance").find("litigation");
    await declareNil(db, clerk, { ...request(), submissionId: first.id, expectedRevision: first.revision }, TEST_NOW);
    expect((await desk("finance").find("litigation")).isNil).toBe(true);

    const changes = [{ cellKey: "litigation.review.upheld", seen: "0", value: "1" }];
    await saveFigures(db, clerk, { ...request(), submissionId: first.id, changes }, TEST_NOW);
    const then = await desk("finance").find("litigation");
    expect(then.isNil).toBe(false);
    await expect(
      declareNil(db, clerk, { ...request(), submissionId: first.id, expectedRevision: then.revision }, TEST_NOW),
    ).rejects.toMatchObject({ code: "not_nil" });
  });

  test("another unit's section is not found, by the query and by the database alike", async ({ db }) => {
    const { person, desk } = await buildWorkingDistrict(db);
    const stranger = person("司法办公室填报人");
    const { id, revision } = await desk("finance").find("requests");
    const stray = { ...stranger, scope: { ...stranger.scope, units: "all" as const } };

    const attempts = [
      saveFigures(
        db,
        stranger,
        { ...request(), submissionId: id, changes: [{ cellKey: "requests.received.business", seen: "0", value: "9" }] },
        TEST_NOW,
      ),
      submitSection(db, stranger, { ...request(), submissionId: id, expectedRevision: revision }, TEST_NOW),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: "not_found" });
    // A query that forgot its scope would still meet the policies of the transaction.
    expect(await withActor(db, stranger, (tx) => getSubmissionWork(tx, stray, id))).toBeNull();
  });
});
