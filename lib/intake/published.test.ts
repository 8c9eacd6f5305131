import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runChecks } from "@/lib/domain/check/registry";
import { bodyOf, subjectOfInterchange } from "@/lib/domain/subject-of-interchange";
import { getFormat } from "@/lib/formats";
import { readReport } from "@/lib/intake";

/** A made-up report in the dress of a published one. */
async function readPublished(name: string) {
  return await readBytes(readFileSync(`lib/intake/testing/published/${name}`), name);
}

async function readLines(lines: readonly string[], name = "report.txt") {
  return await readBytes(new TextEncoder().encode(lines.join("\n")), name);
}

async function readBytes(bytes: Uint8Array, name: string) {
  const result = await readReport(bytes, name);
  if (!result.ok) throw new Error(result.problem);
  return result.report;
}

describe("the title of a published page", () => {
  it.each(["two-line-title.html", "two-line-title.pdf"])("is read from two lines, body first: %s", async (name) => {
    const report = await readPublished(name);
    expect(report).toMatchObject({ title: "某某市人民政府2024年政府信息公开工作年度报告", year: 2024 });
    expect(bodyOf(report)).toBe("某某市");
  });

  it.each([
    [
      ["某某区教育局", "2024年", "政府信息公开工作年度报告"],
      "某某区教育局2024年政府信息公开工作年度报告",
      "某某区教育局",
    ],
    [["2024年政府信息公开工作年度报告", "某某县人民政府"], "2024年政府信息公开工作年度报告", "某某县"],
    [
      ["2024年政府信息公开工作年度报告", "根据《条例》规定，现公布某某街道办事处2024年政府信息公开工作年度报告。"],
      "2024年政府信息公开工作年度报告",
      "某某街道办事处",
    ],
    [
      ["某某镇2024年政府信息公开工作年度报告 来源：某某镇政府 发布时间：2025-01-20"],
      "某某镇2024年政府信息公开工作年度报告",
      "某某镇",
    ],
    [["2024年政府信息公开工作年度报告", "发布时间：2025-01-20"], "2024年政府信息公开工作年度报告", ""],
  ])("names the body where it stands: %s", async (front, title, body) => {
    const report = await readLines([...front, "一、总体情况", "2024年，收到申请3件。"]);
    expect([report.title, bodyOf(report)]).toEqual([title, body]);
  });
});

const CASES = [
  ["review", [27, 10, 9, 15, 61]],
  ["direct_suit", [3, 0, 0, 0, 3]],
  ["suit_after_review", [8, 0, 1, 1, 10]],
] as const;
const RESULTS = ["upheld", "corrected", "other", "pending", "total"];
const LITIGATION = Object.fromEntries(
  CASES.flatMap(([group, values]) =>
    values.map((value, index) => [`litigation.${group}.${RESULTS[index]}`, String(value)]),
  ),
);

describe("table four in three small tables", () => {
  it.each(["three-litigation-tables.txt", "markdown-headings.txt"])("gives all fifteen cells: %s", async (name) => {
    const report = await readPublished(name);
    expect(report.figures).toEqual(LITIGATION);
    expect(report.missing_sections).toEqual(["active", "requests", "problems"]);
    expect(report.unplaced).toEqual([]);
  });

  it("and with a group a row", async () => {
    const names = ["行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"];
    const report = await readLines([
      "某某县2025年政府信息公开工作年度报告",
      "四、政府信息公开行政复议、行政诉讼情况",
      "| 类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |",
      ...CASES.map(([, values], index) => `| ${names[index]} | ${values.join(" | ")} |`),
    ]);
    expect(report.figures).toEqual(LITIGATION);
  });
});

describe("a table that lost its dress", () => {
  it("is read with a label misspelt between two that are known, and says so", async () => {
    const report = await readPublished("label-typo.html");
    expect(report.figures).toMatchObject({ "requests.refused_other_law.natural_person": "2" });
    expect(report.relabelled).toEqual([
      { row: "refused_other_law", label: "2.其他法律行政法规禁止公开", found: "2.其他法律行政止公开" },
    ]);
    const format = getFormat("2021");
    const findings = format ? runChecks(subjectOfInterchange(report, format, null)) : [];
    expect(findings).toContainEqual(expect.objectContaining({ messageKey: "row_relabelled", severity: "info" }));
  });

  it("is read with a row that the end of a page cut in two", async () => {
    const { figures, unplaced } = await readPublished("row-cut-by-page-end.pdf");
    const expected = JSON.parse(readFileSync("db/demo/reports/pingtan-2021.json", "utf8"));
    expect(figures).toEqual(expected.figures);
    expect(unplaced).toEqual([]);
  });

  it("is read with its head glued together and its figures behind the labels", async () => {
    const report = await readLines([
      "某某县2025年政府信息公开工作年度报告",
      "二、主动公开政府信息情况",
      "信息内容本年制发件数本年废止件数现行有效件数",
      "规章 0 0 0",
      "行政规范性文件 8 2 31",
      "信息内容本年处理决定数量",
      "行政许可 97",
    ]);
    expect(report.figures).toMatchObject({
      "active.normative_documents.in_force": "31",
      "active.licensing.decisions": "97",
    });
    expect(report.unplaced).toEqual([]);
  });

  it.each(["", "含区级", "无", "12"])("is read beside a last column of remarks: %s", async (remark) => {
    const head = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计".split(" ");
    const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
    const report = await readLines(
      [
        "<h1>某某县2025年政府信息公开工作年度报告</h1><p>三、收到和处理政府信息公开申请情况</p><table>",
        row(["项目", ...head, "备注"]),
        row(["一、本年新收政府信息公开申请数量", "6", "0", "2", "0", "0", "0", "8", remark]),
        row(["二、上年结转政府信息公开申请数量", "1", "0", "0", "0", "0", "0", "1", ""]),
        "</table>",
      ],
      "page.html",
    );
    expect(report.figures).toMatchObject({
      "requests.received.natural_person": "6",
      "requests.received.total": "8",
      "requests.carried_in.total": "1",
    });
    expect(report.unplaced).toEqual(remark === "12" ? ["12"] : []);
  });

  it("says that a row was not recognised, and shows it, instead of calling its cells blank", async () => {
    const report = await readLines([
      "某某县2025年政府信息公开工作年度报告",
      "二、主动公开政府信息情况",
      "信息内容\t本年制发件数\t本年废止件数\t现行有效件数",
      "规章\t0\t0\t0",
      "红头文件\t8\t2\t31",
      "信息内容\t本年处理决定数量",
      "行政许可\t97",
      "行政处罚\t9",
      "行政强制\t1",
    ]);
    const format = getFormat("2021");
    const findings = format ? runChecks(subjectOfInterchange(report, format, null)) : [];
    expect(findings.filter(({ rule, sectionId }) => rule === "BLANK" && sectionId === "active")).toMatchObject([
      { messageKey: "row_not_recognised", cells: { length: 3 }, values: { lines: "红头文件 8 2 31" } },
      { messageKey: "row_not_recognised", cells: ["active.fees.amount"] },
    ]);
  });
});
