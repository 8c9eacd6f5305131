import { sql } from "drizzle-orm";
import { describe } from "vitest";
import { buildWorkingDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { addComment } from "@/lib/services/comment-on-submission";
import { type HistoryQuestion, loadHistory, loadHistoryExport } from "@/lib/services/load-history";

const everything: HistoryQuestion = {
  organisationId: null,
  actorId: null,
  submissionId: null,
  kinds: [],
  from: null,
  to: null,
  beforeId: null,
};

describe("the history", () => {
  test("is read in pages, each event once, and found by unit, person, kind and day", async ({ db }) => {
    const { person } = await buildWorkingDistrict(db);
    const auditor = person("工委管委办公室审计员");
    const load = (question: Partial<HistoryQuestion>) =>
      loadHistory(db, auditor, { question: { ...everything, ...question }, isVerified: true }, TEST_NOW);

    const first = await load({});
    const second = await load({ beforeId: first.events.at(-1)?.id ?? null });
    const ids = [...first.events, ...second.events].map((event) => event.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(ids.toSorted((left, right) => right - left));
    const { events: all } = await loadHistoryExport(db, auditor, everything, TEST_NOW);
    expect(all.length).toBe(first.total);

    const returned = await load({ kinds: ["returned"] });
    expect(new Set(returned.events.map(({ event }) => event.type))).toEqual(
      new Set(["submission_returned", "comment_added"]),
    );
    const finance = first.units.find((unit) => unit.name === "财政局");
    const ofFinance = await load({ organisationId: finance?.id ?? null });
    expect(ofFinance.total).toBeGreaterThan(0);
    expect(new Set(ofFinance.events.map((event) => event.organisationId))).toEqual(new Set([finance?.id]));
    const clerk = person("财政局填报人").userId;
    const byClerk = await load({ actorId: clerk });
    expect(new Set(byClerk.events.map((event) => event.actorId))).toEqual(new Set([clerk]));
    const day = first.events.at(-1)?.at ?? TEST_NOW;
    expect((await load({ from: day, to: day })).events.every((event) => event.at.getTime() === day.getTime())).toBe(
      true,
    );
  });

  test("says that the seals hold; the app itself cannot alter one", async ({ db }) => {
    const { person, districtId } = await buildWorkingDistrict(db);
    const auditor = person("工委管委办公室审计员");
    const seal = async () =>
      (await loadHistory(db, auditor, { question: everything, isVerified: true }, TEST_NOW)).seal?.verification;
    expect(await seal()).toMatchObject({ isIntact: true, unsealed: 0 });

    const forged = sql`update seals set hash = repeat('0', 64) where district_id = ${districtId}`;
    await expect(db.execute(forged)).rejects.toThrow();
  });

  test("shows a unit its own doings, without what reviewers note before they send it", async ({ db }) => {
    const { person, desk } = await buildWorkingDistrict(db);
    const clerk = person("应急管理局填报人");
    const { id } = await desk("safety").find("active");
    const note = { ...request(), submissionId: id, anchor: "active.licensing.change", body: "先记一笔" };
    await addComment(db, person("工委管委办公室审核人"), note, TEST_NOW);

    const seen = await loadHistory(db, clerk, { question: everything, isVerified: true }, TEST_NOW);
    expect(seen.events.length).toBeGreaterThan(0);
    expect(new Set(seen.events.map((event) => event.organisationId))).toEqual(new Set(clerk.scope.units));
    expect(seen.events.map(({ event }) => event.type)).not.toContain("comment_added");
    expect([seen.people, seen.seal]).toEqual([null, null]);
    expect(seen.units.map((unit) => unit.name)).toEqual(["应急管理局"]);
  });
});
