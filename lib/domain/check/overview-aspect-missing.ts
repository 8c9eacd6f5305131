import type { Check } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { fullTexts, joinedText } from "@/lib/domain/check/subject-texts";

/** By what words a text is recognised to speak of an aspect; those of a heading may be looser than those of a sentence. */
const ASPECTS: readonly { name: RegExp; title: RegExp; text: RegExp }[] = [
  { name: /主动公开/, title: /主动公开|信息公开情况|重点领域/, text: /主动公开|(?:发布|公开|公布)[^。；]{0,40}信息/ },
  { name: /依申请/, title: /依申请|申请公开|公开申请/, text: /依申请|公开申请|申请公开|申请人|件申请/ },
  {
    name: /信息管理/,
    title: /信息管理|信息的?规范|规范性文件|信息资源|动态管理/,
    text: /信息管理|管理政府信息|公开属性|属性源头|保密审查|发布审[查核]|三审三校|动态调整|规范性文件[^。；]{0,20}(?:清理|管理|公开|备案)|公文[^。；]{0,12}属性/,
  },
  {
    name: /平台/,
    title: /平台|网站|渠道|载体|新媒体/,
    text: /平台建设|门户网站|政府网站|政务新媒体|公众号|政府公报|公开专栏/,
  },
  {
    name: /监督保障/,
    title: /监督|考核|评议|公开培训|业务培训|(?<!社会)保障(?!性|房)/,
    text: /监督保障|考核|社会评议|责任追究|追究责任|第三方评估|(?:公开|业务|专题)(?:工作)?培训|组织领导|专题会|监督检查/,
  },
];

/** 本报告由总体情况、主动公开…等部分组成 names chapters and says nothing of what they are about. */
function withoutContents(text: string): string {
  return text
    .split(/(?<=[。\n])/u)
    .filter(
      (sentence) =>
        !(/报告|全文/u.test(sentence) && /包括|组成|构成|分为|包含|内容/u.test(sentence) && CHAPTERS.test(sentence)),
    )
    .join("");
}

const CHAPTERS = /总体情况[^。]{0,60}(?:主动公开|申请)[^。]{0,80}(?:复议|诉讼|问题)/u;

/** Section 一 speaks of each of the aspects that the notice names. */
export const overviewAspectMissing: Check = {
  rule: "OVERVIEW-ASPECT-MISSING",
  version: 1,
  severity: "warning",
  holdsFrom: "2019-11-23",
  source: "国办公开办函〔2019〕60号、〔2021〕30号 第一部分",
  formats: null,
  check: (subject) => {
    if (subject.level === "unit" || !subject.sections.includes("overview")) return [];
    const written = joinedText(subject, "overview");
    if (written === "") return [];
    const text = withoutContents(written);
    const titles = fullTexts(subject, "overview").map((heading) => heading.title);
    return subject.format.overviewAspects
      .filter((aspect) => {
        const words = ASPECTS.find((candidate) => candidate.name.test(aspect));
        if (!words) return false;
        return !words.text.test(text) && !titles.some((title) => words.title.test(title));
      })
      .map((aspect) =>
        newFinding({
          rule: "OVERVIEW-ASPECT-MISSING",
          severity: "warning",
          sectionId: "overview",
          expected: aspect,
          messageKey: "aspect_missing",
          values: { aspect },
        }),
      );
  },
};
