import { describe } from "vitest";
import { type Db, withScope } from "@/db/connect";
import { buildOpenDistrict, buildWorkingDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { Actor } from "@/lib/domain/access";
import type { Desk } from "@/lib/domain/desk-work";
import { addComment } from "@/lib/services/comment-on-submission";
import { loadDesk } from "@/lib/services/load-desk";
import { saveFigures } from "@/lib/services/save-figures";
import { saveParagraph } from "@/lib/services/save-paragraph";
import { sealHistory } from "@/lib/services/seal-history";

async function deskOf(db: Db, actor: Actor): Promise<Desk> {
  const desk = await loadDesk(db, actor, { chosenCycleId: null }, TEST_NOW);
  if (!desk) throw new Error("no year is open");
  return desk;
}

describe("loadDesk", () => {
  test("lists the person's own sections, what came back first, with the reason and who sent it", async ({ db }) => {
    const { person } = await buildWorkingDistrict(db);

    const { tasks, others } = await deskOf(db, person("行政审批服务局填报人"));

    expect(tasks.map(({ sectionId, state, act }) => [sectionId, state, act])).toEqual([
      ["requests", "returned", "revise"],
      ["overview", "draft", "continue"],
      ["active", "submitted", "look"],
      ["litigation", "approved", "look"],
    ]);
    const [returned, , submitted] = tasks;
    expect(returned?.returned?.event.type).toBe("submission_returned");
    expect(returned?.returned?.actorName).toContain("审核人");
    expect(returned?.comments.map((comment) => comment.anchor)).toEqual(["requests.granted_in_part.natural_person"]);
    expect([submitted?.returned, submitted?.comments]).toEqual([null, []]);
    expect(submitted?.lastEvent?.event).toMatchObject({ type: "section_submitted", data: { version: 2 } });
    expect(others.map(({ sectionId, unitName }) => [sectionId, unitName])).toEqual([
      ["problems", "工委管委办公室"],
      ["other", "工委管委办公室"],
    ]);
  });

  test("puts what waits for the head's signature in front of the head and not of the clerk", async ({ db }) => {
    const { person } = await buildWorkingDistrict(db);

    const head = await deskOf(db, person("应急管理局部门负责人"));
    const clerk = await deskOf(db, person("应急管理局填报人"));

    expect(head.tasks[0]).toMatchObject({ sectionId: "overview", act: "sign" });
    expect(clerk.tasks.find((task) => task.sectionId === "overview")?.act).toBe("look");
  });

  test("counts what the checks find, explained warnings apart", async ({ db }) => {
    const { person } = await buildOpenDistrict(db);
    const clerk = person("财政局填报人");
    const before = (await deskOf(db, clerk)).tasks.find((task) => task.sectionId === "litigation");
    expect([before?.errors, before?.act]).toEqual([12, "start"]);

    const change = { cellKey: "litigation.review.upheld", seen: null, value: "0" };
    await saveFigures(db, clerk, { ...request(), submissionId: before?.id ?? "", changes: [change] }, TEST_NOW);

    const after = (await deskOf(db, clerk)).tasks.find((task) => task.sectionId === "litigation");
    // What is left blank counts as 0 and is no error any more.
    expect([after?.errors, after?.blanksAsZero]).toEqual([0, 11]);
    expect([after?.act, after?.lastEvent?.event.type]).toEqual(["continue", "figures_saved"]);
  });

  test("shows a person of the office their own unit's sections and nobody else's", async ({ db }) => {
    const { person } = await buildWorkingDistrict(db);

    expect((await deskOf(db, person("工委管委办公室审核人"))).tasks).toEqual([]);
    const own = await deskOf(db, person("工委管委办公室填报人"));
    expect(new Set(own.tasks.map((task) => task.unitName))).toEqual(new Set(["工委管委办公室"]));
  });

  test("has the newest seal for receipts to carry out of the house", async ({ db }) => {
    const { person, districtId } = await buildWorkingDistrict(db);
    const scope = { districtId, units: "all" as const };
    const seal = await withScope(db, { userId: null, scope }, (tx) => sealHistory(tx, { districtId, now: TEST_NOW }));
    expect(seal?.hash).toMatch(/^[0-9a-f]{64}$/);
    const desk = await deskOf(db, person("财政局填报人"));
    expect(desk.seal).toMatchObject({ number: seal?.number, hash: seal?.hash });
  });

  test("does not tell the unit what a reviewer notes before it is sent", async ({ db }) => {
    const { person, desk } = await buildWorkingDistrict(db);
    const { id } = await desk("approval").find("active");
    const anchor = "active.licensing.change";
    await addComment(
      db,
      person("工委管委办公室审核人"),
      { ...request(), submissionId: id, anchor, body: "再看一眼" },
      TEST_NOW,
    );

    const task = (await deskOf(db, person("行政审批服务局填报人"))).tasks.find((candidate) => candidate.id === id);

    expect([task?.comments, task?.lastEvent?.event.type]).toEqual([[], "section_submitted"]);
  });
});

describe("the revision that a save answers", () => {
  test("rises with the first save, which starts the section, and stays with the next", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const clerk = person("财政局填报人");
    const { id, revision } = await desk("finance").find("litigation");
    const save = (value: string, seen: string | null) =>
      saveFigures(
        db,
        clerk,
        { ...request(), submissionId: id, changes: [{ cellKey: "litigation.review.upheld", seen, value }] },
        TEST_NOW,
      );

    expect((await save("1", null)).revision).toBe(revision + 1);
    expect((await save("2", "1")).revision).toBe(revision + 1);
    expect((await save("2", "2")).revision).toBe(revision + 1);
    expect((await desk("finance").find("litigation")).revision).toBe(revision + 1);
  });

  test("is told for a text as well", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const { id, revision } = await desk("hr").find("overview");
    const work = await desk("hr").load("overview");
    const headingKey = work.outline[0]?.key ?? "";
    const save = (seen: string, value: string) =>
      saveParagraph(
        db,
        person("人力资源和社会保障局填报人"),
        { ...request(), submissionId: id, headingKey, seen, value },
        TEST_NOW,
      );

    expect((await save("", "一")).revision).toBe(revision + 1);
    expect((await save("一", "二")).revision).toBe(revision + 1);
    expect(await save("一", "三")).toMatchObject({ revision: revision + 1, conflict: { theirs: "二" } });
  });
});
