import { reportTitle } from "@/lib/domain/compose-report";
import { documentOfInterchange } from "@/lib/domain/document-of-interchange";
import { listCells } from "@/lib/domain/format-cells";
import type { ReportDocument } from "@/lib/domain/report-document";
import { FORMATS } from "@/lib/formats";

/** A report with placeholder content to try a template on: every table, every level of heading, a notice. */
export function specimenReport(of: { district: string; office: string }): ReportDocument {
  const format = FORMATS.at(-1);
  if (!format) throw new Error("there is no form");
  const year = format.years.first;
  const title = reportTitle(of.district, year);
  const base = documentOfInterchange(
    {
      schema: "nianbao.report/1",
      title,
      year,
      format: format.id,
      organisation: of.district,
      figures: Object.fromEntries(listCells(format).map((cell) => [cell.key, "0"])),
      outline: [
        { key: "a", section: "overview", level: 1, number: "（一）", title: "一级标题以下的样子" },
        { key: "b", section: "overview", level: 2, number: "1.", title: "二级标题以下的样子" },
      ],
      narrative: {
        overview: "这是样张，用来看文件模板的效果，文字和数据都不是真的。",
        a: "正文用公文正文样式，首行缩进两个字，每行二十八个字左右，行距固定。表格宽度随模板的版心变化。",
        b: "模板里有同名样式的，按模板的样式；没有的，由系统补上。",
        problems: "这一部分在实际报告里是存在的主要问题及改进情况。",
        other: "本年度没有收取信息处理费。",
      },
    },
    format,
  );
  const date = `${year + 1}-01-31`;
  return { ...base, office: of.office, state: "draft", version: 1, date, gaps: ["这是样张。"] };
}
