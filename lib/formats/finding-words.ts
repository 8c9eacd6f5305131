import type { Finding } from "@/lib/domain/check/finding";
import { englishLabels } from "@/lib/formats/english-labels";

type Locale = "zh-CN" | "en";

/** What findings call things that no label of a form is called. */
const WORDS: Readonly<Record<string, string>> = {
  "（二）部分公开": "(2) Granted in part",
  "一、本年新收": "1. Requests received",
  "一、新收": "1. Requests received",
  "二、上年结转": "2. Carried in",
  新收加上年结转: "Received and carried in",
  "三（七）总计": "3 (7) Total",
  "四、结转下年度": "4. Carried out",
  "（一）至（六）": "(1) to (6)",
  自然人至其他六列: "The six columns of applicants",
  "维持、纠正、其他、未审结": "upheld, corrected, other, pending",
  现行有效: "In force",
  本年制发: "issued this year",
  本年废止: "repealed this year",
  其他组织: "Other organisations",
  其余申请人: "The other applicants",
  其他处理: "Other handling",
  行政复议和行政诉讼: "Administrative reviews and lawsuits",
  其余结果: "The other results",
  其余办理结果: "The other outcomes",
  文中各项相加: "Parts in the text",
  文中的合计: "Total in the text",
  主动公开: "Proactive disclosure",
  依申请公开: "Disclosure on request",
  政府信息管理: "Management of government information",
  平台建设: "Platforms",
  政府信息公开平台建设: "Platforms of disclosure",
  监督保障: "Supervision and safeguards",
  "国办公开办函〔2019〕60号": "notice [2019] No. 60",
  "国办公开办函〔2021〕30号": "notice [2021] No. 30",
};

/** The longest first: a label may begin with another. */
const PHRASES = Object.entries({ ...englishLabels, ...WORDS })
  .filter(([phrase]) => phrase.length > 1)
  .toSorted(([left], [right]) => right.length - left.length);
const NUMERALS = "零一二三四五六";

/** What the rules call a thing, in the reader's language; an office's own words stay as they are. */
export function inLanguage(words: string, locale: Locale): string {
  if (locale === "zh-CN" || !/\p{Script=Han}/u.test(words)) return words;
  const whole = englishLabels[words];
  if (whole !== undefined) return whole;
  const quoted = /^文中(“.*”)$/su.exec(words);
  if (quoted) return `Text ${quoted[1]}`;
  const english = PHRASES.reduce((text, [phrase, word]) => text.replaceAll(phrase, ` ${word} `), words)
    .replace(
      /([一二三四五六])[、·（(]?(?=[^\p{Script=Han}]|$)/gu,
      (_all, numeral: string) => `${NUMERALS.indexOf(numeral)}. `,
    )
    .replace(/(\d{4})年/g, "$1: ")
    .replace(/\s*·\s*/g, " · ")
    .replace(/\s*、\s*/g, ", ")
    .replace(/\s*：\s*/g, ": ")
    .replace(/\s+/g, " ")
    .trim();
  return /\p{Script=Han}/u.test(english) ? words : english;
}

/** Words that are somebody's own and are told as they stand. */
const OWN = new Set(["quote", "found", "heading", "word"]);

/** The finding with everything that it names in the reader's language. */
export function findingInLanguage(finding: Finding, locale: Locale): Finding {
  if (locale === "zh-CN") return finding;
  const values = Object.entries(finding.values).map(([name, value]): [string, string | number] => [
    name,
    typeof value === "string" && !OWN.has(name) ? inLanguage(value, locale) : value,
  ]);
  return {
    ...finding,
    values: Object.fromEntries(values),
    terms: finding.terms.map(({ label, value }) => ({ label: inLanguage(label, locale), value })),
  };
}
