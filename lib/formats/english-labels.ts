import type { Format, FormatCell, FormatTable } from "@/lib/domain/format";

/** English words of the forms' labels. They explain; the Chinese label is the official one. */
export const englishLabels: Readonly<Record<string, string>> = {
  总体情况: "Overview",
  主动公开政府信息情况: "Proactive disclosure",
  收到和处理政府信息公开申请情况: "Requests received and processed",
  "政府信息公开行政复议、行政诉讼情况": "Administrative reviews and lawsuits on disclosure",
  存在的主要问题及改进情况: "Main problems and improvements",
  其他需要报告的事项: "Other matters to report",

  "第二十条第（一）项": "Article 20 (1)",
  "第二十条第（五）项": "Article 20 (5)",
  "第二十条第（六）项": "Article 20 (6)",
  "第二十条第（八）项": "Article 20 (8)",
  "第二十条第（九）项": "Article 20 (9)",
  信息内容: "Content",
  规章: "Regulations",
  规范性文件: "Normative documents",
  行政规范性文件: "Administrative normative documents",
  行政许可: "Administrative licensing",
  其他对外管理服务事项: "Other services to the public",
  行政处罚: "Administrative penalties",
  行政强制: "Administrative coercion",
  行政事业性收费: "Administrative fees",
  政府集中采购: "Centralised government procurement",
  本年新制作数量: "Newly made this year",
  本年新公开数量: "Newly disclosed this year",
  对外公开总数量: "Total open to the public",
  本年制发件数: "Issued this year",
  本年废止件数: "Repealed this year",
  现行有效件数: "In force",
  上一年项目数量: "Items last year",
  "本年增/减": "Change this year",
  处理决定数量: "Decisions",
  本年处理决定数量: "Decisions this year",
  "本年收费金额（单位：万元）": "Fees charged this year (CNY 10,000)",
  采购项目数量: "Projects",
  采购总金额: "Total amount",

  "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）":
    "(In each column, item 1 plus item 2 equals item 3 plus item 4)",
  申请人情况: "Applicants",
  自然人: "Natural persons",
  法人或其他组织: "Legal persons or other organisations",
  商业企业: "Businesses",
  科研机构: "Research institutions",
  社会公益组织: "Public welfare organisations",
  法律服务机构: "Legal service providers",
  其他: "Other",
  总计: "Total",
  "一、本年新收政府信息公开申请数量": "1. Requests received this year",
  "二、上年结转政府信息公开申请数量": "2. Requests carried in from last year",
  "三、本年度办理结果": "3. Outcomes this year",
  "四、结转下年度继续办理": "4. Carried out to next year",
  "（一）予以公开": "(1) Granted",
  "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": "(2) Granted in part (split cases count only here)",
  "（三）不予公开": "(3) Refused",
  "1.属于国家秘密": "1. State secret",
  "2.其他法律行政法规禁止公开": "2. Forbidden by another law or administrative regulation",
  "3.危及“三安全一稳定”": "3. Endangers security or social stability",
  "4.保护第三方合法权益": "4. Protects the rights of a third party",
  "5.属于三类内部事务信息": "5. Internal affairs",
  "6.属于四类过程性信息": "6. Deliberative material",
  "7.属于行政执法案卷": "7. Enforcement case file",
  "8.属于行政查询事项": "8. Matter for another administrative inquiry",
  "（四）无法提供": "(4) Cannot be provided",
  "1.本机关不掌握相关政府信息": "1. Not held by this authority",
  "2.没有现成信息需要另行制作": "2. Would have to be created",
  "3.补正后申请内容仍不明确": "3. Still unclear after correction",
  "（五）不予处理": "(5) Not processed",
  "1.信访举报投诉类申请": "1. Petition, report or complaint",
  "2.重复申请": "2. Repeated request",
  "3.要求提供公开出版物": "3. Asks for a publication",
  "4.无正当理由大量反复申请": "4. Excessive requests without good reason",
  "5.要求行政机关确认或重新出具已获取信息": "5. Asks to confirm or reissue information already obtained",
  "（六）其他处理": "(6) Other handling",
  "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "1. Not corrected in time without good reason",
  "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": "2. Fee not paid in time",
  "3.其他": "3. Other",
  "（七）总计": "(7) Total",

  案件数量: "Cases",
  行政复议: "Administrative review",
  行政诉讼: "Administrative lawsuit",
  未经复议直接起诉: "Direct suit without review",
  复议后起诉: "Suit after review",
  结果维持: "Upheld",
  结果纠正: "Corrected",
  其他结果: "Other result",
  尚未审结: "Pending",

  件: "count",
  项: "items",
  万元: "CNY 10,000",
};

/** The English word of an official label; the label itself where there is none, as for an office's own words. */
export function englishLabel(label: string): string {
  return englishLabels[label] ?? label;
}

/** True when the label has an English word: every label of a statutory form must. */
export function hasEnglishLabel(label: string): boolean {
  return Object.hasOwn(englishLabels, label);
}

export type CellLabels = { section: string; table: string; row: string[]; column: string[] };

/** The labels that lead to a cell, outermost first, as the form prints them. */
export function labelsOfCell(section: Format["sections"][number], table: FormatTable, cell: FormatCell): CellLabels {
  const row = table.rows.find((candidate) => candidate.key === cell.row);
  const column = table.columns.find((candidate) => candidate.key === cell.column);
  return {
    section: section.title,
    table: table.caption ?? section.title,
    row: row ? [...row.left, row.label] : [],
    column: column ? [...column.above, column.label] : [],
  };
}
