import { describe } from "vitest";
import { type Db, withActor } from "@/db/connect";
import { buildFinishedDistrict, buildWorkingDistrict, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { listCells } from "@/lib/domain/format-cells";
import { traceFigure } from "@/lib/domain/trace-figure";
import { loadRollUp, type RollUpQuestion } from "@/lib/services/load-roll-up";
import { getReportWork } from "@/lib/services/report-work";

const TOTAL = "requests.received.total";
const TYPED = "active.penalties.decisions";

type District = Awaited<ReturnType<typeof buildFinishedDistrict>>;

async function look(db: Db, { person, cycleId }: District, question: Partial<RollUpQuestion> = {}) {
  const editor = person("工委管委办公室统稿人");
  const input = { cycleId, cellKey: null, page: 1, isBalanced: false, ...question };
  const [found, whole] = [
    await loadRollUp(db, editor, input, TEST_NOW),
    await withActor(db, editor, (tx) => getReportWork(tx, editor, cycleId, TEST_NOW)),
  ];
  if (!found || !whole) throw new Error("the district has no report");
  return { ...found, whole };
}

describe("the roll-up", () => {
  test("finds of each figure what the whole document says of it", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    for (const cellKey of [TOTAL, TYPED]) {
      const { trace, whole } = await look(db, district, { cellKey });
      const known = traceFigure(whole.document, cellKey);

      expect(trace?.units.rows.map((unit) => ({ ...unit, submissionId: undefined }))).toEqual(known?.units);
      expect([trace?.value, trace?.parts, trace?.adjustments]).toEqual([
        known?.value,
        known?.parts,
        known?.adjustments,
      ]);
      expect(trace?.zero).toEqual({ count: known?.zeroUnits.length, names: known?.zeroUnits });
      expect(trace?.absent).toEqual({ count: known?.absentUnits.length, names: known?.absentUnits });
    }
  });

  test("names the units whose answer is not in", async ({ db }) => {
    const district = await buildWorkingDistrict(db);
    const { trace, whole } = await look(db, district, { cellKey: TOTAL });
    const reported = whole.versions.filter(({ sectionId }) => sectionId === "requests").map(({ unitName }) => unitName);
    const known = traceFigure(whole.document, TOTAL, new Set(reported));

    expect(trace?.absent).toEqual({ count: known?.absentUnits.length, names: known?.absentUnits });
    expect(trace?.zero.names).toEqual(known?.zeroUnits);
  });

  test("knows no figure that the form does not have", async ({ db }) => {
    const { trace } = await look(db, await buildFinishedDistrict(db), { cellKey: "active.penalties.nonsense" });

    expect(trace).toBeNull();
  });

  test("counts the units behind every cell, and finds what the whole document finds", async ({ db }) => {
    const { work, behind, balance, whole } = await look(db, await buildFinishedDistrict(db));
    const counted = listCells(work.cycle.format).flatMap(({ key }): [string, number][] => {
      const units = traceFigure(whole.document, key)?.units.length ?? 0;
      return units > 0 ? [[key, units]] : [];
    });

    expect(Object.fromEntries(behind)).toEqual(Object.fromEntries(counted));
    expect(balance?.differing).toEqual([]);
    expect(work.findings).toEqual(whole.findings);
    expect({ ...work.document, provenance: whole.document.provenance }).toEqual(whole.document);
  });
});
