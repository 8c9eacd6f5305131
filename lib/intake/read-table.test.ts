import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { documentOfInterchange } from "@/lib/domain/document-of-interchange";
import { type InterchangeReport, InterchangeReportSchema } from "@/lib/domain/interchange";
import { getFormat } from "@/lib/formats";
import { readTable } from "@/lib/intake/read-table";
import { renderReport } from "@/lib/render";

function load(name: string): InterchangeReport {
  return InterchangeReportSchema.parse(JSON.parse(readFileSync(`db/demo/reports/${name}.json`, "utf8")));
}

const REPORT = load("qianwan-2019");
const FORMAT = getFormat("2019");
const TABLE = FORMAT?.sections.flatMap((section) => section.tables).find((table) => table.id === "requests");
const FIGURES = Object.fromEntries(Object.entries(REPORT.figures).filter(([key]) => key.startsWith("requests.")));

type Dress = {
  open: string;
  close: string;
  label: (span: string, words: string) => string;
  figure: (value: string) => string;
};

/** Table three with merged labels and heads, in the dress of one program. */
function copied({ open, close, label, figure }: Dress): string {
  if (!TABLE) throw new Error("no table three");
  const head = [
    `<tr>${label("colspan=3 rowspan=3", "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）")}${label("colspan=7", "申请人情况")}</tr>`,
    `<tr>${label("rowspan=2", "自然人")}${label("colspan=5", "法人或其他组织")}${label("rowspan=2", "总计")}</tr>`,
    `<tr>${["商业<br>企业", "科研<br>机构", "社会公益组织", "法律服务机构", "其他"].map((words) => label("", words)).join("")}</tr>`,
  ];
  const seen = new Set<string>();
  const rows = TABLE.rows.map((row) => {
    const groups = row.left.filter((group) => !seen.has(group));
    for (const group of groups) seen.add(group);
    const height = (group: string) => TABLE.rows.filter(({ left }) => left.includes(group)).length;
    const labels = groups.map((group) => label(`rowspan=${height(group)}`, group)).join("");
    const values = TABLE.columns.map((column) => figure(FIGURES[`requests.${row.key}.${column.key}`] ?? ""));
    return `<tr>${labels}${label(`colspan=${3 - row.left.length}`, row.label)}${values.join("")}</tr>`;
  });
  return `${open}${head.join("")}${rows.join("")}${close}`;
}

const DRESSES: Record<string, Dress> = {
  Excel: {
    open: '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{mso-number-format:General}</style></head><body><!--StartFragment--><table border=0 cellpadding=0 width=640><col width=64 span=10>',
    // Where columns are merged, Excel writes their widths in a last row that is not shown.
    close:
      "<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64 style='width:48pt'></td><td width=64></td></tr><![endif]></table><!--EndFragment--></body></html>",
    label: (span, words) => `<td ${span} class=xl65 width=64 style='border-left:none'>${words}</td>`,
    figure: (value) => `<td class=xl66 align=right x:num>${value}</td>`,
  },
  WPS: {
    open: '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment--><table width="640" style="border-collapse:collapse;"><tbody>',
    close: "</tbody></table><!--EndFragment--></body></html>",
    label: (span, words) => `<td class="et2" ${span} x:str style="mso-protection:locked;"><span>${words}</span></td>`,
    figure: (value) => `<td class="et3" x:num="${value}">${value === "" ? "&nbsp;" : value}</td>`,
  },
  LibreOffice: {
    open: '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/></head><body><table cellspacing="0" border="0"><colgroup span="10" width="85"></colgroup>',
    close: "</table></body></html>",
    label: (span, words) => `<td ${span} height="17" align="left"><font face="SimSun">${words}</font></td>`,
    figure: (value) =>
      `<td align="right" sdval="${value}" sdnum="2052;"><font face="SimSun">${value || "<br>"}</font></td>`,
  },
  // What soffice --convert-to html writes of our own workbook, which is what it puts on the clipboard.
  "LibreOffice with the title of the sheet": {
    open: '<table cellspacing="0" border="0">\n\t<colgroup width="62"></colgroup>\n\t<colgroup span="7" width="71"></colgroup>\n\t<tr>\n\t\t<td colspan=10 height="43" align="center" valign=middle><font face="Noto Sans CJK SC" size=4>三、收到和处理政府信息公开申请情况</font></td>\n\t\t</tr>\n\t',
    close: "</table>\n<!-- ************************************************************************** -->\n",
    label: (span, words) =>
      `<td style="border-top: 1px solid #000000" ${span} height="96" align="center" valign=middle><font face="Noto Sans CJK SC">${words}</font></td>\n\t\t`,
    figure: (value) =>
      `<td style="border-top: 1px solid #000000" align="right" valign=middle sdval="${value}" sdnum="1033;">${value === "" ? "<br>" : `<font face="Noto Sans CJK SC">${value}</font>`}</td>\n\t\t`,
  },
  // Chromium writes the look of every element into it.
  Chromium: {
    open: '<meta charset="utf-8"><table style="box-sizing: border-box; width: 738px; border-collapse: collapse; font: 400 13px / 20px &quot;PingFang SC&quot;, sans-serif; white-space: normal;"><caption style="box-sizing: border-box; position: absolute;">三、收到和处理政府信息公开申请情况</caption><tbody style="box-sizing: border-box;">',
    close: '</tbody></table><br class="Apple-interchange-newline">',
    label: (span, words) =>
      `<th scope="row" ${span} style="box-sizing: border-box; padding: 6px 8px; font-weight: 400;"><span style="box-sizing: border-box;">${words}</span></th>`,
    figure: (value) =>
      `<td style="box-sizing: border-box; text-align: right;"><a href="http://localhost/reports/1#t" style="color: inherit;">${value}</a></td>`,
  },
  "a government page": {
    open: '<meta charset="utf-8"><div class="zwgk"><table class="nbTab"><tbody>',
    close: "</tbody></table></div>",
    label: (span, words) => `<td ${span}><p style="text-align:center"><strong>${words}</strong></p></td>`,
    figure: (value) => `<td><p>&nbsp;${value}&nbsp;</p></td>`,
  },
};

describe("a table on the clipboard", () => {
  it.each(Object.entries(DRESSES))("of %s goes into its cells", (_program, dress) => {
    expect(readTable(copied(dress), "requests")).toEqual({ figures: FIGURES, unplaced: [] });
  });

  it("of our own public page goes into its cells", async () => {
    if (!FORMAT) throw new Error("no format");
    const page = new TextDecoder().decode(await renderReport(documentOfInterchange(REPORT, FORMAT), "html"));
    const table = page.match(/<table[\s\S]*?<\/table>/g)?.find((html) => html.includes("本年新收"));
    expect(readTable(table ?? "", "requests")).toEqual({ figures: FIGURES, unplaced: [] });
  });

  it.each(Object.entries(DRESSES))(
    "of %s goes into its cells where only some rows of it were copied",
    (_program, dress) => {
      const rows = copied(dress).match(/<tr>(?:(?!<tr>)[\s\S])*?<\/tr>/g) ?? [];
      const some = rows.filter((row) => /本年新收|上年结转|予以公开|不属于本行政机关|结转下年度/.test(row));
      const { figures } = readTable(`${dress.open}${some.join("")}${dress.close}`, "requests");
      expect(Object.keys(figures).length).toBeGreaterThanOrEqual(21);
      for (const [key, value] of Object.entries(figures)) expect(value, key).toBe(FIGURES[key]);
    },
  );

  it("says which of its rows it does not know, and places nothing without labels", () => {
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
    const rows = [
      row("一、本年新收政府信息公开申请数量", "6", "0", "2", "0", "0", "0", "8"),
      row("网上申请", "5", "0", "0", "0", "0", "0", "5"),
    ];
    const read = readTable(`<table>${rows.join("")}</table>`, "requests");
    expect(read.figures).toMatchObject({ "requests.received.natural_person": "6", "requests.received.total": "8" });
    expect(read.unplaced).toEqual(["网上申请 5 0 0 0 0 0 5"]);
    expect(readTable(`<table>${row("6", "0", "2")}</table>`, "requests").figures).toEqual({});
  });
});
