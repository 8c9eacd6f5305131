import { describe } from "vitest";
import { type Db, withActor } from "@/db/connect";
import type { WorkingDistrict } from "@/db/demo/open-working-district";
import { listEvents } from "@/db/queries/events";
import { listExplanations } from "@/db/queries/explanations";
import {
  buildFinishedDistrict,
  buildOpenDistrict,
  correctText,
  request,
  TEST_DUE,
  TEST_NOW,
} from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { CHECKS } from "@/lib/domain/check/registry";
import { approveSubmission } from "@/lib/services/approve-submission";
import { explainFinding } from "@/lib/services/explain-finding";
import { chooseNote, explainReportFinding } from "@/lib/services/explain-report-finding";
import { loadReport } from "@/lib/services/load-report";
import { finaliseReport } from "@/lib/services/release-report";
import { reopenSubmission } from "@/lib/services/reopen-submission";
import { saveFigures } from "@/lib/services/save-figures";

const CELLS = ["requests.received.natural_person", "requests.other.natural_person"] as const;
const NOTE = "同一申请人就同一事项提出十件申请。";

async function load(db: Db, district: WorkingDistrict) {
  const editor = district.person("工委管委办公室统稿人");
  const work = await loadReport(db, editor, { cycleId: district.cycleId }, TEST_NOW);
  if (!work) throw new Error("no report");
  return { editor, work };
}

/** The enforcement bureau reports ten requests that were all dealt with otherwise, says why, and submits. */
async function submitExplained(db: Db, district: WorkingDistrict, count = "10") {
  const clerk = district.person("综合行政执法局填报人");
  const desk = district.desk("enforcement");
  const before = await desk.load("requests");
  const submissionId = before.submission.id;
  if (before.submission.state === "not_started") {
    await desk.fillFigures("requests", TEST_NOW, { instead: { [CELLS[0]]: count, [CELLS[1]]: count } });
  } else {
    const changes = CELLS.map((cellKey) => ({ cellKey, seen: before.values[cellKey] ?? null, value: count }));
    await saveFigures(db, clerk, { ...request(), submissionId, changes }, TEST_NOW);
  }
  const { findings } = await desk.load("requests");
  const finding = findings.find((candidate) => candidate.rule === "OUTLIER");
  if (!finding) throw new Error("nothing to explain");
  await explainFinding(db, clerk, { ...request(), submissionId, findingId: finding.id, body: "同一人申请" }, TEST_NOW);
  await desk.submit("requests", TEST_NOW);
  return { submissionId, finding };
}

async function approve(db: Db, district: WorkingDistrict, submissionId: string) {
  const { revision } = await district.desk("enforcement").find("requests");
  const reviewer = district.person("工委管委办公室审核人");
  await approveSubmission(db, reviewer, { ...request(), submissionId, expectedRevision: revision }, TEST_NOW);
  return reviewer;
}

describe("the report's own warnings", () => {
  test("keep it from being finalised until each has a reason, which is kept and may be printed", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    const reviewer = district.person("工委管委办公室审核人");
    const contradicting = await load(db, district);
    const error = contradicting.work.findings.find((finding) => finding.severity === "error");
    const attempt = { ...request(), cycleId: district.cycleId, findingId: error?.id ?? "", body: "就这样" };
    await expect(explainReportFinding(db, reviewer, attempt, TEST_NOW)).rejects.toMatchObject({
      code: "not_permitted",
    });
    await expect(explainReportFinding(db, contradicting.editor, attempt, TEST_NOW)).rejects.toMatchObject({
      code: "not_found",
    });

    await correctText(db, district);
    const { editor, work } = await load(db, district);
    const finalise = () => finaliseReport(db, editor, { ...request(), reportId: work.report.id }, TEST_NOW);
    const warnings = work.findings.filter((finding) => finding.severity === "warning");
    await expect(finalise()).rejects.toMatchObject({
      code: "warnings_unexplained",
      details: { count: warnings.length },
    });

    const of = { cycleId: district.cycleId };
    for (const { id } of warnings) {
      await explainReportFinding(
        db,
        editor,
        { ...request(), ...of, findingId: id, body: "没有这方面的工作" },
        TEST_NOW,
      );
    }
    const choice = {
      ...request(),
      ...of,
      submissionId: "",
      findingId: warnings[0]?.id ?? "",
      note: "本年度没有变化。",
    };
    await chooseNote(db, editor, choice, TEST_NOW);
    await finalise();
    const after = (await load(db, district)).work;
    expect(after.document.notes).toContain("本年度没有变化。");
    const recorded = after.document.checks ?? [];
    expect(recorded.map(({ rule }) => rule)).toEqual(CHECKS.map(({ rule }) => rule));
    expect(recorded.reduce((sum, { explained }) => sum + explained, 0)).toBe(warnings.length);
    expect(
      recorded.filter(({ outcome, explained, findings }) => outcome === "warning" && explained < findings),
    ).toEqual([]);
    expect(after.explanations.map(({ body, authorName }) => [body, authorName])).toEqual(
      warnings.map(() => ["没有这方面的工作", editor.name]),
    );
    await expect(chooseNote(db, editor, { ...choice, ...request(), note: "" }, TEST_NOW)).rejects.toMatchObject({
      code: "report_final",
    });
  });
});

describe("a unit's explanation", () => {
  test("is accepted with the version it was submitted with, and printed in the office's words while it counts", async ({
    db,
  }) => {
    const district = await buildOpenDistrict(db);
    const { submissionId, finding } = await submitExplained(db, district);
    expect((await load(db, district)).work.unitExplanations).toEqual([]);
    const reviewer = await approve(db, district, submissionId);

    const { scope } = reviewer;
    const kept = await withActor(db, reviewer, (tx) => listExplanations(tx, { scope, submissionId }));
    expect(kept).toMatchObject([{ findingId: finding.id, finding: { id: finding.id }, acceptedByName: reviewer.name }]);
    const filter = { submissionId, types: ["explanation_accepted" as const] };
    expect(await withActor(db, reviewer, (tx) => listEvents(tx, { scope, filter, limit: 9 }))).toHaveLength(1);

    const { editor } = await load(db, district);
    const choice = { cycleId: district.cycleId, submissionId, findingId: finding.id };
    await chooseNote(db, editor, { ...request(), ...choice, note: NOTE }, TEST_NOW);
    expect((await load(db, district)).work.document.notes).toContain(NOTE);

    const { revision } = await district.desk("enforcement").find("requests");
    const reopen = { ...request(), submissionId, expectedRevision: revision, reason: "少了一件", dueAt: TEST_DUE };
    await reopenSubmission(db, reviewer, reopen, TEST_NOW);
    expect((await load(db, district)).work.document.notes).not.toContain(NOTE);

    await submitExplained(db, district, "11");
    await approve(db, district, submissionId);
    const { work } = await load(db, district);
    expect(work.document.notes).not.toContain(NOTE);
    expect(work.unitExplanations.map(({ findingId }) => findingId)).not.toContain(finding.id);
    await expect(chooseNote(db, editor, { ...request(), ...choice, note: NOTE }, TEST_NOW)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
