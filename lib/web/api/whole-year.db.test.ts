import { describe } from "vitest";
import { buildWorkingDistrict } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { createClient } from "@/lib/api-client/client";
import { fetchOf, TEST_ORIGIN, tokenOf } from "@/lib/web/api/testing/api-caller";
import { type ClientOf, driveYear } from "@/lib/web/api/testing/drive-year";

describe("a year by the client alone", () => {
  test("goes from half-filled sections to a published report that anybody reads", async ({ db }) => {
    const district = await buildWorkingDistrict(db);
    const tokens = new Map<string, string>();
    const clientOf: ClientOf = async (account) => {
      const at = { origin: TEST_ORIGIN, fetch: fetchOf(db), language: "en" };
      if (account === undefined) return createClient(at);
      const token = tokens.get(account) ?? (await tokenOf(db, district.person(account)));
      tokens.set(account, token);
      return createClient({ ...at, token });
    };
    const reportId = await driveYear(clientOf, district.cycleId);

    const anybody = await clientOf();
    const { items } = await anybody.call("listPublicReports", { query: { year: "2019" } });
    expect(items.find(({ id }) => id === reportId)).toMatchObject({ year: 2019, version: 1, state: "published" });
    const { figures } = await anybody.call("getPublicFigures", { params: { reportId } });
    expect(figures.find(({ cellKey }) => cellKey === "active.licensing.decisions")?.value).toBe("5228");
    const { sections } = await anybody.call("getPublicReport", { params: { reportId } });
    expect(sections.length).toBeGreaterThan(3);

    const reviewer = await clientOf("工委管委办公室审核人");
    const queue = await reviewer.call("listQueue", { params: { cycleId: district.cycleId } });
    expect(queue).toEqual({ items: [], next: null });
    const director = await clientOf("工委管委办公室负责人");
    const begun = await director.call("beginErratum", { params: { reportId }, body: { reason: "更正一处笔误" } });
    expect(begun.state).toBe("published");
    const editor = await clientOf("工委管委办公室统稿人");
    const { report } = await editor.call("getReport", { params: { cycleId: district.cycleId } });
    expect(report).toMatchObject({ version: 2, state: "draft" });
  });
});
