import { FormatSchema } from "@/lib/domain/format";
import { LITIGATION_TABLE } from "@/lib/formats/litigation-table";
import { activeTable, requestsTable } from "@/lib/formats/statutory-tables";

const DECISIONS_COLUMN = { key: "decisions", label: "本年处理决定数量", type: "count", unit: "件" } as const;

/** The form of 国办公开办函〔2021〕30号, in force since the report for 2021: 200 cells. */
export const annualReport2021 = FormatSchema.parse({
  id: "2021",
  name: "政府信息公开工作年度报告格式",
  document: "国办公开办函〔2021〕30号",
  years: { first: 2021, last: null },
  sections: [
    { id: "overview", number: "一", title: "总体情况", kind: "narrative", guidance: "（文字描述）", tables: [] },
    {
      id: "active",
      number: "二",
      title: "主动公开政府信息情况",
      kind: "tables",
      guidance: null,
      tables: [
        activeTable(
          "一",
          [
            { key: "regulations", label: "规章" },
            { key: "normative_documents", label: "行政规范性文件" },
          ],
          [
            { key: "made", label: "本年制发件数", type: "count", unit: "件" },
            { key: "repealed", label: "本年废止件数", type: "count", unit: "件" },
            { key: "in_force", label: "现行有效件数", type: "count", unit: "件" },
          ],
        ),
        activeTable("五", [{ key: "licensing", label: "行政许可" }], [DECISIONS_COLUMN]),
        activeTable(
          "六",
          [
            { key: "penalties", label: "行政处罚" },
            { key: "coercion", label: "行政强制" },
          ],
          [DECISIONS_COLUMN],
        ),
        activeTable(
          "八",
          [{ key: "fees", label: "行政事业性收费" }],
          [{ key: "amount", label: "本年收费金额（单位：万元）", type: "amount", unit: "万元" }],
        ),
      ],
    },
    {
      id: "requests",
      number: "三",
      title: "收到和处理政府信息公开申请情况",
      kind: "tables",
      guidance: null,
      tables: [
        requestsTable(
          [
            {
              key: "other_not_corrected_in_time",
              label: "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
              law: "条例第30条",
            },
            {
              key: "other_fee_unpaid",
              label: "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
              law: "条例第42条；国办函〔2020〕109号",
            },
            { key: "other_remaining", label: "3.其他", law: null },
          ],
          "（六）其他处理",
        ),
      ],
    },
    {
      id: "litigation",
      number: "四",
      title: "政府信息公开行政复议、行政诉讼情况",
      kind: "tables",
      guidance: null,
      tables: [LITIGATION_TABLE],
    },
    {
      id: "problems",
      number: "五",
      title: "存在的主要问题及改进情况",
      kind: "narrative",
      guidance: "（文字描述）",
      tables: [],
    },
    {
      id: "other",
      number: "六",
      title: "其他需要报告的事项",
      kind: "narrative",
      guidance: "（文字描述，收取信息处理费情况在此处报告。）",
      tables: [],
    },
  ],
  overviewAspects: ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"],
  overviewMaxCharacters: 1000,
  notes: [
    "行政许可、行政处罚、行政强制数量包括已公开和依法未公开的全部处理决定",
    "各项数据核定时间点为报告年度的12月31日",
  ],
});
