/** What stands where a figure should: a number in any dress, a stroke, or a word for none. */
const MARK = /^(?:[-−－—–―/／\\*]+|无|零|空|暂无|没有)$/u;
/** "3.危及" and "（二）部分公开" are numbered labels, not numbers. */
const NUMBERED = /^[(（]?\d{1,2}(?:[.、．)）]|\s)\s*\p{Script=Han}/u;

/** True for text that is written where a figure belongs; labels and sentences are not. */
export function isValue(text: string): boolean {
  return isMark(text) || isNumberLike(text);
}

/** True for what stands in a cell on purpose where there is no number: a stroke, or a word for none (无, 暂无). */
export function isMark(text: string): boolean {
  return MARK.test(text.trim());
}

/** Begins with a number; a unit or a remark may follow. */
export function isNumberLike(text: string): boolean {
  const plain = text.normalize("NFKC").trim();
  return (
    plain.length <= 40 && /^[^\p{Script=Han}]*\d/u.test(plain) && !NUMBERED.test(plain) && !/[。；，]/u.test(plain)
  );
}

/** What follows a number that is a date or names an article, a list or a document, and what stands before one. */
const NAMES_BEHIND = /^(?:年|月|日|条|款|项|号|[、．)）\]〕]|\.\s*\p{Script=Han})/u;
const NAMES_BEFORE = /[第〔[(（]$/u;
/** A cell of a table is shorter; in a longer text numbers are words of it. */
const LONGEST_CELL = 400;

/** How many numbers a cell holds beside or instead of words. */
export function countNumbers(text: string): number {
  if (isNumberLike(text)) return 1;
  const plain = text
    .slice(0, LONGEST_CELL)
    .normalize("NFKC")
    .replace(/^\s*[(（]?\d{1,2}[.、．)）]/u, "");
  return Array.from(plain.matchAll(/\d+(?:[,.]\d+)*/g)).filter(({ 0: digits, index }) => {
    const behind = plain.slice(index + digits.length, index + digits.length + 8);
    return !NAMES_BEHIND.test(behind) && !NAMES_BEFORE.test(plain.slice(0, index));
  }).length;
}
