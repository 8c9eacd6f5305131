import type { Context } from "@/lib/domain/check/narrative/context";
import { type Listed, type Meaning, meaningOf } from "@/lib/domain/check/narrative/meaning";
import { flowsOf, has, type Phrase } from "@/lib/domain/check/narrative/phrase";
import { flowQuantity, requestQuantity, rowsOfFlow } from "@/lib/domain/check/narrative/quantity";
import { type Flow, isActive, isCase } from "@/lib/domain/check/narrative/tag";

const TOTAL = ["total"];
const PUBLIC = ["granted", "granted_in_part"];
const WHOLES = ["received", "handled", "concluded"] as const;

/** The rows and columns of table three that a phrase means; null where it speaks of something else, or of nothing certain. */
export function resolveRequests(phrase: Phrase, context: Context): Meaning | null {
  const isRequest = namesRequests(phrase, context);
  // 共办理相关案件72件: reviews and suits, not requests.
  if (!isRequest && phrase.words.some(({ word }) => word === "案件" || word === "案")) return null;
  if (has(phrase, "material") && has(phrase, "publish")) return null;
  const columns = columnsOf(phrase);
  if (columns === null) return null;
  const outcomes = outcomesOf(phrase);
  if (outcomes.length > 0) {
    if (!isRequest && !context.isAboutRequests && (context.topic === "other" || isCase(context.topic))) return null;
    // What a reviewing body or a court does otherwise is no outcome of a request.
    const isOfCourts = /复议机关|法院/u.test(context.sentence) && !isRequest;
    if (isOfCourts && outcomes.every((rows) => rows.every((row) => row.startsWith("other")))) return null;
    const listed: Listed = { of: "outcomes", under: [], named: outcomes[0] ?? [] };
    const rowsMeant = [...outcomes, ...outcomes.flatMap((rows) => leftOfGroup(rows, context))];
    return meaningOf(
      columnsMeant(columns, context).flatMap((whose) =>
        rowsMeant.map((rows) => requestQuantity(context.format, rows, whose, groupName(rows))),
      ),
      outcomes[0]?.join() === "granted" ? [requestQuantity(context.format, PUBLIC, columns)] : [],
      listed,
    );
  }
  if (columns !== TOTAL && context.outcome && context.outcome.length > 0 && flowsOf(phrase).length === 0)
    return meaningOf([requestQuantity(context.format, context.outcome, columns, groupName(context.outcome))]);
  const flows = withoutHandling([...new Set(flowsOf(phrase))], phrase);
  if (context.topic === "requests" && flows.length === 0 && !isRequest && saysOnlyPublic(phrase)) {
    // 其中公开12件, of requests: granted, or granted with those granted in part.
    return meaningOf([["granted"], PUBLIC].map((rows) => requestQuantity(context.format, rows, columns)));
  }
  // 公开类答复 is a kind of answer, not all of them.
  if (has(phrase, "category") && columns === TOTAL) return null;
  // Only requests are carried over; every other verb needs to be told what it is about.
  const isCarried = flows.length === 1 && flows[0]?.startsWith("carried_") === true;
  const isElsewhere = context.topic === "other" || isActive(context.topic);
  const isPlain = isCarried || saysOfRequestsOnly(phrase, context);
  if (!isRequest && context.topic !== "requests" && (!isPlain || isElsewhere)) return null;
  const meant = flowsMeant(flows, phrase, context, columns !== TOTAL);
  if (!meant) return null;
  const accepted = saysWhatWasLeft(meant, phrase, context) ? [...meant, "concluded" as const] : meant;
  const listed: Listed | null =
    columns === TOTAL ? null : { of: "columns", under: accepted.map(rowsOfFlow), named: columns };
  const meaning = meaningOf(
    [
      ...columnsMeant(columns, context).flatMap((whose) =>
        accepted.map((flow) => flowQuantity(context.format, flow, whose)),
      ),
      // 依申请公开2条 may be said of what was disclosed.
      ...(flows.length === 0 && columns === TOTAL
        ? [["granted"], PUBLIC].map((rows) => requestQuantity(context.format, rows, columns))
        : []),
    ],
    WHOLES.map((flow) => flowQuantity(context.format, flow, columns)),
    listed,
  );
  const isLoose = accepted.join() === "handled" && phrase.words.some(({ word }) => word === "办理");
  return meaning && isLoose ? { ...meaning, isLoose } : meaning;
}

/** 逾期未补正2件，其他处理5件: a group after one of its reasons may be what is left of it. */
function leftOfGroup(rows: readonly string[], { listed }: Context): (readonly string[])[] {
  if (rows.length < 3 || listed?.of !== "outcomes") return [];
  const left = rows.filter((row) => !listed.named.includes(row));
  return left.length > 0 && left.length < rows.length ? [left] : [];
}

/** 申请 alone may be an application for anything where something else was just counted. */
function namesRequests(phrase: Phrase, context: Context): boolean {
  return phrase.words.some(({ tag }) => tag.kind === "request" && !(tag.isWeak && context.isAside));
}

/** 新收 and 收办 are words of table 三 alone, and so are its applicants where a sentence of a report is quoted. */
function saysOfRequestsOnly(phrase: Phrase, context: Context): boolean {
  return phrase.words.some(
    ({ word, tag }) =>
      (tag.kind === "flow" && /新收|收办/u.test(word)) ||
      (tag.kind === "column" && context.isExcerpt && word.length > 2),
  );
}

function saysOnlyPublic(phrase: Phrase): boolean {
  return (
    has(phrase, "publish") &&
    phrase.words.every(({ word, tag }) => word === "公开" || tag.kind === "filler" || tag.kind === "includes")
  );
}

/** 上年结转…办理数量, 结转下年度办理: what is done with what is carried is not another count. */
function withoutHandling(flows: readonly Flow[], phrase: Phrase): readonly Flow[] {
  if (has(phrase, "join") || has(phrase, "includes")) return flows;
  const isCarried = flows.some((flow) => flow.startsWith("carried"));
  const isSum = flows.some((flow) => flow === "received" || flow === "concluded" || flow === "accepted");
  return isCarried && !isSum ? flows.filter((flow) => flow !== "handled") : flows;
}

type KnownFlow = Exclude<Flow, "carried">;

/** Which rows the verbs speak of. Two verbs for one number leave both open; none leaves it to what was said before. */
function flowsMeant(
  flows: readonly Flow[],
  phrase: Phrase,
  context: Context,
  hasColumn: boolean,
): readonly KnownFlow[] | null {
  const isSum = has(phrase, "join") || has(phrase, "includes");
  if (flows.includes("carried_in") && !isSum) return flows.length === 1 ? ["carried_in"] : null;
  if (flows.includes("carried")) return flows.length === 1 && !isSum ? ["carried_in", "carried_out"] : null;
  if (flows.length === 0) return flowsBefore(phrase, context, hasColumn);
  if (flows.length === 1) return flows.flatMap(openFlow);
  if (flows.includes("carried_out")) return null;
  // 新收及上年结转, 收到申请（含上年结转）: both together.
  if (flows.includes("carried_in")) return flows.includes("concluded") ? null : ["handled"];
  return flows.flatMap(openFlow);
}

/** 除去结转下年度的，共办理2159件; 共办理718件，结转31件: handled is concluded where what was not is told beside it. */
function saysWhatWasLeft(meant: readonly KnownFlow[], phrase: Phrase, { sentence }: Context): boolean {
  const isHandled = meant.join() === "handled" && phrase.words.some(({ word }) => word === "办理" || word === "处理");
  return (
    isHandled &&
    !has(phrase, "includes") &&
    (/(?:除去|扣除|减去|不含)[^。]{0,20}结转/u.test(sentence) || CARRIED_BESIDE.test(sentence))
  );
}

const CARRIED_BESIDE =
  /(?:办理|处理)[^。，]{0,20}\d+[件宗份条][，、；][^。]{0,12}(?<!上年|上年度|去年|含)(?:结转|转入|顺延)(?!上)/u;

/** Without a verb of its own an applicant is one of those spoken of before; 申请 alone may be any of them. */
function flowsBefore(phrase: Phrase, context: Context, hasColumn: boolean): readonly KnownFlow[] | null {
  // 结转下年度33件，其中自然人16件: of those that the sentence has just counted.
  const last = context.counted.at(-1)?.meaning.accepted[0]?.cells[0] ?? "";
  const carried = /^requests\.(carried_in|carried_out)\./.exec(last)?.[1];
  if (hasColumn && (carried === "carried_in" || carried === "carried_out"))
    return [carried, ...(context.flow && !context.flow.startsWith("carried") ? openFlow(context.flow) : [])];
  const before = context.flow?.startsWith("carried") ? null : context.flow;
  if (hasColumn && before) return openFlow(before);
  return has(phrase, "request") || hasColumn ? ["received", "handled", "concluded"] : null;
}

/** 受理 is said of what was received and of all that was handled. */
function openFlow(flow: Flow): KnownFlow[] {
  if (flow === "accepted") return ["received", "handled"];
  return flow === "carried" ? ["carried_in", "carried_out"] : [flow];
}

/** 自然人申请61件，予以公开27件: outcomes after an applicant are those of its requests or of all. */
function columnsMeant(columns: readonly string[], { applicant }: Context): (readonly string[])[] {
  if (columns !== TOTAL || !applicant) return [columns];
  return applicant.isLikely ? [applicant.columns, TOTAL] : [TOTAL, applicant.columns];
}

function columnsOf(phrase: Phrase): readonly string[] | null {
  const named = phrase.words.flatMap(({ tag }) => (tag.kind === "column" ? [tag.columns] : []));
  if (named.length === 0) return TOTAL;
  // 企业等法人及其他组织: of two names the wider one is meant.
  const widest = named.toSorted((left, right) => right.length - left.length)[0] ?? TOTAL;
  return named.every((columns) => columns.every((column) => widest.includes(column))) ? widest : null;
}

/**
 * The rows that the words name. A reason stands for itself although its group is named with it (因本机关不掌握无法提供);
 * with 等 it may stand for all reasons. Rows beside each other (予以公开及部分公开) are added up.
 */
function outcomesOf(phrase: Phrase): (readonly string[])[] {
  const named = phrase.words.flatMap(({ tag }) => (tag.kind === "outcome" ? [tag] : []));
  const rows = [...new Set(named.filter((tag) => !tag.group).flatMap((tag) => tag.rows))];
  const covering = named.filter((tag) => tag.group && tag.rows.some((row) => rows.includes(row)));
  if (covering.length > 0) {
    const isExample = phrase.words.some(({ word }) => word.includes("等"));
    return [rows, ...(isExample ? covering.map((group) => group.rows) : [])];
  }
  const all = [...new Set(named.flatMap((tag) => tag.rows))];
  return all.length > 0 ? [all] : [];
}

function groupName(rows: readonly string[]): string | undefined {
  if (rows.length < 3) return undefined;
  const prefixes = new Map([
    ["refused_", "（三）不予公开"],
    ["unavailable_", "（四）无法提供"],
    ["not_processed_", "（五）不予处理"],
    ["other", "（六）其他处理"],
  ]);
  for (const [prefix, name] of prefixes) if (rows.every((row) => row.startsWith(prefix))) return name;
  return undefined;
}
