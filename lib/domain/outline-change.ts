import type { OutlineHeading } from "@/lib/domain/cycle";

/**
 * The units that are told of a changed heading: those that write under it or did, where its words or its writers are
 * other ones. Its place, and whether last year's text may be used again, are no news; `before` or `after` is null where it
 * is new or gone.
 */
export function unitsToldOfHeading(before: OutlineHeading | null, after: OutlineHeading | null): string[] {
  const units = [...new Set([...(before?.owners ?? []), ...(after?.owners ?? [])])];
  if (!before || !after) return units;
  const wordsOf = ({ number, title, level, help = "" }: OutlineHeading) => JSON.stringify([number, title, level, help]);
  if (wordsOf(before) !== wordsOf(after)) return units;
  return units.filter((unit) => before.owners.includes(unit) !== after.owners.includes(unit));
}
