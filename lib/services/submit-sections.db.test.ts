import { describe } from "vitest";
import { withActor } from "@/db/connect";
import { ALL_HOLD } from "@/db/demo/head-answers";
import { listEvents } from "@/db/queries/events";
import { buildOpenDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { listTypedCells } from "@/lib/domain/blank-cells";
import type { SectionId } from "@/lib/domain/format";
import { approveNilSections } from "@/lib/services/approve-nil-sections";
import { declareNilTogether, withdrawNil } from "@/lib/services/declare-nil";
import { loadNilQueue } from "@/lib/services/load-nil-queue";
import { saveFigures } from "@/lib/services/save-figures";
import { signSubmissions } from "@/lib/services/sign-submission";
import { submitSection, submitSections } from "@/lib/services/submit-section";
import { withdrawSubmission } from "@/lib/services/withdraw-submission";

const RECEIVED = "requests.received.natural_person";
const GRANTED = "requests.granted.natural_person";

async function openUnit(db: Parameters<typeof buildOpenDistrict>[0], unit: string, name: string) {
  const { person, desk } = await buildOpenDistrict(db);
  const clerk = person(`${name}填报人`);
  const at = desk(unit);
  return {
    clerk,
    at,
    person,
    /** A form that ticks these sections, as they stand now. */
    async form(...sectionIds: SectionId[]) {
      const entries = await Promise.all(sectionIds.map((sectionId) => at.find(sectionId)));
      const sections = entries.map(({ id, revision }) => ({ submissionId: id, expectedRevision: revision }));
      return { ...request(), sections };
    },
    async type(sectionId: SectionId, values: Record<string, string>) {
      const { id } = await at.find(sectionId);
      const changes = Object.entries(values).map(([cellKey, value]) => ({ cellKey, seen: null, value }));
      await saveFigures(db, clerk, { ...request(), submissionId: id, changes }, TEST_NOW);
    },
    async eventsOf(sectionId: SectionId) {
      const { id } = await at.find(sectionId);
      const events = await withActor(db, clerk, (tx) =>
        listEvents(tx, { scope: clerk.scope, filter: { submissionId: id }, limit: 20 }),
      );
      return events.map(({ event }) => event);
    },
  };
}

describe("blank cells of a section that is filled in", () => {
  test("count as 0 when it is submitted, once whoever submits has seen how many, and the history says so", async ({
    db,
  }) => {
    const { clerk, at, type, eventsOf } = await openUnit(db, "finance", "财政局");
    await type("requests", { [RECEIVED]: "3", [GRANTED]: "3" });
    const { id, revision } = await at.find("requests");
    const { cycle } = await at.load("requests");
    const blanks = listTypedCells(cycle.format, "requests").length - 2;
    const submit = (blanksSeen: number) =>
      submitSection(db, clerk, { ...request(), submissionId: id, expectedRevision: revision, blanksSeen }, TEST_NOW);

    const unseen = submit(blanks - 1);
    await expect(unseen).rejects.toMatchObject({ code: "blanks_not_seen", details: { count: blanks } });
    await submit(blanks);

    const { values, versions } = await at.load("requests");
    expect(Object.values(values).filter((value) => value === "0")).toHaveLength(blanks);
    expect(versions[0]?.content.figures).toEqual(values);
    const [submitted, counted] = await eventsOf("requests");
    expect(submitted?.type).toBe("section_submitted");
    expect(counted).toMatchObject({ type: "blanks_counted_as_zero", data: { sectionId: "requests" } });
  });

  test("are held against the rules as the zeros that they will be", async ({ db }) => {
    const { clerk, at, type } = await openUnit(db, "finance", "财政局");
    await type("requests", { [RECEIVED]: "3" });
    const { id, revision } = await at.find("requests");
    const input = { ...request(), submissionId: id, expectedRevision: revision, blanksSeen: 999 };
    await expect(submitSection(db, clerk, input, TEST_NOW)).rejects.toMatchObject({ code: "errors_open" });
    expect((await at.load("requests")).values[GRANTED]).toBeNull();
  });
});

describe("declareNilTogether", () => {
  test("fills in all sections or none, and says which one is in the way", async ({ db }) => {
    const { clerk, at, type, form } = await openUnit(db, "finance", "财政局");
    await type("requests", { [RECEIVED]: "3" });
    const both = declareNilTogether(db, clerk, await form("litigation", "requests"), TEST_NOW);
    await expect(both).rejects.toMatchObject({ code: "not_nil", details: { count: 1, inSection: "requests" } });
    expect((await at.find("litigation")).isNil).toBe(false);

    await declareNilTogether(db, clerk, await form("litigation", "active"), TEST_NOW);
    const [litigation, active] = [await at.find("litigation"), await at.find("active")];
    expect([litigation.isNil, litigation.state, active.isNil]).toEqual([true, "draft", true]);
  });

  test("is taken back as long as nothing was typed since, and leaves what stood there before", async ({ db }) => {
    const { clerk, at, type, form, eventsOf } = await openUnit(db, "finance", "财政局");
    await type("litigation", { "litigation.review.upheld": "0" });
    await declareNilTogether(db, clerk, await form("litigation", "active"), TEST_NOW);
    await withdrawNil(db, clerk, await form("litigation", "active"), TEST_NOW);

    const { values, submission } = await at.load("litigation");
    expect(Object.entries(values).filter(([, value]) => value !== null)).toEqual([["litigation.review.upheld", "0"]]);
    expect(submission.isNil).toBe(false);
    expect((await eventsOf("active")).map(({ type }) => type)).toEqual([
      "nil_declaration_withdrawn",
      "section_declared_nil",
    ]);

    const again = withdrawNil(db, clerk, await form("litigation"), TEST_NOW);
    await expect(again).rejects.toMatchObject({ code: "nil_not_declared" });
  });
});

describe("submitSections", () => {
  test("hands in all sections or none", async ({ db }) => {
    const { clerk, at, form } = await openUnit(db, "finance", "财政局");
    await declareNilTogether(db, clerk, await form("active"), TEST_NOW);
    const both = submitSections(db, clerk, await form("active", "litigation"), TEST_NOW);
    await expect(both).rejects.toMatchObject({ code: "errors_open", details: { inSection: "litigation" } });
    expect((await at.find("active")).latestVersion).toBe(0);

    await declareNilTogether(db, clerk, await form("litigation"), TEST_NOW);
    const input = await form("active", "litigation");
    expect(await submitSections(db, clerk, input, TEST_NOW)).toEqual({ count: 2, awaitSignature: 0 });
    expect(await submitSections(db, clerk, input, TEST_NOW)).toEqual({ count: 2, awaitSignature: 0 });
    expect([(await at.find("active")).latestVersion, (await at.find("litigation")).state]).toEqual([1, "submitted"]);
  });

  test("hands them to the head first where the unit has its head sign, who signs them all at once", async ({ db }) => {
    const { clerk, at, person, form } = await openUnit(db, "safety", "应急管理局");
    await declareNilTogether(db, clerk, await form("active", "litigation"), TEST_NOW);
    const submitted = await submitSections(db, clerk, await form("active", "litigation"), TEST_NOW);
    expect(submitted).toEqual({ count: 2, awaitSignature: 2 });
    expect((await at.find("active")).state).toBe("awaiting_signature");

    const head = person("应急管理局部门负责人");
    const answers = ALL_HOLD;
    await expect(signSubmissions(db, clerk, { ...(await form("active")), answers }, TEST_NOW)).rejects.toMatchObject({
      code: "not_permitted",
    });
    await signSubmissions(db, head, { ...(await form("active", "litigation")), answers }, TEST_NOW);
    const signed = [await at.find("active"), await at.find("litigation")];
    expect(signed.map(({ state, signedBy }) => [state, signedBy])).toEqual([
      ["submitted", head.userId],
      ["submitted", head.userId],
    ]);
  });

  test("keeps what the head reserves with the signature, until the section is handed in anew", async ({ db }) => {
    const { clerk, at, person, form } = await openUnit(db, "safety", "应急管理局");
    await declareNilTogether(db, clerk, await form("active"), TEST_NOW);
    await submitSections(db, clerk, await form("active"), TEST_NOW);
    const [head, reviewer] = [person("应急管理局部门负责人"), person("工委管委办公室审核人")];
    const answers = ALL_HOLD.map((answer) =>
      answer.statement === "fees" ? { ...answer, holds: false, reason: "收据不全" } : answer,
    );
    await signSubmissions(db, head, { ...(await form("active")), answers }, TEST_NOW);

    const { id, cycleId, revision, hasReservation } = await at.find("active");
    expect(hasReservation).toBe(true);
    const [event] = await withActor(db, reviewer, (tx) =>
      listEvents(tx, { scope: reviewer.scope, filter: { submissionId: id, types: ["section_signed"] }, limit: 5 }),
    );
    expect(event?.event).toMatchObject({ type: "section_signed", data: { version: 1, answers } });
    const queue = await loadNilQueue(db, reviewer, { chosenCycleId: cycleId }, TEST_NOW);
    expect(queue?.aside.find((entry) => entry.id === id)?.obstacle).toBe("reserved");
    const seen = [{ submissionId: id, revision }];
    expect((await approveNilSections(db, reviewer, { ...request(), seen }, TEST_NOW)).approved).toBe(0);

    await withdrawSubmission(db, clerk, { ...request(), submissionId: id, expectedRevision: revision }, TEST_NOW);
    const again = await form("active");
    const sections = again.sections.map((section) => ({ ...section, unchangedReason: "收据补齐了" }));
    await submitSections(db, clerk, { ...again, sections }, TEST_NOW);
    expect(await at.find("active")).toMatchObject({ state: "awaiting_signature", hasReservation: false });
  });
});
