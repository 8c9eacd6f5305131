import type { FormatCell, FormatColumn, FormatRow, FormatTable } from "@/lib/domain/format";

/** Table 三's applicant columns; the key is the last part of a cell key. */
export const APPLICANT_COLUMNS = [
  { key: "natural_person", label: "自然人", above: ["申请人情况"] },
  { key: "business", label: "商业企业", above: ["申请人情况", "法人或其他组织"] },
  { key: "research", label: "科研机构", above: ["申请人情况", "法人或其他组织"] },
  { key: "welfare", label: "社会公益组织", above: ["申请人情况", "法人或其他组织"] },
  { key: "legal_service", label: "法律服务机构", above: ["申请人情况", "法人或其他组织"] },
  { key: "other_organisation", label: "其他", above: ["申请人情况", "法人或其他组织"] },
] as const satisfies readonly FormatColumn[];

const TOTAL_COLUMN: FormatColumn = { key: "total", label: "总计", above: ["申请人情况"] };

const OUTCOME = "三、本年度办理结果";
const REFUSED = "（三）不予公开";
const UNAVAILABLE = "（四）无法提供";
const NOT_PROCESSED = "（五）不予处理";

/** The outcome rows that every version of table 三 has, in their order. */
const COMMON_OUTCOME_ROWS: readonly FormatRow[] = [
  { key: "granted", label: "（一）予以公开", left: [OUTCOME], law: null },
  {
    key: "granted_in_part",
    label: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    left: [OUTCOME],
    law: "条例第37条",
  },
  { key: "refused_state_secret", label: "1.属于国家秘密", left: [OUTCOME, REFUSED], law: "条例第14条" },
  { key: "refused_other_law", label: "2.其他法律行政法规禁止公开", left: [OUTCOME, REFUSED], law: "条例第14条" },
  {
    key: "refused_security_stability",
    label: "3.危及“三安全一稳定”",
    left: [OUTCOME, REFUSED],
    law: "条例第14条（国家安全、公共安全、经济安全、社会稳定）",
  },
  {
    key: "refused_third_party",
    label: "4.保护第三方合法权益",
    left: [OUTCOME, REFUSED],
    law: "条例第15条、第32条",
  },
  {
    key: "refused_internal_affairs",
    label: "5.属于三类内部事务信息",
    left: [OUTCOME, REFUSED],
    law: "条例第16条第1款（人事管理、后勤管理、内部工作流程）",
  },
  {
    key: "refused_deliberative",
    label: "6.属于四类过程性信息",
    left: [OUTCOME, REFUSED],
    law: "条例第16条第2款（讨论记录、过程稿、磋商信函、请示报告）",
  },
  { key: "refused_enforcement_file", label: "7.属于行政执法案卷", left: [OUTCOME, REFUSED], law: "条例第16条第2款" },
  {
    key: "refused_administrative_inquiry",
    label: "8.属于行政查询事项",
    left: [OUTCOME, REFUSED],
    law: "条例第36条第7项",
  },
  {
    key: "unavailable_not_held",
    label: "1.本机关不掌握相关政府信息",
    left: [OUTCOME, UNAVAILABLE],
    law: "条例第36条第4、5项",
  },
  {
    key: "unavailable_needs_creation",
    label: "2.没有现成信息需要另行制作",
    left: [OUTCOME, UNAVAILABLE],
    law: "条例第38条",
  },
  {
    key: "unavailable_still_unclear",
    label: "3.补正后申请内容仍不明确",
    left: [OUTCOME, UNAVAILABLE],
    law: "条例第30条",
  },
  {
    key: "not_processed_petition",
    label: "1.信访举报投诉类申请",
    left: [OUTCOME, NOT_PROCESSED],
    law: "条例第39条第1款",
  },
  { key: "not_processed_repeat", label: "2.重复申请", left: [OUTCOME, NOT_PROCESSED], law: "条例第36条第6项" },
  {
    key: "not_processed_publication",
    label: "3.要求提供公开出版物",
    left: [OUTCOME, NOT_PROCESSED],
    law: "条例第39条第2款",
  },
  {
    key: "not_processed_excessive",
    label: "4.无正当理由大量反复申请",
    left: [OUTCOME, NOT_PROCESSED],
    law: "条例第35条",
  },
  {
    key: "not_processed_reconfirmation",
    label: "5.要求行政机关确认或重新出具已获取信息",
    left: [OUTCOME, NOT_PROCESSED],
    law: null,
  },
];

/** Table 三: the rows of （六）其他处理 are what differs between the versions. */
export function requestsTable(otherRows: readonly Omit<FormatRow, "left">[], otherGroup: string | null): FormatTable {
  const outcomeRows: FormatRow[] = [
    ...COMMON_OUTCOME_ROWS,
    ...otherRows.map((row) => ({ ...row, left: otherGroup ? [OUTCOME, otherGroup] : [OUTCOME] })),
  ];
  const rows: FormatRow[] = [
    { key: "received", label: "一、本年新收政府信息公开申请数量", left: [], law: null },
    { key: "carried_in", label: "二、上年结转政府信息公开申请数量", left: [], law: null },
    ...outcomeRows,
    { key: "outcome_total", label: "（七）总计", left: [OUTCOME], law: null },
    { key: "carried_out", label: "四、结转下年度继续办理", left: [], law: null },
  ];
  const cells = rows.flatMap((row): FormatCell[] => [
    ...APPLICANT_COLUMNS.map((column): FormatCell => {
      const cell: FormatCell = {
        key: `requests.${row.key}.${column.key}`,
        row: row.key,
        column: column.key,
        type: "count",
        unit: "件",
      };
      if (row.key !== "outcome_total") return cell;
      return { ...cell, sumOf: outcomeRows.map((outcome) => `requests.${outcome.key}.${column.key}`) };
    }),
    {
      key: `requests.${row.key}.total`,
      row: row.key,
      column: "total",
      type: "count",
      unit: "件",
      sumOf: APPLICANT_COLUMNS.map((column) => `requests.${row.key}.${column.key}`),
    },
  ]);
  return {
    id: "requests",
    caption: null,
    corner: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
    columns: [...APPLICANT_COLUMNS, TOTAL_COLUMN],
    rows,
    cells,
  };
}

/** One small table of section 二: rows by columns, every cell an input. */
export function activeTable(
  clause: string,
  rows: readonly { key: string; label: string }[],
  columns: readonly { key: string; label: string; type: FormatCell["type"]; unit: string }[],
): FormatTable {
  return {
    id: `active_${rows[0]?.key ?? clause}`,
    caption: `第二十条第（${clause}）项`,
    corner: "信息内容",
    columns: columns.map(({ key, label }) => ({ key, label, above: [] })),
    rows: rows.map((row) => ({ ...row, left: [], law: `条例第二十条第（${clause}）项` })),
    cells: rows.flatMap((row) =>
      columns.map((column) => ({
        key: `active.${row.key}.${column.key}`,
        row: row.key,
        column: column.key,
        type: column.type,
        unit: column.unit,
      })),
    ),
  };
}
