/** Where a clerk's sentence says `{77→75}` the tables say 77 and a careless one writes 75. */
const CHOICE = /\{([^→}]*)→([^}]*)\}/g;

export function rightSentence(template: string): string {
  return template.replace(CHOICE, "$1");
}

/** The sentence once for each of its choices, that one wrong and the others right. */
export function wrongSentences(template: string): string[] {
  return Array.from(template.matchAll(CHOICE), (_, wrongAt) => {
    let at = -1;
    return template.replace(CHOICE, (_whole, right: string, wrong: string) => {
      at += 1;
      return at === wrongAt ? wrong : right;
    });
  });
}

/** A number in braces is one that the tables know. */
const KNOWN = /\{([\d,.]+|[一二两三四五六七八九十分之]+)\}/g;

export function withoutBraces(template: string): string {
  return template.replace(KNOWN, "$1");
}

/** The sentence once for each number in braces, that one more or less by one and the others right. */
export function changedByOne(template: string): string[] {
  return Array.from(template.matchAll(KNOWN), (_, wrongAt) => {
    let at = -1;
    return template.replace(KNOWN, (_whole, right: string) => {
      at += 1;
      return at === wrongAt ? nextTo(right) : right;
    });
  });
}

/** 497 becomes 498, 36.42 becomes 37.42 and 十九 becomes 十八; nines would change more than one digit. */
function nextTo(number: string): string {
  const [whole = "", decimals] = number.split(".");
  const last = whole.at(-1) ?? "";
  return `${whole.slice(0, -1)}${NEXT.get(last) ?? last}${decimals === undefined ? "" : `.${decimals}`}`;
}

const NEXT = new Map<string, string>([
  ...[..."0123456789"].map((digit, index): [string, string] => [digit, index === 9 ? "8" : String(index + 1)]),
  ...[..."一二三四五六七八九"].map((digit, index): [string, string] => [
    digit,
    [..."二三四五六七八九八"][index] ?? digit,
  ]),
  ["两", "三"],
  ["十", "十一"],
]);
