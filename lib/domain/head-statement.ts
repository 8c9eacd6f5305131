/**
 * What a unit's head answers for with a signature, in the order in which it is asked: nothing was left out, figures and
 * texts agree with the records, nothing was withheld against the regulations (条例 articles 13 to 16), fees are right
 * (article 42), and only matters of this unit are counted.
 */
export const HEAD_STATEMENTS = ["complete", "accurate", "withheld", "fees", "scope"] as const;
export type HeadStatement = (typeof HEAD_STATEMENTS)[number];

/** One answer. What does not hold has a reason, which the office reads; what holds has none. */
export type HeadAnswer = { statement: HeadStatement; holds: boolean; reason: string | null };

/** The answers that say no. A section that is signed with one of them is looked at alone. */
export function listReservations(answers: readonly HeadAnswer[]): HeadAnswer[] {
  return answers.filter(({ holds }) => !holds);
}
