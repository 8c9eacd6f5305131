/** So many choices a select still offers at once; more are neither looked through nor sent to a page quickly. */
export const MOST_CHOICES = 200;

/**
 * What a select offers: everything, or, where that is too much, only what is `kept`: what is chosen already and what
 * the list beside it shows now, so that a search in the list brings others up.
 */
export function limitChoices<Choice extends { id: string }>(
  choices: readonly Choice[],
  kept: readonly (string | null | undefined)[],
): { offered: Choice[]; isCut: boolean } {
  if (choices.length <= MOST_CHOICES) return { offered: [...choices], isCut: false };
  const ids = new Set(kept);
  return { offered: choices.filter(({ id }) => ids.has(id)), isCut: true };
}
