import type { SectionId } from "@/lib/domain/format";
import { SECTION_IDS } from "@/lib/domain/section-ids";
import { FORMATS } from "@/lib/formats";

/** By what a section is known when its heading is worded or numbered in its own way. */
const SECTION_WORDS: readonly (readonly [SectionId, RegExp])[] = [
  ["overview", /总体情况|概述|基本情况|总体工作情况/],
  ["active", /主动公开/],
  ["requests", /收到和处理|依申请公开|信息公开申请/],
  ["litigation", /复议|诉讼/],
  ["problems", /问题|改进/],
  ["other", /其[他它].*(?:事项|情况|需要|说明)|需要(?:说明|报告)/],
];
const NUMBERED = /^(?:第?[一二三四五六七八九十][、.．,，]|第[一二三四五六]部分[、：:]?)\s*(.{2,})$/u;
const MAX_TITLE = 40;
/** A title with its text in the same line is shorter, or it is a sentence. */
const MAX_TITLE_BEFORE_TEXT = 24;
const TITLES = new Map(FORMATS.flatMap((format) => format.sections.map(({ id, title }) => [title, id] as const)));

export type SectionHeading = { ids: readonly SectionId[]; text: string };

/**
 * The sections whose heading a line may be, and the text that follows in the same line: 六、其他需要报告的事项：无。 Without
 * its number a heading must be worded as the form words it.
 */
export function readSectionHeading(line: string): SectionHeading | null {
  const exact = TITLES.get(line.replace(/\s+/g, ""));
  if (exact) return { ids: [exact], text: "" };
  const words = NUMBERED.exec(line)?.[1];
  if (words === undefined) return null;
  const { title, text } = splitTitle(words);
  if (title.length > (text === "" ? MAX_TITLE : MAX_TITLE_BEFORE_TEXT) || /[；]/u.test(title)) return null;
  const ids = SECTION_WORDS.filter(([, known]) => known.test(title)).map(([id]) => id);
  return ids.length === 0 ? null : { ids, text };
}

function splitTitle(words: string): { title: string; text: string } {
  const [title = "", ...rest] = words.split(/[：:。]/u);
  if (rest.length > 0) return { title, text: words.slice(title.length + 1).trim() };
  const [first = "", ...others] = words.split(" ");
  return TITLES.has(first) ? { title: first, text: others.join(" ") } : { title: words, text: "" };
}

/** True where `later` stands after `earlier` in every version of the form. */
export function isAfter(later: SectionId, earlier: SectionId): boolean {
  return SECTION_IDS.indexOf(later) > SECTION_IDS.indexOf(earlier);
}
