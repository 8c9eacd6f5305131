import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readReport } from "@/lib/intake";

const NUMBERING = `<w:numbering><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
const STYLES = `<w:styles><w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Heading"><w:basedOn w:val="Base"/></w:style></w:styles>`;

const run = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`;
const line = (words: string, properties = "") => `<w:p><w:pPr>${properties}</w:pPr>${run(words)}</w:p>`;
const heading = (words: string) => line(words, '<w:pStyle w:val="Heading"/>');
const part = (words: string) => line(words, '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>');
const row = (...cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join("")}</w:tr>`;

async function read(body: string) {
  const parts = {
    "word/document.xml": `<w:document><w:body>${body}</w:body></w:document>`,
    "word/numbering.xml": NUMBERING,
    "word/styles.xml": STYLES,
  };
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
  const result = await readReport(bytes, "report.docx");
  if (!result.ok) throw new Error(result.problem);
  return result.report;
}

describe("a Word document", () => {
  it("keeps two figures on two lines of one cell apart", async () => {
    const report = await read(
      [
        line("平和区2023年政府信息公开工作年度报告"),
        heading("主动公开政府信息情况"),
        `<w:tbl>${row(line("信息内容"), line("本年处理决定数量"))}${row(line("行政许可"), line("2") + line("3"))}</w:tbl>`,
      ].join(""),
    );
    expect(report.figures).toEqual({ "active.licensing.decisions": "2 3" });
  });

  it("has the numbers of headings that Word itself writes, and of tracked changes what is in force", async () => {
    const changed = `<w:p><w:del>${run("1")}</w:del><w:ins>${run("2")}</w:ins></w:p>`;
    const report = await read(
      [
        line("平和区2023年政府信息公开工作年度报告"),
        heading("总体情况"),
        part("主动公开"),
        line("发布120条。"),
        part("依申请公开"),
        line("收到2件。"),
        heading("主动公开政府信息情况"),
        `<w:tbl>${row(line("信息内容"), line("本年处理决定数量"))}${row(line("行政许可"), changed)}</w:tbl>`,
      ].join(""),
    );
    expect(report.outline?.map(({ number, title }) => number + title)).toEqual(["（一）主动公开", "（二）依申请公开"]);
    expect(report.narrative).toMatchObject({ "overview.1": "发布120条。", "overview.2": "收到2件。" });
    expect(report.figures).toEqual({ "active.licensing.decisions": "2" });
  });

  it("is read through a table that only lays it out", async () => {
    const inner = `<w:tbl>${row(line("信息内容"), line("本年处理决定数量"))}${row(line("行政处罚"), line("9"))}</w:tbl>`;
    const report = await read(
      `<w:tbl>${row(line("平和区2023年政府信息公开工作年度报告") + heading("总体情况") + line("很好。") + heading("主动公开政府信息情况") + inner)}</w:tbl>`,
    );
    expect(report.narrative).toEqual({ overview: "很好。" });
    expect(report.figures).toEqual({ "active.penalties.decisions": "9" });
  });
});
