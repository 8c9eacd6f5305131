import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readReport } from "@/lib/intake";

const text = (content: string) => new TextEncoder().encode(content);

async function read(content: string, fileName = "report.txt") {
  const result = await readReport(text(content), fileName);
  if (!result.ok) throw new Error(result.problem);
  return result.report;
}

describe("a published report as text", () => {
  it("gives the figures, the text by its headings, and says what is absent", async () => {
    const expected = JSON.parse(readFileSync("db/demo/reports/qianwan-2019.json", "utf8"));
    const report = await read(readFileSync("db/demo/reports/qianwan-2019.txt", "utf8"));
    expect(report.figures).toEqual(expected.figures);
    expect(Object.values(report.figures).filter((value) => value === null)).toHaveLength(1);
    expect(report).toMatchObject({
      title: "2019年青岛前湾保税港区政府信息公开工作年度报告",
      year: 2019,
      format: "2019",
      missing_sections: ["other"],
      unplaced: [],
    });
    expect(report.preface).toHaveLength(2);
    expect(
      report.outline?.filter((heading) => heading.level === 1).map((heading) => heading.number + heading.title),
    ).toEqual([
      "（一）主动公开",
      "（二）依申请公开",
      "（三）回应社会关切以及互动交流情况",
      "（四）平台建设",
      "（一）存在问题",
      "（二）改进措施",
    ]);
    expect(report.narrative?.["overview.2"]).toMatch(/^本年度收到政府信息公开申请11条/);
    expect(report.narrative?.["problems.1"]).toMatch(/^一是政策解读/);
  });

  it("reads rows that stand one a line, with tabs or bars", async () => {
    const report = await read(
      [
        "平和区2023年政府信息公开工作年度报告",
        "二、主动公开政府信息情况",
        "信息内容\t本年制发件数\t本年废止件数\t现行有效件数",
        "规章\t0\t0\t0",
        "行政规范性文件（含区政府办）\t9\t４\t65",
        "| 信息内容 | 本年处理决定数量 |",
        "|---|---|",
        "| 行政许可 | 2293件 |",
      ].join("\n"),
    );
    expect(report.figures).toMatchObject({
      "active.normative_documents.made": "9",
      "active.normative_documents.repealed": "４",
      "active.normative_documents.in_force": "65",
      "active.licensing.decisions": "2293件",
    });
    expect(report.format).toBe("2021");
  });

  it("reads cells without any mark by their labels, and does not guess which one is blank", async () => {
    const row = (label: string, ...values: string[]) => [label, ...values];
    const report = await read(
      [
        "平和区2023年政府信息公开工作年度报告",
        "三、收到和处理政府信息公开申请情况",
        ...["自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
        ...row("一、本年新收政府信息公开申请数量", "60", "5", "0", "2", "1", "2", "70"),
        ...row("二、上年结转政府信息公开申请数量", "3", "0", "0", "0", "0", "3"),
        "三、本年度办理结果",
        ...row("（一）予以公开", "30", "0", "0", "0", "0", "0", "30"),
        ...row("3.其他", "1", "0", "0", "0", "0", "0", "1"),
      ].join("\n"),
    );
    expect(report.figures["requests.received.total"]).toBe("70");
    expect(report.figures["requests.granted.natural_person"]).toBe("30");
    expect(report.figures["requests.other_remaining.total"]).toBe("1");
    expect(report.figures).not.toHaveProperty("requests.carried_in.total");
    expect(report.unplaced).toEqual(["二、上年结转政府信息公开申请数量 3 0 0 0 0 3"]);
  });

  it("matches labels in spite of local words, spaces and slips of the pen", async () => {
    const report = await read(
      [
        "平和区二〇二〇年政府信息公开工作年度报告",
        "二、主动公开政府信息情况",
        "信息内容\t上一年项目数量（指2019年事项数）\t本年增/减\t处理决定数量",
        "其它对外管理服务事项\t30\t-2\t7",
        "信息内容\t采购项目数量\t采购总金额（万元）",
        "政府集中采购\t597\t1098.26",
        "三、收到和处理政府信息公开申请情况",
        "1. 本机关不掌握相关的政府信息\t6\t0\t0\t0\t0\t0\t6",
        "其他主动公开文件\t186\t86\t255",
      ].join("\n"),
    );
    expect(report).toMatchObject({ year: 2020, format: "2019" });
    expect(report.figures).toMatchObject({
      "active.other_services.change": "-2",
      "active.procurement.amount": "1098.26",
      "requests.unavailable_not_held.natural_person": "6",
    });
    expect(report.unplaced).toEqual(["其他主动公开文件 186 86 255"]);
  });

  it("keeps the tables of another year's form, for the check to say so", async () => {
    const report = await read(
      [
        "平和区2023年政府信息公开工作年度报告",
        "二、主动公开政府信息情况",
        "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量",
        "规章\t0\t0\t0",
      ].join("\n"),
    );
    expect(report).toMatchObject({ year: 2023, format: "2019" });
  });

  it.each([
    ["", "empty"],
    ["今天天气很好。", "no_report"],
    ["一、总体情况\n很好。", "no_year"],
    ["{", "broken"],
    ['{"schema":"other"}', "wrong_schema"],
  ])("says why “%s” is no report", async (content, problem) => {
    expect(await readReport(text(content), "a.txt")).toEqual({ ok: false, problem });
  });

  it("refuses what is too large, of an unknown type or under a password", async () => {
    expect(await readReport(new Uint8Array(11 * 1024 * 1024), "a.txt")).toEqual({ ok: false, problem: "too_large" });
    expect(await readReport(new Uint8Array([0, 1, 2, 3]), "a.bin")).toEqual({ ok: false, problem: "unknown_type" });
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await readReport(old, "a.docx")).toEqual({ ok: false, problem: "encrypted" });
    expect(await readReport(old, "a.doc")).toEqual({ ok: false, problem: "old_office" });
    expect(await readReport(old, "a.wps")).toEqual({ ok: false, problem: "old_wps" });
  });

  it("reads GB18030 and UTF-16", async () => {
    const content = "平和区2023年政府信息公开工作年度报告\n一、总体情况\n很好。";
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...[...content].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    ]);
    expect(await readReport(wide, "a.txt")).toMatchObject({ ok: true, report: { year: 2023 } });
    // 一、总体情况 in GB18030.
    const gb = new Uint8Array([
      0x32, 0x30, 0x32, 0x33, 0xc4, 0xea, 0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa, 0xb1, 0xa8, 0xb8, 0xe6, 0x0a,
    ]);
    const heading = new Uint8Array([
      0xd2, 0xbb, 0xa1, 0xa2, 0xd7, 0xdc, 0xcc, 0xe5, 0xc7, 0xe9, 0xbf, 0xf6, 0x0a, 0xba, 0xc3, 0xa1, 0xa3,
    ]);
    expect(await readReport(new Uint8Array([...gb, ...heading]), "a.txt")).toMatchObject({
      ok: true,
      report: { title: "2023年信息公开报告", narrative: { overview: "好。" } },
    });
  });
});
