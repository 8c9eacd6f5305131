import { randomUUID } from "node:crypto";
import { describe } from "vitest";
import { buildFinishedDistrict, request, settleContradictions, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { loadNewestReports, loadOpenReports, loadOpenYear } from "@/lib/services/load-open-data";
import { loadPublicDownload } from "@/lib/services/load-public-download";
import { loadReport } from "@/lib/services/load-report";
import { recogniseFile } from "@/lib/services/recognise-file";
import { finaliseReport, publishReport } from "@/lib/services/release-report";
import { writeReportFile } from "@/lib/services/write-report-file";

describe("what the public reads of a published report", () => {
  test("is recognised byte for byte, told from what was changed, and listed as open data", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    await settleContradictions(db, district);
    const editor = district.person("工委管委办公室统稿人");
    const work = await loadReport(db, editor, { cycleId: district.cycleId }, TEST_NOW);
    const reportId = work?.report.id ?? "";
    await finaliseReport(db, editor, { ...request(), reportId }, TEST_NOW);
    await publishReport(db, district.person("工委管委办公室负责人"), { ...request(), reportId }, TEST_NOW);

    const from = randomUUID();
    const kindOf = async (bytes: Uint8Array) => {
      const found = await recogniseFile(db, { file: { bytes, fileName: "下载" }, from }, TEST_NOW);
      return found.kind === "unknown" ? found.kind : [found.kind, found.entry.id];
    };
    for (const format of ["docx", "xlsx", "html", "csv", "json", "xml", "zip"] as const) {
      const download = await loadPublicDownload(db, { reportId, format, isArchive: false }, TEST_NOW);
      if (!download) throw new Error("the report is not published");
      const bytes = await writeReportFile(download.document, format, download);
      expect([format, await kindOf(bytes)]).toEqual([format, ["genuine", reportId]]);
      if (format !== "json") continue;
      const changed = new TextEncoder().encode(`${new TextDecoder().decode(bytes)} `);
      expect(await kindOf(changed)).toEqual(["altered", reportId]);
    }
    expect(await kindOf(new TextEncoder().encode("别处的文件"))).toBe("unknown");

    const own = (entries: readonly { id: string }[]) => entries.filter(({ id }) => id === reportId).length;
    expect(own(await loadOpenReports(db, {}, TEST_NOW))).toBe(1);
    expect(own(await loadNewestReports(db, {}, TEST_NOW))).toBe(1);
    const year = await loadOpenYear(db, { year: 2019 }, TEST_NOW);
    const figures = year.find(({ entry }) => entry.id === reportId)?.figures ?? [];
    expect(figures.find(({ cellKey }) => cellKey === "active.penalties.decisions")?.value).toBe("17");
  });
});
