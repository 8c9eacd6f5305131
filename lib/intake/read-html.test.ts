import { describe, expect, it } from "vitest";
import { readReport } from "@/lib/intake";
import { readHtml } from "@/lib/intake/read-html";

/** As published: the page is laid out by tables, cells are full of spans, labels hang over rows, figures are written anyhow. */
const PAGE = `<!DOCTYPE html><html><head><title>x</title><style>td{}</style></head><body>
<nav><ul><li>首页</li><li>2018年政府信息公开工作年度报告</li></ul></nav>
<table><tr><td><table><tr><td><h1>平和区2023年<br>政府信息公开工作年度报告</h1></td></tr></table></td></tr><tr><td>
<p>发布时间：2024-01-20 来源：区政府</p>
<p style="text-indent:2em"><span>根据《中华人民共和国政府信息公开条例》</span><span>编制本报告。</span></p>
<p><strong>一、总体情况</strong></p>
<p>（一）主动公开。2023年主动公开信息</p><p>（二）依申请公开。收到政府信息公开申请70件。</p>
<p>二、主动公开政府信息情况</p>
<table border="1"><tbody>
<tr><td colspan="4"><p>第二十条第（一）项</p></td></tr>
<tr><td>信息内容</td><td>本年<br>制发件数</td><td>本年<span>废止</span>件数</td><td>现行有效件数<br>（历史累计）</td></tr>
<tr><td>规章</td><td>0</td><td><p>&nbsp;</p></td><td>0</td></tr>
<tr><td>行政规范性文件</td><td><span>９</span></td><td><span><span>4</span></span></td><td>6<span>5</span></td></tr>
<tr><td colspan="4">第二十条第（五）项</td></tr>
<tr><td>信息内容</td><td colspan="3">本年处理决定数量</td></tr>
<tr><td>行政许可</td><td colspan="3">2293</td></tr>
</tbody></table>
<p>三、收到和处理政府信息公开申请情况</p>
<table><tr><td colspan="3" rowspan="3">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan="7">申请人情况</td></tr>
<tr><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr>
<tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>
<tr><td colspan="3">一、本年新收政府信息公开申请数量</td><td><a href="#n">60</a><div role="note" id="n">甲局 40、乙局 20</div></td><td>5</td><td>0</td><td>2</td><td>1</td><td>2</td><td>70</td></tr>
<tr><td rowspan="3">三、本年度办理结果</td><td colspan="2">（一）予以公开</td><td>30</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>30</td></tr>
<tr><td rowspan="2">（三）不予公开</td><td>1.属于国家秘密</td><td>1</td><td>-</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td></tr>
<tr><td>2.其他法律、行政法规禁止公开</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td></td></tr></table>
<p>四、政府信息公开行政复议、行政诉讼情况</p>
<table><tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
<tr><td rowspan="2">结果<br>维持</td><td rowspan="2">结果<br>纠正</td><td rowspan="2">其他<br>结果</td><td rowspan="2">尚未<br>审结</td><td rowspan="2">总计</td><td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
<tr>${"<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>".repeat(2)}</tr>
<tr>${[1, 0, 2, 0, 3, 12, 0, 0, 0, 12, 1, 0, 0, 1, 2].map((value) => `<td><span>${value}</span></td>`).join("")}</tr></table>
<p>五、存在的主要问题及改进情况</p><div>公开不够及时。<script>alert(1)</script></div>
<p>六、其他需要报告的事项</p><p>未收取信息处理费。</p><p>打印 关闭</p><p>相关链接：2022年报告</p>
</td></tr></table></body></html>`;

describe("a published page", () => {
  it("does not join two figures that stand on two lines of one cell", () => {
    const cells = ["2<br>3", "<p>2</p><p>3</p>", "6<span>5</span>", "结果<br>维持"]
      .map((cell) => `<td>${cell}</td>`)
      .join("");
    const [table] = readHtml(`<table><tr><td>行</td></tr><tr>${cells}</tr></table>`);
    const texts = table?.kind === "table" ? table.rows[1]?.map((cell) => cell.text) : [];
    expect(texts).toEqual(["2 3", "2 3", "65", "结果维持"]);
  });

  it("gives figures as they were written, blanks as null, and text without the page around it", async () => {
    const result = await readReport(new TextEncoder().encode(PAGE), "page.html");
    if (!result.ok) throw new Error(result.problem);
    const { report } = result;
    expect(report).toMatchObject({
      title: "平和区2023年政府信息公开工作年度报告",
      year: 2023,
      format: "2021",
      missing_sections: [],
      unplaced: [],
    });
    expect(report.preface).toEqual(["根据《中华人民共和国政府信息公开条例》编制本报告。"]);
    expect(report.figures).toMatchObject({
      "active.regulations.repealed": null,
      "active.normative_documents.made": "９",
      "active.normative_documents.in_force": "65",
      "active.licensing.decisions": "2293",
      "requests.received.total": "70",
      "requests.granted.natural_person": "30",
      "requests.refused_state_secret.business": "-",
      "requests.refused_other_law.total": null,
      "litigation.review.other": "2",
      "litigation.direct_suit.upheld": "12",
      "litigation.suit_after_review.total": "2",
    });
    expect(report.narrative).toEqual({
      "overview.1": "2023年主动公开信息",
      "overview.2": "收到政府信息公开申请70件。",
      problems: "公开不够及时。",
      other: "未收取信息处理费。",
    });
  });

  it("survives nesting deeper than any page needs", () => {
    const deep = `${"<div>".repeat(50_000)}x`;
    expect(Array.isArray(readHtml(deep))).toBe(true);
    expect(Array.isArray(readHtml("<table><tr><td>".repeat(5_000)))).toBe(true);
  });
});
