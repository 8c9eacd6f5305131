/**
 * What a document prints in the place of text or figures that it does not have: a source that says nothing, a file that
 * does not hold the part, and a draft that is not written yet are three different things.
 */
export const EMPTY_TEXT = {
  /** The source has the heading and nothing below it. */
  blank: "（原文此处没有文字。）",
  /** The file that was read does not hold this part. */
  absent: "（没有提供这一部分的文字。）",
  unwritten: "（还没有文字。）",
  noFigures: "（没有提供这一部分的数据。）",
} as const;

const NOTES: ReadonlySet<string> = new Set(Object.values(EMPTY_TEXT));

/** True for a line that stands for missing text: whoever reads the document again must not take it for the text. */
export function isEmptyTextNote(line: string): boolean {
  return NOTES.has(line.replace(/\s/g, ""));
}
