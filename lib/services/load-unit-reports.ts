import { type Db, withActor } from "@/db/connect";
import { listUnits } from "@/db/queries/organisations";
import { listProposedUnitReports, listTakenReports } from "@/db/queries/unit-reports";
import type { Actor } from "@/lib/domain/access";
import type { Organisation } from "@/lib/domain/organisation";
import type { ProposedUnitReport } from "@/lib/domain/own-reports";
import { maySettleUnitReports } from "@/lib/domain/own-reports";
import type { NoInput } from "@/lib/services/no-input";

type ProposedReport = Omit<ProposedUnitReport, "report" | "hash">;
type TakenReport = Awaited<ReturnType<typeof listTakenReports>>[number];

/** What units published themselves, as far as the actor sees it; all units of the district, to name them. */
export type UnitReports = {
  units: Organisation[];
  taken: TakenReport[];
  /** What names another body and waits for a second person. */
  proposed: ProposedReport[];
};

/** Loads what was taken in of the units in the actor's scope, and what waits to be. */
export async function loadUnitReports(db: Db, actor: Actor, _input: NoInput, _now: Date): Promise<UnitReports> {
  const { districtId, scope } = actor;
  return withActor(db, actor, async (tx) => {
    const [units, taken, proposed] = await Promise.all([
      listUnits(tx, { districtId }),
      listTakenReports(tx, { scope }),
      listProposedUnitReports(tx, { scope }),
    ]);
    return { units, taken, proposed };
  });
}

/** Loads what waits for a second person, for those who may settle it; nothing for all others. */
export async function loadProposedUnitReports(
  db: Db,
  actor: Actor,
  _input: NoInput,
  _now: Date,
): Promise<ProposedReport[]> {
  if (!maySettleUnitReports(actor)) return [];
  return withActor(db, actor, (tx) => listProposedUnitReports(tx, { scope: actor.scope }));
}
