import type { RuleEffect, RuleId, RuleOutcome, Severity } from "@/lib/domain/check/finding";
import type { PrintedReport } from "@/lib/domain/report-document";

/** Words that a document prints besides the form's labels and the office's text. A document of record is Chinese. */
export const WORDS = {
  draft: "草稿",
  archived: "（归档版）",
  withAnnexes: "（附各单位数据）",
  draftHeading: "草稿，供内部核对，不得作为正式报告使用。",
  rendering: "数据排版件",
  renderingHeading:
    "数据排版件，不是正式发布的报告文件：来源没有写明状态、版次、日期和核验码，这里只印出读到的数据和文字。",
  gaps: "还缺什么",
  erratum: "更正说明",
  erratumLead: (version: number, reason: string) => `本版更正并取代第${version}版。更正原因：${reason}`,
  differences: "更正前后对照",
  passages: "文字更正前后对照",
  nothingCorrected: "与上一版相比，数据和文字没有变化。",
  place: "位置",
  noText: "（无）",
  figure: "数据项",
  value: "数值",
  before: "更正前",
  after: "更正后",
  blank: "（空）",
  notes: "注",
  scope: "汇总范围",
  units: "报送单位",
  unit: "单位",
  status: "状态",
  remark: "说明",
  officeUnit: (name: string) => `${name}（本机关）`,
  adjustments: "汇总调整",
  adjustment: "调整数",
  reason: "原因",
  adjustingUnit: "调整单位",
  annex: (number: number, unit: string) => `附件${number}　${unit}报送数据`,
  annexCaption: (unit: string) => `${unit}报送的非零数据`,
  annexAllZero: "本单位各项数据均为0。",
  checkAnnex: (number: number | null) => `附件${number ?? ""}　校验记录`,
  checksMade: (count: number, parts: string) => `本报告按${count}条校验规则核对：${parts}。`,
  checkCaption: "校验规则清单",
  checkRule: "校验规则",
  checkHoldsFrom: "施行日期",
  checkSeverity: "不符时级别",
  checkResult: "结果",
  checkSetting: (rule: string, version: number, day: string, effect: string, reason: string) =>
    `规则“${rule}”（第${version}版）经两人确认，自${day}起${effect}。理由：${reason}`,
  explained: "均已说明",
  explainedOf: (count: number) => `已说明${count}处`,
  submittedBy: "报送人",
  approvedBy: "审核人",
  office: "主管部门",
  address: "地址",
  postcode: "邮编",
  phone: "电话",
  version: (version: number) => `第${version}版`,
  versionOf: (version: number) => `第${version}版`,
  versionLabel: "版次",
  publishedOn: "发布日期",
  composedOn: "成文日期",
  standing: "性质",
  notIn: "还没有全部通过",
  verification: "核验码",
  unitOfMeasure: (unit: string) => `单位：${unit}`,
} as const;

export const UNIT_STATUS_WORDS: Readonly<Record<PrintedReport["units"][number]["status"], string>> = {
  included: "已纳入",
  nil: "零报告",
  exempt: "免报",
  missing: "缺报",
};

export const RULE_WORDS: Readonly<Record<RuleId, string>> = {
  "REQ-IDENTITY": "勾稽关系",
  "REQ-OUTCOME-SUM": "办理结果合计",
  "REQ-ROW-SUM": "各类申请人合计",
  "LIT-SUM": "复议诉讼合计",
  BLANK: "空格",
  "NON-NUMERIC": "不是数字",
  UNIT: "格内带单位",
  "CARRY-YEAR": "上年结转",
  "ITEM-STOCK-YEAR": "上一年项目数量",
  "DOC-STOCK-YEAR": "现行有效件数",
  "OWN-REPORT": "与本单位年报",
  "LEDGER-COUNT": "与申请台账",
  "NARR-TABLE": "文字与表格",
  "NARR-SUM": "文字中的合计",
  "NARR-PERCENT": "文字中的百分比",
  "NARR-YEAR": "文字与上年年报",
  "OVERVIEW-LENGTH": "总体情况篇幅",
  "OVERVIEW-ASPECT-MISSING": "总体情况缺项",
  "SECTION-MISSING": "缺少部分",
  "FEE-REPORTED": "信息处理费",
  "SAME-AS-LAST-YEAR": "与上年雷同",
  "REPEATED-TEXT": "重复的文字",
  OUTLIER: "数值异常",
  "WRONG-FORMAT-VERSION": "格式版本",
  "REGULATION-AUTHORITY": "规章制定权限",
};

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: "错误", warning: "提醒", info: "提示" };

/** What became of a rule; of one that found something, how many times. */
export const RULE_OUTCOME_WORDS: Readonly<Record<RuleOutcome, (count: number) => string>> = {
  passed: () => "通过",
  info: (count) => `提示${count}处`,
  warning: (count) => `提醒${count}处`,
  error: (count) => `错误${count}处`,
  off: () => "已停用",
  not_applicable: () => "不适用",
};

/** How many rules came to which result, in one sentence. */
export const RULE_COUNT_WORDS: Readonly<Record<RuleOutcome, (count: number) => string>> = {
  passed: (count) => `${count}条通过`,
  info: (count) => `${count}条有提示`,
  warning: (count) => `${count}条有提醒`,
  error: (count) => `${count}条有错误`,
  off: (count) => `${count}条停用`,
  not_applicable: (count) => `${count}条不适用`,
};

export const RULE_EFFECT_WORDS: Readonly<Record<RuleEffect, string>> = {
  standard: "照常",
  warning: "最多按提醒处理",
  info: "只作提示",
  off: "停用",
};
