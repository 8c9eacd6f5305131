import { readXml } from "@/lib/intake/read-xml";

type Level = { format: string; pattern: string; start: number };
export type ListItem = { list: string; level: number };

export type Numbering = {
  /** The list item that a paragraph style makes of its paragraphs. */
  ofStyle: (style: string) => ListItem | null;
  /** Counts the item on and gives the number that Word shows before it. */
  next: (item: ListItem) => string;
};

const MAX_LEVEL = 8;
const DIGITS = [..."〇一二三四五六七八九"];

/** The numbers that Word writes before headings and list items; the document's text does not hold them. */
export function readNumbering(numberingXml: string, stylesXml: string): Numbering {
  const { levelsOf, startsOf } = readLists(numberingXml);
  const styles = readStyles(stylesXml);
  const counts = new Map<string, number[]>();

  const ofStyle = (style: string, depth = 0): ListItem | null => {
    const found = styles.get(style);
    if (!found || depth > MAX_LEVEL) return null;
    return found.item ?? (found.base === "" ? null : ofStyle(found.base, depth + 1));
  };
  const next = ({ list, level }: ListItem): string => {
    const levels = levelsOf.get(list);
    const ownLevel = levels?.[level];
    if (!levels || !ownLevel) return "";
    const numbers = counts.get(list) ?? [];
    counts.set(list, numbers);
    const start = (at: number) => startsOf.get(`${list} ${at}`) ?? levels[at]?.start ?? 1;
    numbers[level] = (numbers[level] ?? start(level) - 1) + 1;
    numbers.length = level + 1;
    return ownLevel.pattern.replace(/%([1-9])/g, (_whole, digit: string) => {
      const at = Number(digit) - 1;
      return writeNumber(numbers[at] ?? start(at), levels[at]?.format ?? "decimal");
    });
  };
  return { ofStyle: (style) => ofStyle(style), next };
}

/** Each list's levels, from the pattern that it follows. */
function readLists(xml: string): { levelsOf: Map<string, Level[]>; startsOf: Map<string, number> } {
  const patterns = new Map<string, Level[]>();
  const levelsOf = new Map<string, Level[]>();
  const startsOf = new Map<string, number>();
  let pattern: Level[] = [];
  let level: Level | null = null;
  let list = "";
  let override = 0;
  for (const event of readXml(xml)) {
    if (event.kind !== "open") continue;
    const value = event.attributes["w:val"] ?? "";
    if (event.name === "w:abstractNum") {
      pattern = [];
      patterns.set(event.attributes["w:abstractNumId"] ?? "", pattern);
      list = "";
    } else if (event.name === "w:lvl" && list === "") {
      level = { format: "decimal", pattern: "", start: 1 };
      const at = Number(event.attributes["w:ilvl"]);
      if (at >= 0 && at <= MAX_LEVEL) pattern[at] = level;
    } else if (event.name === "w:numFmt" && level) level.format = value;
    else if (event.name === "w:lvlText" && level) level.pattern = value;
    else if (event.name === "w:start" && level) level.start = Number(value) || 0;
    else if (event.name === "w:num") {
      list = event.attributes["w:numId"] ?? "";
      level = null;
    } else if (event.name === "w:abstractNumId" && list !== "") levelsOf.set(list, patterns.get(value) ?? []);
    else if (event.name === "w:lvlOverride") override = Number(event.attributes["w:ilvl"]);
    else if (event.name === "w:startOverride") startsOf.set(`${list} ${override}`, Number(value) || 0);
  }
  return { levelsOf, startsOf };
}

function readStyles(xml: string): Map<string, { base: string; item: ListItem | null }> {
  const styles = new Map<string, { base: string; item: ListItem | null }>();
  let open: { base: string; item: ListItem | null } | null = null;
  let level = 0;
  for (const event of readXml(xml)) {
    if (event.kind !== "open") continue;
    const value = event.attributes["w:val"] ?? "";
    if (event.name === "w:style") {
      open = { base: "", item: null };
      level = 0;
      styles.set(event.attributes["w:styleId"] ?? "", open);
    } else if (event.name === "w:basedOn" && open) open.base = value;
    else if (event.name === "w:ilvl" && open) level = Number(value) || 0;
    else if (event.name === "w:numId" && open && value !== "0") open.item = { list: value, level };
  }
  return styles;
}

function writeNumber(value: number, format: string): string {
  if (format === "bullet" || format === "none") return "";
  if (/chinese|japaneseCounting|ideograph|taiwaneseCounting/i.test(format)) return inChinese(value);
  if (format === "lowerLetter") return String.fromCharCode(96 + (((value - 1) % 26) + 1));
  if (format === "upperLetter") return String.fromCharCode(64 + (((value - 1) % 26) + 1));
  return String(value);
}

function inChinese(value: number): string {
  if (value < 10) return DIGITS[value] ?? String(value);
  if (value >= 100) return String(value);
  const tens = Math.floor(value / 10);
  return `${tens === 1 ? "" : (DIGITS[tens] ?? "")}十${value % 10 === 0 ? "" : (DIGITS[value % 10] ?? "")}`;
}
