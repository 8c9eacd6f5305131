import { randomUUID } from "node:crypto";
import { describe } from "vitest";
import { type Db, withActor } from "@/db/connect";
import { insertReport } from "@/db/queries/reports";
import { buildDistrict, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { ReportDocument } from "@/lib/domain/report-document";
import { formatForYear } from "@/lib/formats";
import { qianwan2019 } from "@/lib/render/testing/sample-documents";
import { loadComparison } from "@/lib/services/load-comparison";

const CELL = "requests.received.total";
/** Only the form of 2019 asks for it. */
const FORMER = "active.licensing.items_last_year";

type Year = {
  year: number;
  state?: "published" | "superseded";
  version?: number;
  figures: Record<string, string | null>;
};

/** A body of this name with these reports. */
async function buildBody(db: Db, name: string, years: readonly Year[]): Promise<string> {
  const { admin } = await buildDistrict(db);
  for (const { year, figures } of years) {
    const format = formatForYear(year);
    if (!format) throw new Error(`no form for ${year}`);
    const document: ReportDocument = { ...qianwan2019(), year, format, figures };
    const row = { districtId: admin.districtId, id: randomUUID(), cycleId: null, year, version: 1, document };
    await withActor(db, admin, (tx) =>
      insertReport(tx, {
        ...row,
        state: "published",
        origin: "imported",
        title: name,
        districtName: name,
        publishedAt: TEST_NOW,
      }),
    );
  }
  return admin.districtId;
}

describe("comparing published figures", () => {
  test("holds bodies and years side by side, and finds bodies by their name", async ({ db }) => {
    const mark = randomUUID().slice(0, 8);
    const first = await buildBody(db, `甲区${mark}`, [
      { year: 2020, figures: { [CELL]: "3", [FORMER]: "9" } },
      { year: 2021, figures: { [CELL]: "5" } },
    ]);
    const second = await buildBody(db, `乙区${mark}`, [{ year: 2021, figures: { [CELL]: null } }]);
    const load = (question: Partial<Parameters<typeof loadComparison>[1]>) =>
      loadComparison(db, { cellKey: CELL, districtIds: [first, second], ...question }, TEST_NOW);

    const { comparison } = await load({});
    const valuesOf = (id: string) =>
      [...(comparison.bodies.find(({ districtId }) => districtId === id)?.figures.values() ?? [])].map(
        ({ year, value }) => [year, value],
      );
    expect(comparison.years).toEqual([2020, 2021]);
    expect(valuesOf(first)).toEqual([
      [2020, "3"],
      [2021, "5"],
    ]);
    expect(valuesOf(second)).toEqual([[2021, null]]);
    expect(comparison.forms.map(({ years }) => years)).toEqual([[2020], [2021]]);

    const former = (await load({ cellKey: FORMER, districtIds: [first] })).comparison.bodies[0]?.figures;
    expect([former?.get(2020), former?.get(2021)]).toMatchObject([{ hasCell: true, value: "9" }, { hasCell: false }]);

    const found = await load({ districtIds: [], search: `区${mark}` });
    expect(found.offered.map(({ districtId }) => districtId).toSorted()).toEqual([first, second].toSorted());
    expect(found.comparison.bodies).toHaveLength(2);
    expect((await load({ districtIds: [], search: "%" })).offered).toEqual([]);
  });
});
