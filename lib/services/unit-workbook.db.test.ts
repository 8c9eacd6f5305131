import { describe } from "vitest";
import { buildOpenDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { fillWorkbook } from "@/lib/intake/testing/workbook-parts";
import { readUnitWorkbook } from "@/lib/services/read-unit-workbook";
import { saveFigures } from "@/lib/services/save-figures";
import { writeUnitWorkbook } from "@/lib/services/write-unit-workbook";

const CELL = "requests.received.business";

describe("a unit's workbook", () => {
  test("is written for who fills the section in, and read back cell by cell without storing anything", async ({
    db,
  }) => {
    const { person, desk } = await buildOpenDistrict(db);
    const clerk = person("行政审批服务局填报人");
    const { id: submissionId } = await desk("approval").find("requests");
    await saveFigures(
      db,
      clerk,
      { ...request(), submissionId, changes: [{ cellKey: CELL, seen: null, value: "3" }] },
      TEST_NOW,
    );
    const written = await writeUnitWorkbook(db, clerk, { submissionId }, TEST_NOW);
    const bytes = (await written?.write()) ?? new Uint8Array();
    expect(written?.name).toMatch(/^行政审批服务局2019年.*\.xlsx$/);

    const filled = fillWorkbook(bytes, { E5: "8" });
    const read = (file: Uint8Array, actor = clerk, id = submissionId) =>
      readUnitWorkbook(db, actor, { submissionId: id, file: Buffer.from(file).toString("base64") }, TEST_NOW);
    expect(await read(filled)).toEqual({ ok: true, changes: [{ cellKey: CELL, base: "3", value: "8" }] });
    expect((await desk("approval").load("requests")).values[CELL]).toBe("3");

    const other = await desk("finance").find("requests");
    const otherClerk = person("财政局填报人");
    expect(await read(filled, otherClerk, other.id)).toMatchObject({
      ok: false,
      problems: [{ code: "other_unit", expected: "财政局", found: "行政审批服务局" }],
    });
    await expect(read(filled, otherClerk)).rejects.toMatchObject({ code: "not_found" });
    expect(await writeUnitWorkbook(db, otherClerk, { submissionId }, TEST_NOW)).toBeNull();
    expect(await read(new TextEncoder().encode("Excel"))).toEqual({ ok: false, unreadable: "no_workbook" });
  });
});
