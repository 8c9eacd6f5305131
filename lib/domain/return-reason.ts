/** A usual reason for a return, in the office's own words. */
export type ReturnReason = { id: string; body: string; updatedByName: string; updatedAt: Date };

/** More than these nobody looks through. */
export const MOST_RETURN_REASONS = 30;

/** Where a usual reason was put into what is written already, and where one goes on writing. */
export type Inserted = { text: string; caret: number };

/**
 * Puts a usual reason where the caret is, in place of what is selected. Sentences stand on each other; after a letter or
 * digit that ends no sentence, a line begins.
 */
export function insertReason(text: string, selection: { start: number; end: number }, body: string): Inserted {
  const before = text.slice(0, selection.start);
  const joint = /[\p{L}\p{N}]$/u.test(before) ? "\n" : "";
  const caret = before.length + joint.length + body.length;
  return { text: `${before}${joint}${body}${text.slice(selection.end)}`, caret };
}
