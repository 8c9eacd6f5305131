import { describe } from "vitest";
import { withActor } from "@/db/connect";
import type { WorkingDistrict } from "@/db/demo/working-district";
import { listEvents } from "@/db/queries/events";
import { listTakenReports } from "@/db/queries/unit-reports";
import { buildFinishedDistrict, buildOpenDistrict, correctText, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { importUnitReport } from "@/lib/services/import-unit-report";
import { loadReport } from "@/lib/services/load-report";
import { loadReview } from "@/lib/services/load-review";
import { listLocked } from "@/lib/services/load-submission";
import { openCycle } from "@/lib/services/open-cycle";

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
    const look = { submissionId: desk.submission.id, version: null, compareWith: null };
    const review = await withActor(db, reviewer, (tx) => loadReview(tx, reviewer, look));
    expect(ownFindings(review?.findings ?? [])).toEqual([[RECEIVED, "2"]]);
    const editor = district.person("工委管委办公室统稿人");
    const work = await withActor(db, editor, (tx) => loadReport(tx, editor, district.cycleId, TEST_NOW));
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

  test("is another body's where it names one: only the office takes it in, and says why", async ({ db }) => {
    const district = await buildOpenDistrict(db);
    const { clerk, organisationId } = financeOf(district);
    const admin = district.person("工委管委办公室管理员");
    const report = { ...reportOf(2019, {}), title: "财政所2019年年度报告" };
    const take = (actor: typeof clerk, otherBodyReason?: string) =>
      importUnitReport(
        db,
        actor,
        { ...request(), organisationId, report, ...(otherBodyReason ? { otherBodyReason } : {}) },
        TEST_NOW,
      );
    await expect(take(clerk, "改过名")).rejects.toMatchObject({
      code: "other_body",
      details: { body: "财政所", unit: "财政局" },
    });
    await expect(take(admin)).rejects.toMatchObject({ code: "other_body_unexplained" });
    await take(admin, "2020年由财政所更名");
    const [told] = await withActor(db, admin, (tx) =>
      listEvents(tx, { scope: admin.scope, filter: { types: ["unit_report_imported"] }, limit: 1 }),
    );
    expect(told?.event.data).toMatchObject({ body: "财政所", reason: "2020年由财政所更名" });
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
