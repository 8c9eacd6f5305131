import { foldName } from "@/lib/domain/fold-name";
import { APPLICANT_KINDS, type ApplicantKind, OPEN } from "@/lib/domain/ledger/ledger-row";

/** What offices call the applicants of each column of table three. */
const KIND_WORDS: Readonly<Record<ApplicantKind, readonly string[]>> = {
  natural_person: [
    "自然人",
    "个人",
    "公民",
    "公民个人",
    "居民",
    "村民",
    "群众",
    "普通公民",
    "natural person",
    "person",
  ],
  business: ["商业企业", "企业", "公司", "商企", "工商企业", "企业法人", "民营企业", "国有企业", "business", "company"],
  research: ["科研机构", "科研院所", "科研单位", "研究机构", "高校", "高等院校", "科研", "research"],
  welfare: ["社会公益组织", "公益组织", "社会公益", "公益", "社会公益机构", "welfare"],
  legal_service: ["法律服务机构", "律师事务所", "律所", "法律服务", "法律机构", "law firm"],
  other_organisation: ["其他", "其它", "其他组织", "其他法人", "其他机构", "其他单位", "other"],
};

/** What offices write for each outcome, the labels of the form among them. */
const OUTCOME_WORDS: Readonly<Record<string, readonly string[]>> = {
  granted: [
    ...["予以公开", "全部公开", "公开", "同意公开", "已公开", "全部予以公开", "予以提供", "提供", "granted"],
    ...["已主动公开", "主动公开", "告知主动公开", "属于主动公开", "已主动公开告知获取方式"],
  ],
  granted_in_part: ["部分公开", "部分予以公开", "予以部分公开", "同意部分公开", "区分处理", "granted in part"],
  refused_state_secret: ["国家秘密", "涉密", "涉密信息", "state secret"],
  refused_other_law: ["其他法律行政法规禁止公开", "法律行政法规禁止公开", "法律法规禁止公开"],
  refused_security_stability: ["三安全一稳定", "危及三安全一稳定"],
  refused_third_party: [
    ...["保护第三方合法权益", "第三方合法权益", "第三方权益", "商业秘密", "个人隐私", "商业秘密或个人隐私"],
    "商业秘密个人隐私",
  ],
  refused_internal_affairs: ["三类内部事务信息", "三类内部事务", "内部事务信息", "内部事务", "内部管理信息"],
  refused_deliberative: ["四类过程性信息", "过程性信息", "四类过程性", "过程性"],
  refused_enforcement_file: ["行政执法案卷", "执法案卷", "行政执法案卷信息"],
  refused_administrative_inquiry: ["行政查询事项", "行政查询"],
  unavailable_not_held: [
    ...["本机关不掌握相关政府信息", "本机关不掌握", "不掌握", "信息不存在", "政府信息不存在", "不存在", "not held"],
    ...["不属于本机关", "非本机关", "不属于本机关负责公开", "非本机关公开", "不属于本行政机关公开", "非本机关掌握"],
  ],
  unavailable_needs_creation: ["没有现成信息需要另行制作", "需要另行制作", "另行制作", "没有现成信息", "无现成信息"],
  unavailable_still_unclear: ["补正后申请内容仍不明确", "补正后仍不明确", "内容不明确", "申请内容不明确"],
  not_processed_petition: [
    "信访举报投诉类申请",
    "信访举报投诉类",
    "信访举报投诉",
    "信访",
    "信访投诉",
    "投诉举报",
    "举报投诉",
  ],
  not_processed_repeat: ["重复申请", "重复", "repeat"],
  not_processed_publication: ["要求提供公开出版物", "公开出版物"],
  not_processed_excessive: ["无正当理由大量反复申请", "大量反复申请"],
  not_processed_reconfirmation: [
    "要求行政机关确认或重新出具已获取信息",
    "确认或重新出具已获取信息",
    "重新出具已获取信息",
    "重新出具",
  ],
  other_not_corrected_in_time: [
    "申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请",
    "申请人无正当理由逾期不补正",
    ...["逾期不补正", "逾期未补正", "不补正", "未补正"],
  ],
  other_fee_unpaid: [
    "申请人逾期未按收费通知要求缴纳费用行政机关不再处理其政府信息公开申请",
    ...["申请人逾期未按收费通知要求缴纳费用", "逾期未缴费", "未缴费", "逾期未缴纳费用", "未缴纳费用"],
  ],
  other_remaining: [
    "其他处理",
    "其他",
    "其它",
    "撤回",
    "撤回申请",
    "申请人撤回",
    "申请人撤回申请",
    "撤销申请",
    "other",
  ],
  [OPEN]: [
    ...["办理中", "正在办理", "在办", "待办", "处理中", "未办结", "未答复", "待答复", "尚未答复", "补正中", "open"],
    ...["结转", "结转下年", "结转下年度", "结转下年度继续办理", "跨年办理", "结转明年"],
  ],
};

/** Words that only name a group of rows: which of them it is has to be said beside. */
const GROUPS = /^(?:不予公开|无法提供|不予处理|其他处理)/;
const BEGINNINGS = /^(?:因|属于|涉及|涉|答复|告知|系|为)/;
const SEPARATORS = /[、,;/|+&和及\n]/;

/** A word without numbering, brackets and what else stands around it. */
export function foldWord(text: string): string {
  return foldName(text)
    .replace(/^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、|\d+(?:\.\d+)*[.、)])/, "")
    .replace(/[\p{P}\p{S}]/gu, "");
}

const KIND_OF = invert(KIND_WORDS);
const OUTCOME_OF = invert(OUTCOME_WORDS);

function invert<Key extends string>(words: Readonly<Record<Key, readonly string[]>>): Map<string, Key> {
  const found = new Map<string, Key>();
  for (const key in words) for (const word of words[key]) found.set(foldWord(word), key);
  return found;
}

/** What the names of some applicants end in, whatever stands before it. */
const KIND_ENDINGS: readonly (readonly [RegExp, ApplicantKind])[] = [
  [/(?:律师事务所|法律服务所)$/, "legal_service"],
  [/(?:公司|企业)$/, "business"],
  [/(?:大学|学院|研究院|研究所|科学院)$/, "research"],
  [/基金会$/, "welfare"],
];

/** The kind of applicant that a word names; null where it is not known. */
export function readApplicantKind(text: string): ApplicantKind | null {
  const word = foldWord(text);
  const known = KIND_OF.get(word) ?? APPLICANT_KINDS.find((kind) => foldWord(kind) === word);
  if (known) return known;
  // 法人或其他组织-商业企业: what stands behind the group.
  const behind = /^(?:法人或其他组织|法人及其他组织|法人其他组织|法人)(.+)$/.exec(word)?.[1];
  if (behind) return KIND_OF.get(behind) ?? null;
  return KIND_ENDINGS.find(([ending]) => ending.test(word))?.[1] ?? null;
}

export type OutcomeWord =
  | { is: "outcome"; key: string }
  /** Several outcomes in one cell. */
  | { is: "two" }
  | { is: "unknown" };

const UNKNOWN: OutcomeWord = { is: "unknown" };

/** The outcome that a word names among the rows that the form has. */
export function readOutcome(text: string, rows: ReadonlySet<string>): OutcomeWord {
  const keyOf = (word: string): string | null => inForm(exactOutcome(word), rows);
  const whole = keyOf(text);
  if (whole) return { is: "outcome", key: whole };
  const parts = text.normalize("NFKC").split(SEPARATORS).map(keyOf);
  if (parts.length > 1 && parts.every((key) => key !== null)) {
    const [only, ...others] = new Set(parts);
    return others.length === 0 && only ? { is: "outcome", key: only } : { is: "two" };
  }
  const contained = inForm(containedOutcome(foldWord(text)), rows);
  return contained ? { is: "outcome", key: contained } : UNKNOWN;
}

function exactOutcome(text: string): string | null {
  const word = foldWord(text);
  const inner = word.replace(GROUPS, "").replace(/^\d+/, "").replace(BEGINNINGS, "");
  return (
    OUTCOME_OF.get(word) ??
    OUTCOME_OF.get(word.replace(BEGINNINGS, "")) ??
    (inner ? (OUTCOME_OF.get(inner) ?? null) : null)
  );
}

/** The one outcome whose words are part of a longer text. What is disclosed in part counts as that alone. */
function containedOutcome(word: string): string | null {
  const keys = new Set(
    [...OUTCOME_OF].flatMap(([known, key]) => (known.length >= 4 && word.includes(known) ? [key] : [])),
  );
  if (keys.has("granted_in_part")) return "granted_in_part";
  const [only, ...others] = keys;
  return others.length === 0 && only ? only : null;
}

/** A form that does not divide 其他处理 has one row for all of it. */
function inForm(key: string | null, rows: ReadonlySet<string>): string | null {
  if (key === null || key === OPEN || rows.has(key)) return key;
  return key.startsWith("other_") && rows.has("other") ? "other" : null;
}

/** True of a sign by which a column of its own is ticked. */
export function isTick(text: string): boolean {
  return /^(?:[√✓✔☑■●★*vy1是有对]|yes)$/i.test(text.normalize("NFKC").trim());
}

/** True of a sign that says that something is not so, or nothing. */
export function isNoTick(text: string): boolean {
  return /^(?:[-—–/\\0否无×xn]|no|□)?$/i.test(text.normalize("NFKC").trim());
}
