/** Why a password is easy to guess. */
export type PasswordWeakness = "common" | "names" | "repeats" | "sequence";

/** So many characters beside what can be guessed are no protection. */
const FEW = 6;
/** Shorter words than a name of two Chinese characters are not compared with a password. */
const SHORTEST_NAME = 2;
/** Rows of the keyboard, and columns as they are typed down. */
const KEYBOARD = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p"];

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/**
 * Says what is wrong with a new password, or null. It asks for no classes of signs: it refuses what lists of common
 * passwords hold, what repeats or counts up, and what is made of names that anybody knows.
 *
 * @param names the account, the person, their units and district, the product
 * @param isCommon whether a list of common and breached passwords holds this text, given in small letters
 */
export function passwordWeakness(
  password: string,
  { names, isCommon }: { names: readonly string[]; isCommon: (text: string) => boolean },
): PasswordWeakness | null {
  const folded = fold(password);
  if (isRepeated(folded)) return "repeats";
  if (lengthOutsideRuns(folded) < FEW) return "sequence";
  if (isNearlyCommon(folded, isCommon)) return "common";
  if (isMadeOfNames(folded, names)) return "names";
  return null;
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** The same few characters, or one piece again and again. */
function isRepeated(text: string): boolean {
  if (new Set(text).size <= 3) return true;
  for (let length = 1; length <= text.length / 2; length += 1) {
    if (
      text ===
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .slice(0, text.length)
    )
      return true;
  }
  return false;
}

/** How many characters stand outside of runs like 1234, dcba or qwer. */
function lengthOutsideRuns(text: string): number {
  let outside = 0;
  for (let at = 0; at < text.length; ) {
    const length = Math.max(countingRun(text, at), keyboardRun(text, at));
    if (length < 3) outside += 1;
    at += length < 3 ? 1 : length;
  }
  return outside;
}

function countingRun(text: string, at: number): number {
  const step = text.charCodeAt(at + 1) - text.charCodeAt(at);
  if (Math.abs(step) > 1) return 1;
  let length = 1;
  while (text.charCodeAt(at + length) - text.charCodeAt(at + length - 1) === step) length += 1;
  return length;
}

function keyboardRun(text: string, at: number): number {
  const rows = KEYBOARD.flatMap((row) => [row, [...row].toReversed().join("")]);
  let length = 1;
  while (at + length < text.length && rows.some((row) => row.includes(text.slice(at, at + length + 1)))) length += 1;
  return length;
}

/** A password of the list with little before or after it, however it is written. */
function isNearlyCommon(text: string, isCommon: (text: string) => boolean): boolean {
  const word = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const isMostOfIt = word.length >= 4 && text.length - word.length <= FEW;
  const candidates = isMostOfIt ? [text, word] : [text];
  return candidates.some((candidate) => isCommon(candidate) || isCommon(withoutLookAlikes(candidate)));
}

function withoutLookAlikes(text: string): string {
  return [...text].map((sign) => LOOK_ALIKES[sign] ?? sign).join("");
}

function isMadeOfNames(text: string, names: readonly string[]): boolean {
  const known = names.map(fold).filter((name) => name.length >= SHORTEST_NAME);
  const longestFirst = known.toSorted((left, right) => right.length - left.length);
  const rest = longestFirst.reduce((left, name) => left.replaceAll(name, ""), text);
  return rest.length < text.length && rest.length < FEW;
}
