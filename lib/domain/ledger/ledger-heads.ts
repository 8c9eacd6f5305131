import { foldName } from "@/lib/domain/fold-name";
import { readApplicantKind, readOutcome } from "@/lib/domain/ledger/ledger-words";

/** What a column of a ledger can be for the count. */
export const LEDGER_ROLES = ["received", "kind", "outcome", "detail", "answered", "extended"] as const;
export type LedgerRole = (typeof LEDGER_ROLES)[number];

/** What columns are called, the surest words first. */
const HEADS: Readonly<Record<LedgerRole, readonly RegExp[]>> = {
  received: [
    /^(?:本机关|本单位)?(?:收到|收悉)(?:申请)?(?:的)?(?:日期|时间|日)$/,
    /^(?:收件|接收|收文|收到|来件|来文|received)(?:日期|时间|日)?$/,
    /^(?:受理|登记)(?:日期|时间|日)$/,
    /^(?:申请|提交|提出)(?:日期|时间|日)$/,
    /^(?:date)?received(?:on)?$/,
  ],
  kind: [
    /^(?:申请人|申请主体|主体|申请者)(?:的)?(?:类别|类型|性质|身份|种类|属性|分类)$/,
    /^(?:申请人|申请主体)情况$/,
    /^(?:applicant)?(?:kind|type)$/,
    /^(?:类别|类型|申请类别|申请类型|个人单位)$/,
  ],
  outcome: [
    /^(?:办理|处理|答复|办结|公开|决定)(?:的)?(?:结果|类型|类别|结论)$/,
    /^(?:办理|处理|答复|公开)(?:情况|意见|方式|情形|决定)$/,
    /^(?:结果|outcome|result)$/,
  ],
  detail: [
    /^(?:不予公开|不公开|无法提供|不予处理|其他处理|未公开|具体)(?:的)?(?:理由|原因|情形|类型|具体情形|依据)$/,
    /^(?:具体情形|具体结果|情形|理由|原因|细分|二级分类|结果细分|办理结果细分)$/,
  ],
  answered: [
    /^(?:答复|回复|作出答复|书面答复|正式答复)(?:申请人)?(?:日期|时间|日)$/,
    /^(?:办结|办理完成|完成|办毕|结案)(?:日期|时间|日)$/,
    /^(?:送达|发出|寄出|出具|决定|作出决定|告知|办理)(?:日期|时间|日)$/,
    /^(?:date)?answered(?:on)?$/,
  ],
  extended: [/^(?:是否|有无)?(?:延期|延长)(?:答复|办理)?(?:期限|情况|至|到|日期|时间)?$/, /^extended$/],
};

/** What columns are called that say who asked or what for: they are not read any further. */
const PERSONAL =
  /姓名|名称|申请人$|联系|电话|手机|号码|身份证|证件|地址|住址|邮箱|邮编|邮件|微信|信用代码|代表人|代理人|内容|描述|事项|用途|标题|文号|编号|备注|经办|承办|主办|签收|快递|单号|^name$|phone|address|mail/i;

/** How a head is compared: as it looks, without what stands in brackets behind it. */
export function foldHead(text: string): string {
  return foldName(text)
    .replace(/\([^()]*\)$/, "")
    .replace(/[\p{P}\p{S}]/gu, "");
}

/** How sure a head names the role, 0 the surest; null where it does not. */
export function rankOfHead(role: LedgerRole, head: string): number | null {
  const folded = foldHead(head);
  const rank = HEADS[role].findIndex((pattern) => pattern.test(folded));
  return rank === -1 ? null : rank;
}

/** True of a column whose contents are nobody's business but the unit's. */
export function isPersonalHead(head: string): boolean {
  return PERSONAL.test(foldHead(head));
}

/** Whether a head names an outcome or a kind of applicant itself, so that its column is ticked. */
export function isTickedHead(head: string, rows: ReadonlySet<string>): boolean {
  return tickedOutcome(head, rows) !== null || readApplicantKind(head) !== null;
}

/** The outcome that a ticked column stands for. */
export function tickedOutcome(head: string, rows: ReadonlySet<string>): string | null {
  const found = readOutcome(head, rows);
  return found.is === "outcome" ? found.key : null;
}
