import { type Indicator, unitsGiving } from "@/lib/domain/cycle";

/** Whether a unit answers for an indicator or fills it in. */
export function isConcerned({ organisationId, alsoFrom = [] }: Indicator, unitId: string): boolean {
  return organisationId === unitId || alsoFrom.includes(unitId);
}

/**
 * Indicators with other units in the stead of some, by `inStead`: the next unit that gives one answers for it where there
 * is nobody in the stead of the first, and one without units goes, with the ratios that follow from it.
 */
export function indicatorsInStead(before: readonly Indicator[], inStead: (id: string) => string[]): Indicator[] {
  const kept = before.flatMap((indicator) => {
    const units = [indicator.organisationId, ...(indicator.alsoFrom ?? [])].flatMap(inStead);
    const [organisationId, ...alsoFrom] = new Set(units);
    return organisationId ? [{ ...indicator, organisationId, alsoFrom }] : [];
  });
  return kept.filter((indicator) => faultOfRatio(indicator, kept) === null);
}

/**
 * The units that are told of a changed indicator: those that give it or did, where its words or units are other ones. Its
 * place is no news, nor how it is rolled up; `before` is null where it is new.
 */
export function unitsToldOfIndicator(before: Indicator | null, after: Indicator): string[] {
  const [gave, give] = [before ? unitsGiving(before) : [], unitsGiving(after)];
  const units = [...new Set([...gave, ...give])];
  const wordsOf = ({ label, unit, isApproximate, help = "" }: Indicator) =>
    JSON.stringify([label, unit, isApproximate, help]);
  if (!before || wordsOf(before) !== wordsOf(after)) return units;
  return units.filter((unit) => gave.includes(unit) !== give.includes(unit));
}

/** The keys of indicators of which a unit's own value is not the district's. */
export function sharedIndicatorKeys(indicators: readonly Indicator[]): ReadonlySet<string> {
  const shared = indicators.filter((indicator) => unitsGiving(indicator).length > 1 || indicator.rollsUp === "none");
  return new Set(shared.map(({ key }) => `indicators.${key}`));
}

/** Why an indicator cannot follow from these two; null where it can. */
export function faultOfRatio(
  indicator: Pick<Indicator, "key" | "rollsUp" | "ratioOf">,
  all: readonly Indicator[],
): "ratio_parts" | null {
  if (indicator.rollsUp !== "ratio") return null;
  const [over, under, ...more] = indicator.ratioOf ?? [];
  if (!over || !under || over === under || more.length > 0) return "ratio_parts";
  const rolledUp = all.filter(({ key, rollsUp }) => key !== indicator.key && rollsUp !== "ratio" && rollsUp !== "none");
  return [over, under].every((key) => rolledUp.some((other) => other.key === key)) ? null : "ratio_parts";
}

/** The ratios that follow from an indicator: it stays, and stays a number, as long as there are any. */
export function ratiosOn(key: string, all: readonly Indicator[]): Indicator[] {
  return all.filter((indicator) => indicator.rollsUp === "ratio" && indicator.ratioOf?.includes(key));
}
