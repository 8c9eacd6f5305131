import { describe } from "vitest";
import { type Db, withActor } from "@/db/connect";
import type { WorkingDistrict } from "@/db/demo/open-working-district";
import { listEvents } from "@/db/queries/events";
import { listProposedUnitReports, listTakenReports } from "@/db/queries/unit-reports";
import { buildFinishedDistrict, buildOpenDistrict, correctText, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { Actor } from "@/lib/domain/access";
import type { EventType } from "@/lib/domain/events";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { decideUnitReport, withdrawUnitReport } from "@/lib/services/decide-unit-report";
import { importUnitReport } from "@/lib/services/import-unit-report";
import { loadReport } from "@/lib/services/load-report";
import { loadReview } from "@/lib/services/load-review";
import { openCycle } from "@/lib/services/open-cycle";
import { listLocked } from "@/lib/services/section-work";

const RECEIVED = "requests.received.natural_person";
const CARRIED_IN = "requests.carried_in.natural_person";

function reportOf(year: number, figures: InterchangeReport["figures"]): InterchangeReport {
  return { schema: "nianbao.report/1", title: `财政局${year}年年度报告`, year, format: "2019", figures };
}

function financeOf({ person }: WorkingDistrict) {
  const clerk = person("财政局填报人");
  return { clerk, organisationId: clerk.memberships[0]?.organisationId ?? "" };
}

const ownFindings = (findings: readonly { rule: string; cells: string[]; expected: string | null }[]) =>
  findings.flatMap(({ rule, cells, expected }) => (rule === "OWN-REPORT" ? [[cells[0], expected]] : []));

describe("a unit's own published report", () => {
  test("is held against what the unit submits: at its desk, at review and before finalising", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    await correctText(db, district);
    const { clerk, organisationId } = financeOf(district);
    const report = reportOf(2019, {
      [RECEIVED]: "2",
      "requests.received.total": "2",
      "requests.granted.natural_person": "1",
    });
    await importUnitReport(db, clerk, { ...request(), organisationId, report }, TEST_NOW);

    const desk = await district.desk("finance").load("requests");
    expect(ownFindings(desk.findings)).toEqual([[RECEIVED, "2"]]);
    const reviewer = district.person("工委管委办公室审核人");
    const look = { submissionId: desk.submission.id, version: null, compareWith: null, afterId: null };
    const review = await loadReview(db, reviewer, look, TEST_NOW);
    expect(ownFindings(review?.findings ?? [])).toEqual([[RECEIVED, "2"]]);
    const editor = district.person("工委管委办公室统稿人");
    const work = await loadReport(db, editor, { cycleId: district.cycleId }, TEST_NOW);
    expect(work?.findings.filter((finding) => finding.rule === "OWN-REPORT").map(({ values }) => values.unit)).toEqual([
      "财政局",
    ]);

    const agreeing = reportOf(2019, { [RECEIVED]: "1" });
    await importUnitReport(db, clerk, { ...request(), organisationId, report: agreeing }, TEST_NOW);
    expect(ownFindings((await district.desk("finance").load("requests")).findings)).toEqual([]);
    const taken = await withActor(db, clerk, (tx) => listTakenReports(tx, { scope: clerk.scope }));
    expect(taken.map(({ title, importedByName }) => [title, importedByName])).toEqual([[report.title, clerk.name]]);
  });

  test("gives the year after its carried figures, whether it comes before that year opens or later", async ({ db }) => {
    const district = await buildOpenDistrict(db);
    const { clerk, organisationId } = financeOf(district);
    const admin = district.person("工委管委办公室管理员");
    const before = reportOf(2018, { "requests.carried_out.natural_person": "4" });
    await importUnitReport(db, admin, { ...request(), organisationId, report: before }, TEST_NOW);
    const late = await district.desk("finance").load("requests");
    expect([late.values[CARRIED_IN], listLocked(late).has(CARRIED_IN)]).toEqual(["4", true]);

    const report = reportOf(2019, { "requests.carried_out.natural_person": "6" });
    await importUnitReport(db, clerk, { ...request(), organisationId, report }, TEST_NOW);
    const due = { tablesDueAt: new Date("2021-01-10T16:00:00Z"), narrativeDueAt: new Date("2021-01-17T16:00:00Z") };
    await openCycle(db, admin, { ...request(), year: 2020, ...due }, TEST_NOW);
    const next = await district.desk("finance").load("requests");
    expect([next.submission.year, next.values[CARRIED_IN], listLocked(next).has(CARRIED_IN)]).toEqual([
      2020,
      "6",
      true,
    ]);
  });

  describe("that names another body", () => {
    const CARRIED_OUT = "requests.carried_out.natural_person";

    async function propose(db: Db, district: WorkingDistrict, by = district.person("财政局填报人")) {
      const { organisationId } = financeOf(district);
      const report = { ...reportOf(2018, { [CARRIED_OUT]: "4" }), title: "财政所2018年年度报告" };
      const take = (otherBodyReason?: string) =>
        importUnitReport(
          db,
          by,
          { ...request(), organisationId, report, ...(otherBodyReason ? { otherBodyReason } : {}) },
          TEST_NOW,
        );
      await expect(take()).rejects.toMatchObject({
        code: "other_body_unexplained",
        details: { body: "财政所", unit: "财政局" },
      });
      expect(await take("2019年由财政所更名")).toBe("proposed");
      const waiting = await withActor(db, by, (tx) => listProposedUnitReports(tx, { scope: by.scope }));
      return { proposalId: waiting[0]?.id ?? "", organisationId, take };
    }

    const carriedIn = async ({ desk }: WorkingDistrict) => (await desk("finance").load("requests")).values[CARRIED_IN];
    const told = async (db: Db, reader: Actor, type: EventType) =>
      (
        await withActor(db, reader, (tx) =>
          listEvents(tx, { scope: reader.scope, filter: { types: [type] }, limit: 1 }),
        )
      )[0]?.event.data;

    test("counts only once a second person of the office has said why it is the unit's", async ({ db }) => {
      const district = await buildOpenDistrict(db);
      const [admin, reviewer] = [district.person("工委管委办公室管理员"), district.person("工委管委办公室审核人")];
      const { proposalId } = await propose(db, district, admin);
      const before = await carriedIn(district);
      const confirm = { proposalId, decision: "confirm" as const, reason: "编办文件2019年第3号" };
      await expect(decideUnitReport(db, admin, { ...request(), ...confirm }, TEST_NOW)).rejects.toMatchObject({
        code: "own_other_body",
      });
      const clerk = district.person("财政局填报人");
      await expect(decideUnitReport(db, clerk, { ...request(), ...confirm }, TEST_NOW)).rejects.toMatchObject({
        code: "not_permitted",
      });
      expect([await carriedIn(district), before]).toEqual([before, before]);

      await decideUnitReport(db, reviewer, { ...request(), ...confirm }, TEST_NOW);
      expect(await carriedIn(district)).toBe("4");
      expect(await told(db, reviewer, "unit_report_imported")).toMatchObject({
        body: "财政所",
        reason: "2019年由财政所更名",
        proposedBy: admin.name,
        confirmation: "编办文件2019年第3号",
      });
      const [taken] = await withActor(db, clerk, (tx) => listTakenReports(tx, { scope: clerk.scope }));
      expect(taken).toMatchObject({ otherBody: "财政所", importedByName: admin.name, confirmedByName: reviewer.name });
    });

    test("is proposed by the unit as well; one waits at a time, until it is declined or taken back", async ({ db }) => {
      const district = await buildOpenDistrict(db);
      const [admin, clerk] = [district.person("工委管委办公室管理员"), district.person("财政局填报人")];
      const { proposalId, take } = await propose(db, district);
      await expect(take("再来一次")).rejects.toMatchObject({
        code: "other_body_waiting",
        details: { year: "2018", who: clerk.name },
      });
      const decline = { proposalId, decision: "decline" as const, reason: "是另一个单位" };
      await decideUnitReport(db, admin, { ...request(), ...decline }, TEST_NOW);
      expect(await told(db, clerk, "unit_report_declined")).toMatchObject({ body: "财政所", reason: "是另一个单位" });
      expect(await carriedIn(district)).not.toBe("4");

      expect(await take("确实是更名")).toBe("proposed");
      const [again] = await withActor(db, clerk, (tx) => listProposedUnitReports(tx, { scope: clerk.scope }));
      const withdrawal = { proposalId: again?.id ?? "" };
      await expect(withdrawUnitReport(db, admin, { ...request(), ...withdrawal }, TEST_NOW)).rejects.toMatchObject({
        code: "not_own_proposal",
      });
      await withdrawUnitReport(db, clerk, { ...request(), ...withdrawal }, TEST_NOW);
      expect(await told(db, clerk, "unit_report_withdrawn")).toMatchObject({ year: 2018 });
      expect(await withActor(db, clerk, (tx) => listProposedUnitReports(tx, { scope: clerk.scope }))).toEqual([]);
    });
  });

  test("is taken in by the unit itself or the office, by nobody else", async ({ db }) => {
    const district = await buildOpenDistrict(db);
    const { organisationId } = financeOf(district);
    const input = { ...request(), organisationId, report: reportOf(2019, {}) };
    for (const name of ["司法办公室填报人", "工委管委办公室审核人"]) {
      await expect(importUnitReport(db, district.person(name), input, TEST_NOW)).rejects.toMatchObject({
        code: "not_permitted",
      });
    }
  });
});
