import { type Db, withActor } from "@/db/connect";
import { listLargestContributions } from "@/db/queries/contributions";
import { getCycle } from "@/db/queries/cycles";
import { type Actor, may } from "@/lib/domain/access";
import type { CellKey } from "@/lib/domain/format";
import type { LoadUnitsBehindInput } from "@/lib/domain/inputs/report";
import { Refusal } from "@/lib/domain/refusal";
import { partsOfCell, type UnitsBehind } from "@/lib/domain/trace-figure";

/** A finding names a handful of units; the roll-up names them all. */
const UNITS_PER_CELL = 4;

/**
 * The units behind some figures of a year, the largest first, by the figures' keys.
 *
 * @throws Refusal not_permitted and, where there is no such year in the district, not_found
 */
export async function loadUnitsBehind(
  db: Db,
  actor: Actor,
  { cycleId, cellKeys }: LoadUnitsBehindInput,
  _now: Date,
): Promise<Record<CellKey, UnitsBehind>> {
  if (!may(actor, "report:compose")) throw new Refusal("not_permitted");
  return withActor(db, actor, async (tx) => {
    const cycle = await getCycle(tx, { id: cycleId, districtId: actor.districtId });
    if (!cycle) throw new Refusal("not_found");
    const cells = cellKeys.map((cellKey) => ({ cellKey, parts: partsOfCell(cycle.format, cellKey) }));
    const of = { scope: actor.scope, cycleId };
    return Object.fromEntries(await listLargestContributions(tx, { ...of, cells, perCell: UNITS_PER_CELL }));
  });
}
