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

/** The title, the report's year and the paragraphs before section 一, out of the lines before it. */
export function readTitle(front: readonly string[]): { title: string; year: number | null; preface: string[] } {
  const joined = joinTitle(front);
  const at = joined.findLastIndex(
    (line) => TITLE.test(line) && YEAR.test(line) && line.length <= 70 && !/[。；]/.test(line),
  );
  const title = joined[at] ?? "";
  const rest = joined.slice(at + 1);
  const preface = rest.filter((line) => !PAGE_LINE.test(line) && (line.length >= 20 || /[。：:]$/u.test(line)));
  return { title, year: yearOf(title) ?? yearOfText(rest), preface };
}

/** A title that runs over two lines: the first has the year and the second the word 报告. */
function joinTitle(front: readonly string[]): string[] {
  const lines: string[] = [];
  for (const line of front) {
    const before = lines.at(-1);
    const isSecondHalf =
      before !== undefined &&
      before.length <= 50 &&
      line.length <= 30 &&
      !TITLE.test(before) &&
      /信息|公开|20\d\d年/.test(before);
    if (isSecondHalf && TITLE.test(before + line) && YEAR.test(before + line) && !/[。；]/.test(before + line)) {
      lines[lines.length - 1] = before + line;
    } else lines.push(line);
  }
  return lines;
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
