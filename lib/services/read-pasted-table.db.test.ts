import { describe } from "vitest";
import { buildOpenDistrict, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { readPastedTable } from "@/lib/services/read-pasted-table";

const HTML =
  "<table><tr><td>一、本年新收政府信息公开申请数量</td><td>6</td><td>0</td><td>2</td><td>0</td><td>0</td><td>0</td><td>8</td></tr></table>";

describe("a pasted table", () => {
  test("is read for who fills in the section, and is not there for others", async ({ db }) => {
    const district = await buildOpenDistrict(db);
    const { id: submissionId } = await district.desk("enforcement").find("requests");
    const clerk = district.person("综合行政执法局填报人");
    const table = await readPastedTable(db, clerk, { submissionId, html: HTML }, TEST_NOW);
    expect(table?.figures).toMatchObject({ "requests.received.natural_person": "6", "requests.received.total": "8" });

    const other = district.person("工委管委办公室审核人");
    await expect(readPastedTable(db, other, { submissionId, html: HTML }, TEST_NOW)).rejects.toMatchObject({
      name: "Refusal",
    });
  });
});
