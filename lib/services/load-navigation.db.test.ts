import { describe } from "vitest";
import { ALL_HOLD } from "@/db/demo/head-answers";
import { buildWorkingDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { Actor } from "@/lib/domain/access";
import { loadNavigation } from "@/lib/services/load-navigation";
import { signSubmission } from "@/lib/services/sign-submission";

describe("what waits, at the top of every page", () => {
  test("counts for a head what is to be signed besides what is to be filled in", async ({ db }) => {
    const { person, desk } = await buildWorkingDistrict(db);
    const [head, clerk] = [person("应急管理局部门负责人"), person("应急管理局填报人")];
    const waiting = async (actor: Actor) =>
      (await loadNavigation(db, actor, { chosenCycleId: null }, TEST_NOW)).waiting.desk;
    const toFill = await waiting(clerk);
    expect(await waiting(head)).toBe(toFill + 1);

    const { id, revision } = await desk("safety").find("overview");
    const seen = { submissionId: id, expectedRevision: revision };
    await signSubmission(db, head, { ...request(), ...seen, answers: ALL_HOLD }, TEST_NOW);
    expect([await waiting(head), await waiting(clerk)]).toEqual([toFill, toFill]);
  });

  test("counts for the office what is to be reviewed, and nothing of it for a unit", async ({ db }) => {
    const { person } = await buildWorkingDistrict(db);
    const waiting = async (account: string) =>
      (await loadNavigation(db, person(account), { chosenCycleId: null }, TEST_NOW)).waiting;
    expect((await waiting("工委管委办公室审核人")).queue).toBeGreaterThan(0);
    expect(await waiting("工委管委办公室审计员")).toEqual({ desk: 0, queue: 0 });
    expect((await waiting("财政局填报人")).queue).toBe(0);
  });
});
