import type { Db } from "@/db/connect";
import { getDistrictName } from "@/db/queries/offices";
import { listUnits } from "@/db/queries/organisations";
import type { Actor } from "@/lib/domain/access";
import type { OpenCycleInput } from "@/lib/domain/inputs/cycle";
import type { YearBefore } from "@/lib/domain/next-year";
import type { Organisation } from "@/lib/domain/organisation";
import { Refusal } from "@/lib/domain/refusal";
import type { TakenOver } from "@/lib/domain/taken-over";
import { listPreviousOfUnits } from "@/lib/services/previous-of-units";

type Reporters = { units: Organisation[]; office: Organisation; districtName: string };

/** The active units, which all report; `no_units` for a district without an office. */
export async function getReporters(tx: Db, { districtId }: Actor): Promise<Reporters> {
  const [all, districtName] = await Promise.all([listUnits(tx, { districtId }), getDistrictName(tx, { districtId })]);
  const units = all.filter((unit) => unit.isActive);
  const office = units.find((unit) => unit.kind === "office");
  if (!office || !districtName) throw new Refusal("no_units");
  return { units, office, districtName };
}

/** A unit as it enters the year. */
export type Reporter = { id: string; exemptReason: string | null; takenOver: TakenOver };

/**
 * How each unit stands in the year: exempt again, and what it goes on with of units that have gone. Refuses a unit that is not
 * there with `not_found`, and one that has gone without its figures being known with `taken_over_unknown`.
 */
export async function listReporters(
  tx: Db,
  actor: Actor,
  of: { units: readonly Organisation[]; before: YearBefore | null; input: OpenCycleInput },
): Promise<Reporter[]> {
  const { year, takesOver = {}, exempt = [] } = of.input;
  const activeIds = new Set(of.units.map((unit) => unit.id));
  const unitBefore = new Map(of.before?.units.map((unit) => [unit.organisationId, unit]));
  const pairs = Object.entries(takesOver).filter(([, successor]) => successor !== "");
  if (pairs.some(([gone, successor]) => activeIds.has(gone) || !unitBefore.has(gone) || !activeIds.has(successor))) {
    throw new Refusal("not_found");
  }
  if (exempt.some((id) => !activeIds.has(id) || !unitBefore.get(id)?.exemptReason)) throw new Refusal("not_found");

  const previousOf = await listPreviousOfUnits(tx, actor, { year, organisationIds: pairs.map(([gone]) => gone) });
  const counted = pairs.filter(([gone]) => unitBefore.get(gone)?.exemptReason === null);
  const unknown = counted.find(([gone]) => !previousOf.has(gone));
  if (unknown) throw new Refusal("taken_over_unknown", { unit: unitBefore.get(unknown[0])?.name ?? "" });
  return of.units.map(({ id }) => ({
    id,
    exemptReason: exempt.includes(id) ? (unitBefore.get(id)?.exemptReason ?? null) : null,
    takenOver: counted.flatMap(([gone, successor]) => {
      const previous = previousOf.get(gone);
      if (successor !== id || !previous) return [];
      const { formatId, figures, texts } = previous;
      const name = unitBefore.get(gone)?.name ?? "";
      return [{ organisationId: gone, name, year: previous.year, formatId, figures: { ...figures }, texts }];
    }),
  }));
}
