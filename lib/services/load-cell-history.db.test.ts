import { describe } from "vitest";
import { buildOpenDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { declareNilTogether, withdrawNil } from "@/lib/services/declare-nil";
import { loadCellHistory } from "@/lib/services/load-cell-history";
import { saveFigures } from "@/lib/services/save-figures";
import { submitSections } from "@/lib/services/submit-section";
import { withdrawSubmission } from "@/lib/services/withdraw-submission";

const CELL = "litigation.review.upheld";
const OTHER = "litigation.review.corrected";

describe("loadCellHistory", () => {
  test("tells who changed the cell, from what to what, and in which version it was submitted", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const [clerk, head] = [person("财政局填报人"), person("行政审批服务局部门负责人")];
    const { id: submissionId } = await desk("finance").find("litigation");
    const save = (cellKey: string, seen: string | null, value: string | null) =>
      saveFigures(db, clerk, { ...request(), submissionId, changes: [{ cellKey, seen, value }] }, TEST_NOW);
    const step = async () => {
      const { submission } = await desk("finance").load("litigation");
      return { submissionId, expectedRevision: submission.revision, blanksSeen: 11 };
    };

    await save(CELL, null, "2");
    await save(OTHER, null, "5");
    await save(OTHER, "5", "0");
    await submitSections(db, clerk, { ...request(), sections: [await step()] }, TEST_NOW);
    await withdrawSubmission(db, clerk, { ...request(), ...(await step()) }, TEST_NOW);
    await save(CELL, "2", "两件");

    const history = await loadCellHistory(db, clerk, { submissionId, cellKey: CELL }, TEST_NOW);
    expect(history.map(({ by, how, from, to, version }) => [by, how, from, to, version])).toEqual([
      [clerk.name, "figures_saved", "2", "两件", null],
      [clerk.name, "figures_saved", null, "2", 1],
    ]);
    expect(history[0]?.at).toEqual(TEST_NOW);
    const blank = await loadCellHistory(db, clerk, { submissionId, cellKey: "litigation.review.pending" }, TEST_NOW);
    expect(blank.map(({ how, to, version }) => [how, to, version])).toEqual([["blanks_counted_as_zero", "0", 1]]);

    const stranger = loadCellHistory(db, head, { submissionId, cellKey: CELL }, TEST_NOW);
    await expect(stranger).rejects.toMatchObject({ code: "not_found" });
  });

  test("knows what was declared nil and taken back", async ({ db }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const clerk = person("财政局填报人");
    const { id: submissionId } = await desk("finance").find("litigation");
    const step = async () => {
      const { submission } = await desk("finance").load("litigation");
      return { ...request(), sections: [{ submissionId, expectedRevision: submission.revision }] };
    };
    await declareNilTogether(db, clerk, await step(), TEST_NOW);
    await withdrawNil(db, clerk, await step(), TEST_NOW);

    const history = await loadCellHistory(db, clerk, { submissionId, cellKey: CELL }, TEST_NOW);
    expect(history.map(({ how, from, to }) => [how, from, to])).toEqual([
      ["nil_declaration_withdrawn", "0", null],
      ["section_declared_nil", null, "0"],
    ]);
  });
});
