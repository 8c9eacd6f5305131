import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { InterchangeReportSchema } from "@/lib/domain/interchange";
import { getFormat } from "@/lib/formats";
import { readReport } from "@/lib/intake";
import { readOfd } from "@/lib/intake/read-ofd";
import { partsOf } from "@/lib/intake/testing/report-parts";
import { packOfd, textObject, writeOfd } from "@/lib/intake/testing/write-ofd";

const NAMES = ["qianwan-2019", "pingtan-2019", "pingtan-2020", "pingtan-2021", "suqian-2023"] as const;

const text = (blocks: ReturnType<typeof readOfd>) =>
  blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));

describe("an OFD file", () => {
  it.each(NAMES)("gives the figures of %s", async (name) => {
    const report = InterchangeReportSchema.parse(JSON.parse(readFileSync(`db/demo/reports/${name}.json`, "utf8")));
    const format = getFormat(report.format);
    if (!format) throw new Error(report.format);
    const result = await readReport(writeOfd(partsOf(report, format)), "report.ofd");
    if (!result.ok) throw new Error(result.problem);
    expect(result.report).toMatchObject({ year: report.year, format: report.format });
    expect(result.report.figures).toEqual(report.figures);
    expect(result.report.unplaced ?? []).toEqual([]);
  });

  it("reads letters by repeated and by single steps, and tells two figures of one text apart", () => {
    const grouped = `<ofd:TextObject Boundary="20 20 100 5" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="g 4 4 30 2">总体情况12</ofd:TextCode></ofd:TextObject>`;
    const scaled = `<ofd:TextObject Boundary="20 40 100 5" CTM="2 0 0 2 0 0" Size="2"><ofd:TextCode X="0" Y="2">放大的字</ofd:TextCode></ofd:TextObject>`;
    const turned = `<ofd:TextObject Boundary="20 60 100 50" CTM="0.7 0.7 -0.7 0.7 0 0" Size="9"><ofd:TextCode X="0" Y="2">草稿</ofd:TextCode></ofd:TextObject>`;
    expect(text(readOfd(packOfd([[grouped, scaled, turned]]))).join("")).toBe("总体情况1 2放大的字");
  });

  it("reads what a template page draws behind its pages, and locations from the root", async () => {
    const files = {
      "OFD.xml": "<o:OFD><o:DocBody><o:DocRoot>/D/Document.xml</o:DocRoot></o:DocBody></o:OFD>",
      "D/Document.xml": `<o:Document><o:CommonData><o:PageArea><o:PhysicalBox>0 0 210 297</o:PhysicalBox></o:PageArea><o:TemplatePage ID="7" BaseLoc="T/0.xml"/></o:CommonData><o:Pages><o:Page ID="1" BaseLoc="/D/P/0.xml"/></o:Pages></o:Document>`,
      "D/T/0.xml": `<o:Page><o:Content><o:Layer>${textObject("抬头", 20, 10)}</o:Layer></o:Content></o:Page>`,
      "D/P/0.xml": `<o:Page><o:Template TemplateID="7"/><o:Content><o:Layer>${textObject("正文。", 20, 30)}</o:Layer></o:Content></o:Page>`,
    };
    const packed = zipSync(Object.fromEntries(Object.entries(files).map(([name, body]) => [name, strToU8(body)])));
    expect(text(readOfd(packed)).join("")).toBe("抬头正文。");
  });

  it("reads drawings that pages draw by their names, and stops where they draw each other without end", async () => {
    const pages = (unit: string) => ({
      "OFD.xml": "<o:OFD><o:DocBody><o:DocRoot>D/Document.xml</o:DocRoot></o:DocBody></o:OFD>",
      "D/Document.xml": `<o:Document><o:CommonData><o:DocumentRes>Res.xml</o:DocumentRes></o:CommonData><o:Pages><o:Page ID="1" BaseLoc="P.xml"/></o:Pages></o:Document>`,
      "D/Res.xml": `<o:Res><o:CompositeGraphicUnits><o:CompositeGraphicUnit ID="9"><o:Content>${unit}</o:Content></o:CompositeGraphicUnit></o:CompositeGraphicUnits></o:Res>`,
      "D/P.xml": `<o:Page><o:Content><o:Layer><o:CompositeObject ResourceID="9" Boundary="10 10 100 100"/></o:Layer></o:Content></o:Page>`,
    });
    const packed = (unit: string) =>
      zipSync(Object.fromEntries(Object.entries(pages(unit)).map(([name, body]) => [name, strToU8(body)])));
    expect(text(readOfd(packed(textObject("引用的文字。", 20, 10)))).join("")).toBe("引用的文字。");
    const itself = `<o:CompositeObject ResourceID="9" Boundary="0 0 1 1"/>`;
    expect(await readReport(packed(itself), "a.ofd")).toEqual({ ok: false, problem: "no_text" });
    expect(await readReport(packed(itself.repeat(40)), "a.ofd")).toEqual({ ok: false, problem: "too_much_inside" });
  });

  it.each([
    ["a scan", packOfd([[`<ofd:ImageObject ID="1" Boundary="0 0 210 297" ResourceID="3"/>`]]), "no_text"],
    ["a document that is not there", zipSync({ "OFD.xml": strToU8("<ofd:OFD/>") }), "broken"],
    [
      "what is under a password",
      zipSync({ "OFD.xml": strToU8("<ofd:OFD/>"), "Encryptions.xml": strToU8("<e/>") }),
      "encrypted",
    ],
    ["a declared entity", zipSync({ "OFD.xml": strToU8(`<!DOCTYPE a [<!ENTITY b "c">]><ofd:OFD/>`) }), "broken"],
  ])("says why %s is not read", async (_name, bytes, problem) => {
    expect(await readReport(bytes, "a.ofd")).toEqual({ ok: false, problem });
  });
});
