import { describe } from "vitest";
import { withActor } from "@/db/connect";
import { buildFinishedDistrict, buildWorkingDistrict, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { listCells } from "@/lib/domain/format-cells";
import { traceFigure } from "@/lib/domain/trace-figure";
import { loadUnitsBehind } from "@/lib/services/load-units-behind";
import { getReportWork } from "@/lib/services/report-work";

describe("the units behind figures", () => {
  test("are the largest of those that the whole document names, with their number", async ({ db }) => {
    const counts: number[] = [];
    for (const { person, cycleId } of [await buildWorkingDistrict(db), await buildFinishedDistrict(db)]) {
      const editor = person("工委管委办公室统稿人");
      const work = await withActor(db, editor, (tx) => getReportWork(tx, editor, cycleId, TEST_NOW));
      if (!work) throw new Error("the district has no report");
      const cellKeys = listCells(work.cycle.format).map(({ key }) => key);
      const behind = await loadUnitsBehind(db, editor, { cycleId, cellKeys }, TEST_NOW);

      for (const cellKey of cellKeys) {
        const known = traceFigure(work.document, cellKey)?.units ?? [];
        const { count = 0, units = [] } = behind[cellKey] ?? {};
        expect([cellKey, count, units.map(({ value }) => value)]).toEqual([
          cellKey,
          known.length,
          known.slice(0, 4).map(({ value }) => value),
        ]);
        // Units of one value have no order of their own.
        expect(known.map(({ unit, value }) => ({ unit, value }))).toEqual(expect.arrayContaining(units));
        counts.push(count);
      }
    }
    expect(Math.max(...counts)).toBeGreaterThan(4);
  });

  test("are not shown to a clerk, nor is another district's year found", async ({ db }) => {
    const { person, cycleId } = await buildWorkingDistrict(db);
    const other = await buildWorkingDistrict(db);
    const cellKeys = ["requests.received.total"];
    const clerk = person("财政局填报人");
    await expect(loadUnitsBehind(db, clerk, { cycleId, cellKeys }, TEST_NOW)).rejects.toMatchObject({
      code: "not_permitted",
    });
    await expect(
      loadUnitsBehind(db, other.person("工委管委办公室统稿人"), { cycleId, cellKeys }, TEST_NOW),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});
