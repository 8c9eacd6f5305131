import { describe, expect, it } from "vitest";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { readReport } from "@/lib/intake";

const TITLE = "平和区2023年政府信息公开工作年度报告";
const ACTIVE = "二、主动公开政府信息情况";
const REQUESTS = "三、收到和处理政府信息公开申请情况";

async function read(lines: readonly string[], fileName = "report.txt"): Promise<InterchangeReport> {
  const result = await readReport(new TextEncoder().encode(lines.join("\n")), fileName);
  if (!result.ok) throw new Error(result.problem);
  return result.report;
}

const APPLICANTS = [
  "natural_person",
  "business",
  "research",
  "welfare",
  "legal_service",
  "other_organisation",
  "total",
];
const rowOf = (row: string, values: readonly (string | null)[]) =>
  Object.fromEntries(APPLICANTS.map((column, index) => [`requests.${row}.${column}`, values[index]]));

/** The same two rows of table 三, copied in the ways in which browsers and programs give them. */
const COPIES: Record<string, readonly string[]> = {
  "cells on lines of their own, labels wrapped, empty lines between": [
    "自然人、法人或其他组织、总计、商业、企业、科研、机构、社会公益、组织、法律服务、机构、其他",
    "一、本年新收政府信息、公开申请数量、6、0、2、0、0、0、8",
    "三、本年度办理结果、（三）、不予公开、1.属于国家秘密、1、0、0、0、0、0、1",
  ].map((line) => line.replaceAll("、", "\n\n").replace("一\n\n本", "一、本").replace("三\n\n本", "三、本")),
  "a row a line with single spaces": [
    "自然人 法人或其他组织 总计",
    "商业企业 科研机构 社会公益组织 法律服务机构 其他",
    "一、本年新收政府信息公开申请数量 6 0 2 0 0 0 8",
    "三、本年度办理结果 （三）不予公开 1.属于国家秘密 1 0 0 0 0 0 1",
  ],
  "a bar behind every cell, each on its line": [
    "一、本年新收政府信息公开申请数量|6|0|2|0|0|0|8|",
    "三、本年度办理结果|(三)不予公开|1.属于国家秘密|1|0|0|0|0|0|1|",
    ...Array.from({ length: 3 }, () => "||"),
  ].map((line) => line.replaceAll("|", " |\n")),
  "cells that a tab and a line end": [
    "一、本年新收政府信息公开申请数量\t6\t0\t2\t0\t0\t0\t8",
    "三、本年度办理结果\t（三）不予公开\t1.属于国家秘密\t1\t0\t0\t0\t0\t0\t1",
    "备注\t\t\t\t\t",
  ].map((line) => line.replaceAll("\t", "\t\n")),
};

describe("text that was copied", () => {
  it.each(Object.entries(COPIES))("as %s gives the same figures", async (_way, lines) => {
    const report = await read([TITLE, REQUESTS, ...lines]);
    expect(report.figures).toMatchObject({
      ...rowOf("received", ["6", "0", "2", "0", "0", "0", "8"]),
      ...rowOf("refused_state_secret", ["1", "0", "0", "0", "0", "0", "1"]),
    });
    expect(report.unplaced).toEqual([]);
  });

  it("keeps a blank between marks, and calls a table of labels alone blank", async () => {
    const report = await read([
      TITLE,
      REQUESTS,
      "一、本年新收政府信息公开申请数量\t6\t\t2\t0\t0\t0\t8",
      ACTIVE.replace("二", "七"),
      "信息内容\t本年处理决定数量",
      "行政许可",
    ]);
    expect(report.figures).toMatchObject(rowOf("received", ["6", null, "2", "0", "0", "0", "8"]));
    expect(report.figures["active.licensing.decisions"]).toBeNull();
  });

  it("gives a row of the report's own to nobody", async () => {
    const labels = ["规范性文件", "其他主动公开文件", "5", "6", "7", "规章", "1", "2", "3"];
    const report = await read([TITLE, ACTIVE, "信息内容", "本年制发件数", "本年废止件数", "现行有效件数", ...labels]);
    expect(report.figures["active.normative_documents.made"]).toBeNull();
    expect(report.figures["active.regulations.in_force"]).toBe("3");
    expect(report.unplaced).toEqual(["其他主动公开文件 5 6 7"]);
  });
});

describe("a table of a page", () => {
  const head = (top: string, low: string) =>
    `<tr><td rowspan="2">项目</td>${top}</tr><tr>${low}</tr>`.replace(/\[(\w+) (\d)\]/g, '$1="$2"');
  const cells = (words: string) =>
    words
      .split(" ")
      .map((word) => `<td>${word}</td>`)
      .join("");
  const LOW = cells("商业企业 科研机构 社会公益组织 法律服务机构 其他");
  const page = (rows: string) => [`<h1>${TITLE}</h1><p>${REQUESTS}</p><table>${rows}</table>`];

  it("is read by its head when the columns stand in another order", async () => {
    const top = '<td rowspan="2">总计</td><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td>';
    const row = `<tr>${cells("一、本年新收政府信息公开申请数量 8 6 0 2 0 0 0")}</tr>`;
    const report = await read(page(head(top, LOW) + row), "page.html");
    expect(report.figures).toMatchObject(rowOf("received", ["6", "0", "2", "0", "0", "0", "8"]));
  });

  it("leaves a column of its own out, and says so", async () => {
    const top = '<td rowspan="2">自然人</td><td colspan="6">法人或其他组织</td><td rowspan="2">总计</td>';
    const row = `<tr>${cells("一、本年新收政府信息公开申请数量 6 0 2 0 0 0 2 8")}</tr>`;
    const report = await read(page(head(top, `${LOW}<td>小计</td>`) + row), "page.html");
    expect(report.figures).toMatchObject(rowOf("received", ["6", "0", "2", "0", "0", "0", "8"]));
    expect(report.unplaced).toEqual(["received: 2"]);
  });

  it("puts spare cells where the other rows show them, and never a label for a figure", async () => {
    const row = (words: string) =>
      `<tr>${words
        .split("|")
        .map((word) => `<td>${word}</td>`)
        .join("")}</tr>`;
    const rows = [
      "一、本年新收政府信息公开申请数量|||6|0|2|0|0|0|8",
      "二、上年结转政府信息公开申请数量|||1|0|0|0|0|0|",
      "四、结转下年度继续办理|1|0|0|0|0|0|三、本年度办理结果",
    ];
    const report = await read(page(rows.map(row).join("")), "page.html");
    expect(report.figures).toMatchObject(rowOf("carried_in", ["1", "0", "0", "0", "0", "0", null]));
    expect(report.figures).not.toHaveProperty("requests.carried_out.total");
    expect(report.unplaced).toHaveLength(1);
  });
});
