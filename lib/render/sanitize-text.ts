/** Breaks and tabs inside a paragraph print as one space, as a browser would draw them. */
const BREAKS = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g;

/**
 * Marks without a printed form. Direction marks can turn "12" into "21" on paper, so the text is printed in the order
 * in which it is stored; the others are left behind by word processors and only break searching.
 */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;

/** What no file type may hold as text: control characters, noncharacters and halves of a surrogate pair. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{10fffe}\u{10ffff}]/gu;

/**
 * The text as every writer prints it. A character that cannot be printed shows as "□", which every font has, so that whoever reads the
 * draft sees that something stood there.
 */
export function sanitizeText(text: string): string {
  return text.replace(BREAKS, " ").replace(INVISIBLE, "").replace(UNPRINTABLE, "□");
}

/** Every text of a value made printable. */
export function sanitizeDocument<Value>(value: Value): Value {
  return mapTexts(value, sanitizeText);
}

/** The same value with every text changed; keys are the product's own and stay. */
export function mapTexts<Value>(value: Value, change: (text: string) => string): Value;
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item, change));
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
  }
  return value;
}
