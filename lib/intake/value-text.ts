/** What stands where a figure should: a number in any dress, a stroke, or a word for none. */
const MARK = /^(?:[-−－—–―/／\\*]+|无|零|空|暂无|没有)$/u;
/** "3.危及" and "（二）部分公开" are numbered labels, not numbers. */
const NUMBERED = /^[(（]?\d{1,2}(?:[.、．)）]|\s)\s*\p{Script=Han}/u;

/** True for text that is written where a figure belongs; labels and sentences are not. */
export function isValue(text: string): boolean {
  return isMark(text) || isNumberLike(text);
}

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
