import { has, type Phrase } from "@/lib/domain/check/narrative/phrase";

/** Where a sentence takes apart what is one cell of the form, the number of a part is none of the cell. */
const SPLITS: readonly { when: RegExp; holds: (phrase: Phrase) => boolean }[] = [
  {
    // 信息不存在 and 不属于本机关 are one row: 本机关不掌握相关政府信息.
    when: /不存在|未制作|未获取/u,
    holds: (phrase) =>
      // 信息不存在或不属于本机关 names both.
      !phrase.words.some(({ word }) => /不存在(?:或者?|、|和|及)/u.test(word)) &&
      phrase.words.some(({ tag }) => tag.kind === "outcome" && tag.rows.join() === "unavailable_not_held"),
  },
  { when: /(?<!废止[、和及或]?)失效/u, holds: (phrase) => columnIs(phrase, "repealed") },
  { when: /修改|修订/u, holds: (phrase) => columnIs(phrase, "made") },
  // A clean-up looks at documents of its own choice.
  { when: /清理/u, holds: (phrase) => has(phrase, "document") },
];

/** True where the sentence divides what one cell counts, so that its number is only a part of that cell's. */
export function isSplit(phrase: Phrase, sentence: string): boolean {
  return SPLITS.some(({ when, holds }) => holds(phrase) && when.test(sentence));
}

function columnIs(phrase: Phrase, column: "made" | "repealed"): boolean {
  return phrase.words.some(({ tag }) => tag.kind === "document" && tag.column === column);
}
