import { type Indicator, unitsGiving } from "@/lib/domain/cycle";
import { addDecimals, compareDecimals, divideDecimals, multiplyDecimals } from "@/lib/domain/decimal";
import { canonicalDecimal, type DecimalText, readFigure } from "@/lib/domain/figure";
import type { IndicatorRollUp } from "@/lib/domain/indicator-roll-up";
import type { SourceVersion } from "@/lib/domain/version";

/** What one of several units gave; null where nothing of it is approved yet, or it left the field empty. */
type IndicatorPart = { organisationId: string; value: string | null };

/** An indicator's value in the district, and what each unit gave for it. */
type RolledUpIndicator = { value: string | null; parts: readonly IndicatorPart[] };

type Given = { value: DecimalText; submittedAt: Date };

/** A ratio whose measure is one of these is given in hundredths or thousandths. */
const FACTORS: Readonly<Record<string, DecimalText>> = { "%": "100", "％": "100", "‰": "1000" };

/**
 * What each indicator comes to in the district, exact: a ratio alone is rounded, to its decimals. Empty fields add nothing;
 * with none filled in there is no value, which is not zero.
 */
export function rollUpIndicators(
  indicators: readonly Indicator[],
  versions: readonly Pick<SourceVersion, "organisationId" | "content" | "submittedAt">[],
): ReadonlyMap<string, RolledUpIndicator> {
  const result = new Map<string, RolledUpIndicator>();
  for (const indicator of indicators) {
    if (indicator.rollsUp === "ratio") continue;
    result.set(indicator.key, rollUpGiven(indicator, versions));
  }
  for (const indicator of indicators) {
    if (indicator.rollsUp !== "ratio") continue;
    result.set(indicator.key, { value: ratioOf(indicator, result), parts: [] });
  }
  return result;
}

function rollUpGiven(
  indicator: Indicator,
  versions: readonly Pick<SourceVersion, "organisationId" | "content" | "submittedAt">[],
): RolledUpIndicator {
  const cellKey = `indicators.${indicator.key}`;
  const given: Given[] = [];
  const units = unitsGiving(indicator);
  const parts = units.map((organisationId): IndicatorPart => {
    const version = versions.find((one) => one.organisationId === organisationId && cellKey in one.content.figures);
    const value = version?.content.figures[cellKey] ?? null;
    const figure = readFigure(value);
    if (version && figure.kind === "number") given.push({ value: figure.value, submittedAt: version.submittedAt });
    return { organisationId, value };
  });
  const rollsUp = indicator.rollsUp ?? "sum";
  if (rollsUp === "none" || rollsUp === "ratio") return { value: null, parts };
  // What one unit gives is printed as it gave it, also where it says that the indicator does not apply.
  if (units.length === 1) return { value: parts[0]?.value ?? null, parts };
  return { value: given.length === 0 ? null : valueOfGiven(rollsUp, given), parts };
}

function valueOfGiven(
  rollsUp: Exclude<IndicatorRollUp, "ratio" | "none">,
  given: readonly Given[],
): DecimalText | null {
  if (rollsUp === "sum") return addDecimals(given.map(({ value }) => value));
  const chosen = given.reduce((best, next) => {
    const isBetter =
      rollsUp === "maximum" ? compareDecimals(next.value, best.value) > 0 : next.submittedAt >= best.submittedAt;
    return isBetter ? next : best;
  });
  return chosen.value;
}

function ratioOf(indicator: Indicator, rolledUp: ReadonlyMap<string, RolledUpIndicator>): DecimalText | null {
  const [over, under] = (indicator.ratioOf ?? []).map((key) => readFigure(rolledUp.get(key)?.value));
  if (over?.kind !== "number" || under?.kind !== "number") return null;
  const factor = FACTORS[indicator.unit] ?? "1";
  const ratio = divideDecimals(multiplyDecimals(over.value, factor), under.value, indicator.decimals ?? 2);
  return ratio === null ? null : canonicalDecimal(ratio);
}
