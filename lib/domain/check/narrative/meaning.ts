import type { Quantity } from "@/lib/domain/check/narrative/quantity";

/**
 * What a tied number stands among: applicants, outcomes or the results of cases. 其他 after some of them is what the
 * form calls so, or all the rest.
 */
export type Listed = {
  of: "columns" | "outcomes" | "results";
  /** The rows (of columns) or groups of cases (of results) that the listed ones are of; each alone may be meant. */
  under: readonly (readonly string[])[];
  named: readonly string[];
};

/** The quantities that the words may mean, the plainest first. Every one of them makes the number right. */
export type Meaning = {
  accepted: readonly Quantity[];
  others: readonly Quantity[];
  listed: Listed | null;
  /** The word is also said of the other quantities (办理 of what was concluded): those are asked about, not wrong. */
  isLoose?: boolean;
  /** Nothing ties the number to them without doubt: only a slip away from one of them is it asked about. */
  isLikely?: boolean;
  /** The words name one thing so closely that even a small number is most likely meant for it. */
  isClose?: boolean;
  /** It may be of the office alone: only a number next to the whole one is held against it. */
  isMaybePart?: boolean;
};

/** Quantities that the form has; null when it has none of them. */
export function meaningOf(
  accepted: readonly (Quantity | null)[],
  others: readonly (Quantity | null)[] = [],
  listed: Listed | null = null,
): Meaning | null {
  const known = accepted.filter((quantity) => quantity !== null);
  if (known.length === 0) return null;
  return { accepted: known, others: others.filter((quantity) => quantity !== null), listed };
}

/** What may be meant in two ways: every quantity of either makes the number right. */
export function eitherOf(one: Meaning | null, other: Meaning | null): Meaning | null {
  if (!one || !other) return one ?? other;
  return { ...one, accepted: [...one.accepted, ...other.accepted] };
}
