import { nameOrganisation } from "@/lib/domain/subject-of-interchange";

const YEAR_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  [..."〇一二三四五六七八九"]
    .map((digit, value): [string, string] => [digit, String(value)])
    .concat([
      ["○", "0"],
      ["零", "0"],
      ["Ｏ", "0"],
      ["O", "0"],
    ]),
);
const YEAR = /(20\d\d|二[〇○零OＯ][〇○零OＯ一二三四五六七八九]{2})年?/u;
const TITLE = /(?:政府|政务)?信息公开.{0,8}(?:年度)?(?:报告|年报)/u;
/** What a web page puts between the title and the text. */
const PAGE_LINE =
  /^(?:发布时间|发布日期|来源|信息来源|作者|浏览|字号|字体|索引号|索 引 号|文号|文 号|发布机构|阅读|点击|时间|当前位置|首页)|浏览次数|字体|【|第\d+版$/u;

/** Said on the line of the title, and no part of it: 2023年…报告 来源：区政府办 发布时间：2024-01-20. */
const AFTER_TITLE =
  /(?<=报告|年报)[）)》”]?(?:\s.*|[（([【]?(?:来源|信息来源|发布|日期|时间|作者|浏览|字号|字体|索引).*)$/u;
/** A line that holds nothing but the name of a public body. */
const BODY =
  /^[\p{Script=Han}（）()]{1,38}(?:政府|委员会|办公室|办公厅|办事处|街道|中心|[局厅部委办院所队站署镇乡区市县旗州省盟])$/u;
const NO_BODY = /^(?:首页|网站|当前|您|索引|名称|标题|发布|来源|政务公开|信息公开)|[总]?(?:目录|专栏|门户)/u;

export type Title = { title: string; year: number | null; organisation: string | null; preface: string[] };

/**
 * The title, the report's year, the paragraphs before section 一 and, where the title does not name it, the body: out of
 * the lines before section 一.
 */
export function readTitle(front: readonly string[]): Title {
  const joined = joinTitle(front.map((line) => line.replace(AFTER_TITLE, "")));
  const at = joined.findLastIndex(
    (line) => TITLE.test(line) && YEAR.test(line) && line.length <= 70 && !/[。；]/.test(line),
  );
  const title = (joined[at] ?? "").replace(/(?<=[\p{Script=Han}\d])\s+(?=[\p{Script=Han}\d])/gu, "");
  const rest = joined.slice(at + 1);
  const preface = rest.filter((line) => !PAGE_LINE.test(line) && (line.length >= 20 || /[。：:]$/u.test(line)));
  const organisation = nameOrganisation({ title }) === "" ? bodyAround(at < 0 ? "" : (rest[0] ?? ""), rest) : null;
  return { title, year: yearOf(title) ?? yearOfText(rest), organisation, preface };
}

/** A title that runs over two or three lines: body, year, and the words that end with 报告. */
function joinTitle(front: readonly string[]): string[] {
  const lines: string[] = [];
  for (const line of front) {
    lines.push(line);
    for (let before = lines.at(-2); before !== undefined; before = lines.at(-2)) {
      const last = lines.at(-1) ?? "";
      if (!isOneTitle(before, last)) break;
      lines.splice(-2, 2, before + last);
    }
  }
  return lines;
}

function isOneTitle(before: string, last: string): boolean {
  const whole = before + last;
  if (before.length > 50 || TITLE.test(before) || !TITLE.test(whole) || !YEAR.test(whole) || /[。；]/.test(whole))
    return false;
  if (last.length <= 30 && /信息|公开|20\d\d年/.test(before)) return true;
  return last.length <= 50 && isBody(before) && nameOrganisation({ title: last }) === "";
}

function isBody(line: string): boolean {
  return BODY.test(line.replace(/\s/g, "")) && !NO_BODY.test(line);
}

const NAMED_IN_PREFACE = [
  /(?:现(?:将|向社会)?(?:公布|公开|发布)?|特?编制|制作)([\p{Script=Han}]{2,30}?)(?:[（(][^）)]{2,30}[）)])?20\d\d年(?:度)?(?:的)?(?:政府|政务)?信息公开/u,
  /(?:本报告|本年度报告)?由([\p{Script=Han}]{2,30}?)(?:[（(][^）)]{2,30}[）)])?(?:根据|依据|按照|编制|综合)/u,
];

/** The body on the line below the title, or as the first paragraphs name it; null where they do not. */
function bodyAround(below: string, rest: readonly string[]): string | null {
  if (isBody(below)) return below.replace(/\s/g, "");
  const preface = rest.slice(0, 12).join("\n");
  for (const pattern of NAMED_IN_PREFACE) {
    const name = pattern.exec(preface)?.[1] ?? "";
    if (BODY.test(name) && !NO_BODY.test(name) && !/[本我]/.test(name)) return name;
  }
  return null;
}

function yearOf(text: string): number | null {
  const found = YEAR.exec(text)?.[1];
  if (!found) return null;
  return Number([...found].map((character) => YEAR_WORDS[character] ?? character).join(""));
}

/** "统计期限自2019年1月1日起": the year that the figures are of. */
function yearOfText(lines: readonly string[]): number | null {
  for (const line of lines) {
    const found = /(20\d\d)年1月1日|现公布.{0,20}?(20\d\d)年/u.exec(line);
    if (found) return Number(found[1] ?? found[2]);
  }
  return null;
}

/** The year of which the text of section 一 speaks more than of any other; null where two are named as often. */
export function yearOfOverview(lines: readonly string[]): number | null {
  const counts = new Map<number, number>();
  for (const [, year] of lines.join("\n").matchAll(/(20\d\d)年/gu)) {
    const found = Number(year);
    counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  const [first, second] = [...counts].toSorted(([, left], [, right]) => right - left);
  return first && first[1] !== second?.[1] ? first[0] : null;
}
