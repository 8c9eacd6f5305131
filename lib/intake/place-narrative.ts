import { EMPTY_TEXT, isEmptyTextNote } from "@/lib/domain/empty-text";
import type { Format, SectionId } from "@/lib/domain/format";
import type { InterchangeReport } from "@/lib/domain/interchange";

export type PlacedNarrative = Required<Pick<InterchangeReport, "narrative" | "outline">>;

type OpenHeading = { key: string; level: number; children: number };

/**
 * Sorts a section's lines under its headings: （一）, then 1., then （1）. A heading is a short line without a full stop;
 * "（一）主动公开。2021年…" is a heading with its text behind it.
 */
export function placeNarrative(sections: ReadonlyMap<SectionId, readonly string[]>, format: Format): PlacedNarrative {
  const narrative: Record<string, string> = {};
  const outline: PlacedNarrative["outline"] = [];
  for (const section of format.sections) {
    const lines = sections.get(section.id);
    if (!lines || section.kind !== "narrative") continue;
    const path: OpenHeading[] = [{ key: section.id, level: 0, children: 0 }];
    for (const line of lines) {
      if (isEmptyTextNote(line)) continue;
      const heading = readHeading(line);
      if (!heading) {
        append(narrative, path.at(-1)?.key ?? section.id, line);
        continue;
      }
      while ((path.at(-1)?.level ?? 0) >= heading.level) path.pop();
      const parent = path.at(-1);
      if (!parent) continue;
      parent.children += 1;
      const key = `${parent.key}.${parent.children}`;
      outline.push({ key, section: section.id, level: path.length, number: heading.number, title: heading.title });
      path.push({ key, level: heading.level, children: 0 });
      if (heading.rest !== "") append(narrative, key, heading.rest);
    }
    // A heading with nothing below it is not the same as a section that the file does not hold.
    const isHeld = lines.every((line) => line.replace(/\s/g, "") !== EMPTY_TEXT.absent);
    if (path.length === 1 && isHeld && narrative[section.id] === undefined) narrative[section.id] = "";
  }
  return { narrative, outline };
}

function append(narrative: Record<string, string>, key: string, line: string): void {
  const before = narrative[key];
  narrative[key] = before === undefined ? line : `${before}\n${line}`;
}

const NUMBERS: readonly (readonly [level: number, pattern: RegExp])[] = [
  [1, /^[（(][一二三四五六七八九十]{1,3}[）)]、?/u],
  [2, /^\d{1,2}(?:[.．](?!\d)|、)/u],
  [3, /^[（(]\d{1,2}[）)]/u],
];
const MAX_TITLE = 36;

function readHeading(line: string): { level: number; number: string; title: string; rest: string } | null {
  for (const [level, pattern] of NUMBERS) {
    const number = pattern.exec(line)?.[0];
    if (number === undefined) continue;
    const text = line.slice(number.length).trim();
    const [title = "", ...others] = text.split(/[。：:]/u);
    const rest = text.slice(title.length + 1).trim();
    const isShort = title.length > 0 && title.length <= MAX_TITLE;
    if (isShort && others.length === 0 && !/[；;，,]$/u.test(title)) return { level, number, title, rest: "" };
    // A title with text behind it is shorter still, or it is the first sentence of a numbered paragraph.
    if (isShort && title.length <= 16 && !/[，,；;\d]/u.test(title) && rest !== "")
      return { level, number, title, rest };
    return null;
  }
  return null;
}
