import { writeXlsx } from "hucre/xlsx";
import type { ApplicantKind } from "@/lib/domain/ledger/ledger-row";

/** A request of the made-up ledgers: when it came, from whom, how it ended and when; a name and a text that nobody may keep. */
export type MadeRequest = { received: string; kind: ApplicantKind; outcome: string; answered: string; name: string };

const made = (received: string, kind: ApplicantKind, outcome: string, answered: string, name: string): MadeRequest => ({
  received,
  kind,
  outcome,
  answered,
  name,
});

/** One year of a made-up department: 19 requests received in 2026, two carried in, two carried out. */
export const MADE_REQUESTS: readonly MadeRequest[] = [
  made("2025-12-18", "natural_person", "granted", "2026-01-08", "赵一"),
  made("2025-12-25", "legal_service", "granted_in_part", "2026-01-20", "某某律师事务所"),
  made("2026-01-12", "natural_person", "granted", "2026-02-02", "钱二"),
  made("2026-01-20", "natural_person", "granted_in_part", "2026-02-11", "孙三"),
  made("2026-02-03", "business", "granted", "2026-03-03", "某某置业有限公司"),
  made("2026-02-25", "natural_person", "refused_state_secret", "2026-03-20", "李四"),
  made("2026-03-02", "legal_service", "unavailable_not_held", "2026-03-10", "某某律师事务所"),
  made("2026-03-16", "natural_person", "unavailable_not_held", "2026-04-10", "周五"),
  made("2026-03-30", "business", "refused_third_party", "2026-04-20", "某某商贸有限公司"),
  made("2026-04-07", "natural_person", "not_processed_repeat", "2026-04-15", "吴六"),
  made("2026-05-06", "research", "granted", "2026-05-20", "某某大学"),
  made("2026-05-18", "natural_person", "not_processed_petition", "2026-06-01", "郑七"),
  made("2026-06-01", "welfare", "granted", "2026-06-18", "某某环保基金会"),
  made("2026-06-22", "other_organisation", "granted_in_part", "2026-07-10", "某某村民委员会"),
  made("2026-07-01", "natural_person", "refused_deliberative", "2026-07-28", "王八"),
  made("2026-07-15", "natural_person", "other_not_corrected_in_time", "2026-08-05", "冯九"),
  made("2026-08-03", "natural_person", "unavailable_needs_creation", "2026-08-25", "陈十"),
  made("2026-09-10", "business", "granted", "2026-10-30", "某某物流有限公司"),
  made("2026-10-12", "natural_person", "granted", "2026-11-05", "褚十一"),
  made("2026-12-21", "natural_person", "open", "", "卫十二"),
  made("2026-12-28", "business", "open", "", "某某科技有限公司"),
];

export const KINDS: Readonly<Record<ApplicantKind, readonly [string, string, string]>> = {
  natural_person: ["自然人", "个人", "公民"],
  business: ["商业企业", "公司", "企业"],
  research: ["科研机构", "高校", "科研院所"],
  welfare: ["社会公益组织", "公益组织", "社会公益组织"],
  legal_service: ["法律服务机构", "律师事务所", "律所"],
  other_organisation: ["其他", "其他组织", "其它"],
};

export const OUTCOMES: Readonly<Record<string, readonly [string, string, string]>> = {
  granted: ["（一）予以公开", "全部公开", "予以公开"],
  granted_in_part: ["（二）部分公开", "部分公开（涉及个人隐私）", "区分处理"],
  refused_state_secret: ["1.属于国家秘密", "不予公开-国家秘密", "涉密"],
  refused_third_party: ["4.保护第三方合法权益", "不予公开（商业秘密）", "第三方权益"],
  refused_deliberative: ["6.属于四类过程性信息", "不予公开：过程性信息", "过程性信息"],
  unavailable_not_held: ["1.本机关不掌握相关政府信息", "无法提供（信息不存在）", "不掌握"],
  unavailable_needs_creation: ["2.没有现成信息需要另行制作", "无法提供，需要另行制作", "另行制作"],
  not_processed_repeat: ["2.重复申请", "不予处理-重复申请", "重复申请"],
  not_processed_petition: ["1.信访举报投诉类申请", "不予处理（信访投诉）", "信访"],
  other_not_corrected_in_time: ["1.申请人无正当理由逾期不补正", "逾期不补正", "逾期未补正"],
  open: ["结转下年度继续办理", "办理中", ""],
};

type Cell = string | number;
export type MadeColumn = readonly [head: string, value: (request: MadeRequest, index: number) => Cell];

export const kindWord =
  (way: 0 | 1 | 2) =>
  ({ kind }: MadeRequest): string =>
    KINDS[kind][way];
export const outcomeWord =
  (way: 0 | 1 | 2) =>
  ({ outcome }: MadeRequest): string =>
    OUTCOMES[outcome]?.[way] ?? "";

/** Ways in which a day is written. */
export const DAY_WAYS = {
  iso: (day: string) => day,
  slashes: (day: string) => day.split("-").map(Number).join("/"),
  dots: (day: string) => day.split("-").map(Number).join("."),
  chinese: (day: string) => day.replace(/(\d+)-(\d+)-(\d+)/, (_all, y, m, d) => `${y}年${Number(m)}月${Number(d)}日`),
  han: (day: string) => day.replace(/(\d+)-(\d+)-(\d+)/, (_all, y, m, d) => `${hanYear(y)}年${han(m)}月${han(d)}日`),
  digits: (day: string) => day.replaceAll("-", ""),
  withTime: (day: string) => (day === "" ? "" : `${day} 14:30:05`),
  serial: (day: string) => (day === "" ? "" : serialOf(day)),
  serialWithTime: (day: string) => (day === "" ? "" : serialOf(day) + 0.604),
} as const satisfies Record<string, (day: string) => Cell>;
export type DayWay = keyof typeof DAY_WAYS;

function serialOf(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

const HAN = "〇一二三四五六七八九";
const hanYear = (year: string) => [...year].map((digit) => HAN[Number(digit)]).join("");
function han(number: string): string {
  const [tens, ones] = [Math.floor(Number(number) / 10), Number(number) % 10];
  return `${tens > 1 ? HAN[tens] : ""}${tens > 0 ? "十" : ""}${ones > 0 ? HAN[ones] : ""}`;
}

export const received =
  (way: DayWay) =>
  (request: MadeRequest): Cell =>
    DAY_WAYS[way](request.received);
export const answered =
  (way: DayWay) =>
  (request: MadeRequest): Cell =>
    DAY_WAYS[way](request.answered);

export const NUMBER: MadeColumn = ["序号", (_request, index) => index + 1];
/** Columns that say who asked and what for, in the words of which nothing may be left. */
export const PERSONAL: readonly MadeColumn[] = [
  ["申请人姓名或名称", ({ name }) => name],
  ["联系电话", (_request, index) => `1380000${String(1000 + index * 7)}`],
  ["申请内容", ({ name }, index) => `${name}申请公开第${index + 1}号地块的征收材料`],
];

/** A sheet of the requests: what stands above the heads, the heads, a line each, what stands below. */
export function sheetOf(
  requests: readonly MadeRequest[],
  columns: readonly MadeColumn[],
  around: { above?: Cell[][]; below?: Cell[][]; heads?: Cell[][] } = {},
): Cell[][] {
  const lines = requests.map((request, index) => columns.map(([, value]) => value(request, index)));
  return [
    ...(around.above ?? []),
    ...(around.heads ?? [columns.map(([head]) => head)]),
    ...lines,
    ...(around.below ?? []),
  ];
}

export async function xlsxOf(
  sheets: Readonly<Record<string, Cell[][]>>,
  merges: readonly string[] = [],
): Promise<Uint8Array> {
  return writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows, merges: merges.map(mergeOf) })),
  });
}

/** "A1:F1" as the place that a writer merges. */
function mergeOf(reference: string) {
  const [from = "A1", to = "A1"] = reference.split(":");
  const place = (address: string) => ({ row: Number(address.slice(1)) - 1, column: address.charCodeAt(0) - 65 });
  const [first, last] = [place(from), place(to)];
  return { startRow: first.row, startCol: first.column, endRow: last.row, endCol: last.column };
}

export function csvOf(rows: readonly Cell[][], sign = ","): string {
  return rows.map((row) => row.map((cell) => (`${cell}`.includes(sign) ? `"${cell}"` : cell)).join(sign)).join("\r\n");
}

/** Text in GB18030, as Chinese offices' programs save it. */
export function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder("gb18030");
  const bytesOf = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Uint8Array.from(
    [...text].flatMap((sign) => (sign <= "\u007f" ? [sign.charCodeAt(0)] : (bytesOf.get(sign) ?? [63]))),
  );
}
