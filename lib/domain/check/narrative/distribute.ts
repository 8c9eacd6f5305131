import type { Clause } from "@/lib/domain/check/narrative/clauses";
import { isComparison, isShare } from "@/lib/domain/check/narrative/number-words";

/**
 * 予以公开、部分公开分别为30件、5件: gives each number the label in its place. Where labels and numbers are not as many,
 * none of them can be known and the words are taken away.
 */
export function distribute(clauses: readonly Clause[]): Clause[] {
  const result: Clause[] = [];
  for (let index = 0; index < clauses.length; index += 1) {
    const clause = clauses[index];
    if (!clause) continue;
    if (clause.kind === "words" || !EACH.test(clause.before)) {
      const each = clause.kind === "number" ? eachOf(clause, result.at(-1)) : null;
      if (each) result.push(...each);
      else result.push(clause);
      continue;
    }
    const run = [clause];
    for (
      let next = clauses[index + 1];
      next?.kind === "number" && next.before === "";
      next = clauses[index + run.length]
    ) {
      run.push(next);
    }
    const [labelled = "", tail = ""] = clause.before.split(EACH);
    const previous = result.at(-1);
    const isOnlyCompared = labelled.trim() === "" || COMPARED.test(labelled.trim());
    const areShares = run.every((number) => isShare(number.mention));
    const isOfThose = isComparison(tail) || (areShares && SHARE.test(`${labelled}${tail}`.trim()));
    if ((isOnlyCompared || areShares) && isOfThose && previous?.kind === "number" && run.length > 1) {
      for (const [place, number] of run.entries()) {
        const pairedWith = { place, of: run.length };
        result.push({ ...number, before: `${labelled}${tail}`, after: "", isFollowed: true, pairedWith });
      }
      index += run.length - 1;
      continue;
    }
    const source = labelled.trim() === "" && previous?.kind === "words" ? previous.text : labelled;
    const labels = source.split(/[、和与及]|以及/u).filter((label) => label.trim() !== "");
    const fits = labels.length === run.length && run.length > 1;
    // 自然人、法人提出的申请, 许可、处罚三项处理决定: what the last label ends with is said of all.
    const shared = SHARED.exec(labels.at(-1) ?? "")?.[1] ?? "";
    for (const [place, number] of run.entries()) {
      const before = fits
        ? `${labels[place]}${place < labels.length - 1 ? shared : ""}${tail.replace(/^[为是有达]/u, "")}`
        : run.length > 1
          ? "分别计〇"
          : clause.before;
      result.push({ ...number, before, after: "", isFollowed: true });
    }
    index += run.length - 1;
  }
  return result;
}

/** 分别为3件、2件, 依次是3件、2件. */
const EACH = /分别|依次/u;
const SHARED = /(?:的|[两二三四五六](?:项|类|种|者))([^的]+)$/u;

/** 占比分别为, 分别占: of the numbers just before. */
const SHARE =
  /^(?:所?占(?:比|比例|比重)?|比例|比重)(?:总数|总量|办结(?:总数|总量)?|答复(?:总数|总量)?)?的?(?:为|是|达)?$/u;

/** 同比分别增加, 较上年分别增长: nothing but what is compared with. */
const COMPARED = /^(?:同比|环比|[较比与](?:上一?年|去年|20\d\d年)(?:度|同期)?(?:相比)?)$/u;

/** 科研机构、公益组织各2件: the number is said once of each. */
function eachOf(clause: Extract<Clause, { kind: "number" }>, previous: Clause | undefined): Clause[] | null {
  const own = /^(.*)各(?:自|有|为|占|是|提出|提交)*$/u.exec(clause.before.trim())?.[1];
  if (own === undefined) return null;
  const source = own === "" && previous?.kind === "words" ? previous.text : own;
  const labels = source.split(/[、和与及]|以及/u).filter((label) => label.trim() !== "");
  if (labels.length < 2) return null;
  return labels.map((label) => ({ ...clause, before: label }));
}
