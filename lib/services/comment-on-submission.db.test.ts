import { sql } from "drizzle-orm";
import { describe } from "vitest";
import { type Db, withActor } from "@/db/connect";
import { listEvents } from "@/db/queries/events";
import { buildOpenDistrict, request, TEST_DUE, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { approveSubmission } from "@/lib/services/approve-submission";
import { addComment, resolveComment, settleComment } from "@/lib/services/comment-on-submission";
import { returnSubmission } from "@/lib/services/return-submission";

const [GRANTED, ONLINE] = ["requests.granted.natural_person", "requests.received.natural_person"] as const;

/** A section of the finance bureau that came back with two comments, and what names it. */
async function buildReturned(db: Db) {
  const { person, desk } = await buildOpenDistrict(db);
  const [clerk, reviewer] = [person("财政局填报人"), person("工委管委办公室审核人")];
  const finance = desk("finance");
  await finance.fillFigures("requests", TEST_NOW);
  await finance.submit("requests", TEST_NOW);
  const { id: submissionId, revision: expectedRevision } = await finance.find("requests");
  for (const anchor of [GRANTED, ONLINE]) {
    await addComment(db, reviewer, { ...request(), submissionId, anchor, body: "请核对" }, TEST_NOW);
  }
  const returned = { ...request(), submissionId, expectedRevision, reason: "", dueAt: TEST_DUE };
  await returnSubmission(db, reviewer, returned, TEST_NOW);
  const comments = async () => (await finance.load("requests")).comments;
  const idOf = async (anchor: string) => (await comments()).find((comment) => comment.anchor === anchor)?.id ?? "";
  return { clerk, reviewer, person, finance, submissionId, comments, idOf };
}

describe("a comment and its answer", () => {
  test("the unit answers once, in words, and the office takes the answer", async ({ db }) => {
    const { clerk, reviewer, submissionId, comments, idOf } = await buildReturned(db);
    const of = { submissionId, commentId: await idOf(GRANTED) };
    const settle = () => settleComment(db, reviewer, { ...request(), ...of }, TEST_NOW);
    await expect(settle()).rejects.toMatchObject({ code: "not_found" });

    const stays = { reply: "stays", replyText: "与台账一致" } as const;
    await resolveComment(db, clerk, { ...request(), ...of, ...stays }, TEST_NOW);
    await expect(
      resolveComment(db, clerk, { ...request(), ...of, reply: "changed", replyText: "" }, TEST_NOW),
    ).rejects.toMatchObject({ code: "not_found" });
    await settle();
    await expect(settle()).rejects.toMatchObject({ code: "not_found" });

    const answered = (await comments()).find((comment) => comment.id === of.commentId);
    expect(answered).toMatchObject({ ...stays, resolvedByName: clerk.name, settledByName: reviewer.name });
    const events = await withActor(db, reviewer, (tx) =>
      listEvents(tx, {
        scope: reviewer.scope,
        filter: { submissionId, types: ["comment_resolved", "comment_settled"] },
        limit: 9,
      }),
    );
    expect(events.map(({ event, actorName }) => [event.type, actorName, event.data])).toEqual([
      ["comment_settled", reviewer.name, { sectionId: "requests", anchor: GRANTED }],
      ["comment_resolved", clerk.name, { sectionId: "requests", anchor: GRANTED, ...stays }],
    ]);
  });

  test("an approval takes every answer that is left, and leaves what nobody answered", async ({ db }) => {
    const { clerk, reviewer, finance, submissionId, comments, idOf } = await buildReturned(db);
    const answer = { submissionId, commentId: await idOf(ONLINE), reply: "changed" as const, replyText: "" };
    await resolveComment(db, clerk, { ...request(), ...answer }, TEST_NOW);
    await finance.fillFigures("requests", TEST_NOW, {
      instead: { [GRANTED]: "0", "requests.other.natural_person": "1" },
    });
    await finance.submit("requests", TEST_NOW);
    const { revision: expectedRevision } = await finance.find("requests");
    await approveSubmission(db, reviewer, { ...request(), submissionId, expectedRevision }, TEST_NOW);
    expect((await comments()).map(({ anchor, settledByName }) => [anchor, settledByName]).toSorted()).toEqual(
      [
        [GRANTED, null],
        [ONLINE, reviewer.name],
      ].toSorted(),
    );
  });

  test("neither a unit nor its own submitter can take an answer, not even around the service", async ({ db }) => {
    const { clerk, person, submissionId, idOf } = await buildReturned(db);
    const of = { submissionId, commentId: await idOf(GRANTED) };
    await resolveComment(db, clerk, { ...request(), ...of, reply: "changed", replyText: "" }, TEST_NOW);
    for (const actor of [clerk, person("工委管委办公室统稿人")]) {
      await expect(settleComment(db, actor, { ...request(), ...of }, TEST_NOW)).rejects.toMatchObject({
        code: "not_permitted",
      });
    }
    await expect(
      withActor(db, clerk, (tx) =>
        tx.execute(sql`UPDATE comments SET settled_at = now() WHERE submission_id = ${submissionId}`),
      ),
    ).rejects.toMatchObject({ code: "42501" });
  });
});
