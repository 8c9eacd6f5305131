import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { documentOfInterchange } from "@/lib/domain/document-of-interchange";
import { type InterchangeReport, InterchangeReportSchema } from "@/lib/domain/interchange";
import { getFormat } from "@/lib/formats";
import { READERS, readReport } from "@/lib/intake";
import { RENDERERS, renderReport } from "@/lib/render";
import { emptySections, hostileDocument, longFigures } from "@/lib/render/testing/hostile-documents";
import { checkedOf, draftOf, erratumOf, pingtan2021, qianwan2019 } from "@/lib/render/testing/sample-documents";

const NAMES = ["qianwan-2019", "pingtan-2019", "pingtan-2020", "pingtan-2021", "suqian-2023"] as const;
const FORMATS = RENDERERS.map((renderer) => renderer.format).filter((format) =>
  READERS.some((reader) => reader.extensions.includes(format)),
);

function load(name: string): InterchangeReport {
  return InterchangeReportSchema.parse(JSON.parse(readFileSync(`db/demo/reports/${name}.json`, "utf8")));
}

describe("what our writers write, our readers read", () => {
  it("covers every type that is both written and read", () => {
    expect(FORMATS).toEqual(expect.arrayContaining(["html", "docx", "pdf", "csv", "json"]));
  });

  it.each(NAMES.flatMap((name) => FORMATS.map((format) => [name, format] as const)))("%s as %s", async (name, type) => {
    const report = load(name);
    const format = getFormat(report.format);
    if (!format) throw new Error(report.format);
    const document = documentOfInterchange(report, format);
    const result = await readReport(await renderReport(document, type), `report.${type}`);
    if (!result.ok) throw new Error(result.problem);
    expect(result.report.figures).toEqual(report.figures);
    expect(result.report).toMatchObject({ year: report.year, format: report.format });
  });

  it.each(["docx", "pdf"] as const)("takes nothing of a draft's watermark for a figure, as %s", async (type) => {
    const report = load("qianwan-2019");
    const format = getFormat(report.format);
    if (!format) throw new Error(report.format);
    const document = { ...documentOfInterchange(report, format), state: "draft" as const };
    const result = await readReport(await renderReport(document, type), `report.${type}`);
    expect(result.ok && result.report.figures).toEqual(report.figures);
  });

  it.each(["html", "docx", "pdf", "json"] as const)("keeps the text and its headings as %s", async (type) => {
    const read = await readReport(readFileSync("db/demo/reports/qianwan-2019.txt"), "qianwan-2019.txt");
    const format = getFormat("2019");
    if (!read.ok || !format) throw new Error("the published report does not read");
    const document = documentOfInterchange(read.report, format);
    const again = await readReport(await renderReport(document, type), `report.${type}`);
    if (!again.ok) throw new Error(again.problem);
    const plain = (text: string | undefined) => (text ?? "").replace(/\s/g, "");
    const titles = (report: InterchangeReport) =>
      report.outline?.map((heading) => plain(heading.title)).filter((title) => title !== "");
    expect(titles(again.report)).toEqual(titles(read.report));
    for (const heading of ["overview.1", "overview.2", "problems.2"]) {
      expect(plain(again.report.narrative?.[heading])).toBe(plain(read.report.narrative?.[heading]));
    }
    expect(plain(again.report.narrative?.other)).toBe("");
  });

  it.each([
    ["a published report", qianwan2019()],
    ["a draft", draftOf(qianwan2019())],
    ["a correction", erratumOf(qianwan2019())],
    ["a report with its list of checks", checkedOf(qianwan2019())],
    ["another year", pingtan2021()],
    ["hostile texts", hostileDocument(qianwan2019())],
    ["20-digit figures", longFigures(qianwan2019())],
    ["empty sections", emptySections(qianwan2019())],
  ])("takes %s in XML for what the JSON says, record and all", async (_name, document) => {
    const [xml, json] = [await renderReport(document, "xml"), await renderReport(document, "json")];
    const [fromXml, fromJson] = [await readReport(xml, "report.xml"), await readReport(json, "report.json")];
    expect(fromXml).toEqual(fromJson);
    expect(fromXml).toMatchObject({ ok: true, report: { title: document.title, state: document.state } });
  });

  it.each(["html", "docx", "pdf", "xlsx"] as const)(
    "takes nothing of the list of checks for text, as %s",
    async (type) => {
      const read = async (document: Parameters<typeof renderReport>[0]) =>
        await readReport(await renderReport(document, type), `report.${type}`);
      expect(await read(checkedOf(qianwan2019()))).toEqual(await read(qianwan2019()));
    },
  );

  it("says of other XML that it is none of ours, and reads no document type", async () => {
    const read = async (xml: string) => await readReport(new TextEncoder().encode(xml), "report.xml");
    expect(await read('<?xml version="1.0"?><w:wordDocument xmlns:w="urn:w"/>')).toEqual({
      ok: false,
      problem: "foreign_xml",
    });
    const ownXml = new TextDecoder().decode(await renderReport(qianwan2019(), "xml"));
    const entity = ownXml.replace("<report", '<!DOCTYPE report [<!ENTITY a "b">]><report');
    expect(await read(entity)).toEqual({ ok: false, problem: "broken" });
    expect(await read(ownXml.slice(0, -20))).toEqual({ ok: false, problem: "broken" });
    expect(await read(ownXml.replace('year="2019"', 'year="then"'))).toEqual({ ok: false, problem: "wrong_schema" });
  });

  it.each([0, 4, 8, 12, 16, 20])(
    "reads a table that goes on upon the next page, below %i more lines",
    async (lines) => {
      const preface = Array.from({ length: lines }, () => [{ kind: "text" as const, text: "补充说明。" }]);
      const document = { ...qianwan2019(), preface };
      const again = await readReport(await renderReport(document, "pdf"), "report.pdf");
      expect(again.ok && again.report.figures).toEqual(document.figures);
    },
  );

  it("gives back every figure of its CSV as it was, whatever it begins with", async () => {
    const base = qianwan2019();
    const texts = ["＝1", " =1", "－5件", "-5", "'=1", '"引"，,', "007", "12345678901234567890", "=cmd|'/C calc'!A0"];
    const keys = Object.keys(base.figures);
    const changed = texts.map((text, index) => [keys[index] ?? "", text] as const);
    const document = { ...base, figures: { ...base.figures, ...Object.fromEntries(changed) } };
    const again = await readReport(await renderReport(document, "csv"), "report.csv");
    expect(again.ok && again.report.figures).toEqual(document.figures);
  });

  it.each(["html", "docx", "pdf", "json"] as const)("keeps apart no text and no section, as %s", async (type) => {
    const report = { ...load("qianwan-2019"), narrative: { overview: "全年平稳。", other: "" } };
    const format = getFormat(report.format);
    if (!format) throw new Error(report.format);
    const again = await readReport(await renderReport(documentOfInterchange(report, format), type), `report.${type}`);
    expect(again.ok && again.report.narrative).toEqual(report.narrative);
  });

  it.each(["html", "docx", "pdf"] as const)(
    "takes no publishing body or day into the last text, as %s",
    async (type) => {
      const base = { ...qianwan2019(), units: [] };
      const paragraphs = [[{ kind: "text" as const, text: "没有其他事项。" }]];
      const sections = base.sections.map((section) =>
        section.id === "other"
          ? { ...section, headings: [{ key: "other", level: 0, number: "", title: "", paragraphs }] }
          : section,
      );
      const again = await readReport(await renderReport({ ...base, sections }, type), `report.${type}`);
      expect(again.ok && again.report.narrative?.other).toBe("没有其他事项。");
    },
  );
});
