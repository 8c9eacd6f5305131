import { FormatSchema } from "@/lib/domain/format";
import { LITIGATION_TABLE } from "@/lib/formats/litigation-table";
import { activeTable, requestsTable } from "@/lib/formats/statutory-tables";

const ITEM_COLUMNS = [
  { key: "items_last_year", label: "上一年项目数量", type: "count", unit: "项" },
  { key: "change", label: "本年增/减", type: "signed_count", unit: "项" },
] as const;
const DECISIONS_COLUMN = { key: "decisions", label: "处理决定数量", type: "count", unit: "件" } as const;

/** The form of 国办公开办函〔2019〕60号, for the reports of 2019 and 2020: 198 cells. */
export const annualReport2019 = FormatSchema.parse({
  id: "2019",
  name: "政府信息公开工作年度报告格式（试行）",
  document: "国办公开办函〔2019〕60号",
  years: { first: 2019, last: 2020 },
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
            { key: "normative_documents", label: "规范性文件" },
          ],
          [
            { key: "made", label: "本年新制作数量", type: "count", unit: "件" },
            { key: "disclosed", label: "本年新公开数量", type: "count", unit: "件" },
            { key: "total_public", label: "对外公开总数量", type: "count", unit: "件" },
          ],
        ),
        activeTable(
          "五",
          [
            { key: "licensing", label: "行政许可" },
            { key: "other_services", label: "其他对外管理服务事项" },
          ],
          [...ITEM_COLUMNS, DECISIONS_COLUMN],
        ),
        activeTable(
          "六",
          [
            { key: "penalties", label: "行政处罚" },
            { key: "coercion", label: "行政强制" },
          ],
          [...ITEM_COLUMNS, DECISIONS_COLUMN],
        ),
        activeTable("八", [{ key: "fees", label: "行政事业性收费" }], ITEM_COLUMNS),
        activeTable(
          "九",
          [{ key: "procurement", label: "政府集中采购" }],
          [
            { key: "projects", label: "采购项目数量", type: "count", unit: "项" },
            { key: "amount", label: "采购总金额", type: "amount", unit: "万元" },
          ],
        ),
      ],
    },
    {
      id: "requests",
      number: "三",
      title: "收到和处理政府信息公开申请情况",
      kind: "tables",
      guidance: null,
      tables: [requestsTable([{ key: "other", label: "（六）其他处理", law: null }], null)],
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
    { id: "other", number: "六", title: "其他需要报告的事项", kind: "narrative", guidance: "（文字描述）", tables: [] },
  ],
  overviewAspects: ["主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障"],
  overviewMaxCharacters: null,
  notes: [],
});
