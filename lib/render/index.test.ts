import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { afterEach, describe, expect, it, vi } from "vitest";
import words from "@/lib/i18n/messages/zh-CN/public.json";
import { fileNameOf, RENDERERS, renderReport } from "@/lib/render";
import { RENDER_FORMATS } from "@/lib/render/render-format";
import { draftOf, erratumOf, pingtan2021, qianwan2019 } from "@/lib/render/testing/sample-documents";

afterEach(() => {
  vi.useRealTimers();
});

describe("RENDERERS", () => {
  it("has one writer for each file type, each with its name on screen", () => {
    expect(RENDERERS.map(({ format }) => format).sort()).toEqual([...RENDER_FORMATS].sort());
    expect(Object.keys(words.format).sort()).toEqual([...RENDER_FORMATS].sort());
  });

  it.each(RENDER_FORMATS)("%s gives the same bytes at any time", async (format) => {
    const document = draftOf(erratumOf(qianwan2019()));
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-01T10:00:00Z") });
    const first = await renderReport(document, format);
    vi.setSystemTime(new Date("2031-11-30T23:59:59Z"));
    const second = await renderReport(document, format);
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it("leaves the document as it was", async () => {
    const document = pingtan2021();
    const before = JSON.stringify(document);
    for (const format of RENDER_FORMATS) await renderReport(document, format);
    expect(JSON.stringify(document)).toBe(before);
  });
});

describe("fileNameOf", () => {
  it("tells a draft and a later version apart", () => {
    const document = qianwan2019();
    expect(fileNameOf(document, "pdf")).toBe("2019年青岛前湾保税港区政府信息公开工作年度报告.pdf");
    expect(fileNameOf(draftOf(document), "docx")).toBe("2019年青岛前湾保税港区政府信息公开工作年度报告（草稿）.docx");
    expect(fileNameOf(erratumOf(document), "csv")).toBe("2019年青岛前湾保税港区政府信息公开工作年度报告（第2版）.csv");
  });

  it("holds no character that a file name may not have", () => {
    const title = `../a\\b:c*d?"<e>|f\u0000\n g～~${"长".repeat(200)}`;
    const name = fileNameOf({ ...qianwan2019(), title }, "json");
    expect(name).not.toMatch(/[\\/:*?"<>|\s~]|\.\./);
    expect(name.length).toBeLessThan(100);
    expect(fileNameOf({ ...qianwan2019(), title: "///" }, "json")).toBe("report.json");
  });
});

describe("the archive", () => {
  it("holds every file, the schemas and checksums that are right", async () => {
    const document = qianwan2019();
    const files = unzipSync(await renderReport(document, "zip"));
    const names = RENDER_FORMATS.filter((format) => format !== "zip").map((format) => fileNameOf(document, format));
    const archived = fileNameOf(document, "pdf").replace(".pdf", "（归档版）.pdf");
    expect(Object.keys(files).sort()).toEqual(
      [...names, archived, "nianbao-report.schema.json", "nianbao-report.xsd", "SHA256SUMS.txt"].sort(),
    );

    const sums = new TextDecoder().decode(files["SHA256SUMS.txt"]).trim().split("\n");
    expect(sums).toHaveLength(Object.keys(files).length - 1);
    for (const line of sums) {
      const [sum, name = ""] = line.split("  ");
      expect(sum, name).toBe(
        createHash("sha256")
          .update(files[name] ?? "")
          .digest("hex"),
      );
    }
    for (const format of ["pdf", "xlsx", "json"] as const) {
      const alone = await renderReport(document, format);
      expect(Buffer.compare(files[fileNameOf(document, format)] ?? new Uint8Array(), alone), format).toBe(0);
    }
  });
});
