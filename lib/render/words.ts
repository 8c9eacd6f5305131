import type { ReportDocument } from "@/lib/domain/report-document";

/** Words that a document prints besides the form's labels and the office's text. A document of record is Chinese. */
export const WORDS = {
  draft: "草稿",
  draftHeading: "草稿，供内部核对，不得作为正式报告使用。",
  gaps: "还缺什么",
  erratum: "更正说明",
  erratumLead: (version: number, reason: string) => `本版更正并取代第${version}版。更正原因：${reason}`,
  differences: "更正前后对照",
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
  proposedBy: "提出人",
  signedBy: "签字人",
  annex: (number: number, unit: string) => `附件${number}　${unit}报送数据`,
  annexCaption: (unit: string) => `${unit}报送的非零数据`,
  annexAllZero: "本单位各项数据均为0。",
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
  verification: "核验码",
  unitOfMeasure: (unit: string) => `单位：${unit}`,
} as const;

export const UNIT_STATUS_WORDS: Readonly<Record<ReportDocument["units"][number]["status"], string>> = {
  included: "已纳入",
  nil: "零报告",
  exempt: "免报",
  missing: "缺报",
};

export const STATE_WORDS: Readonly<Record<ReportDocument["state"], string>> = {
  draft: "草稿",
  final: "定稿",
  published: "正式版",
};
