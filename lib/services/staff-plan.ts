import type { Db } from "@/db/connect";
import { getDistrictName } from "@/db/queries/offices";
import { listUnits } from "@/db/queries/organisations";
import { listPeople } from "@/db/queries/people";
import { listTakenAccounts } from "@/db/queries/users";
import type { Actor } from "@/lib/domain/access";
import { foldName } from "@/lib/domain/fold-name";
import type { Organisation } from "@/lib/domain/organisation";
import type { Person } from "@/lib/domain/person";
import type { StaffRows } from "@/lib/domain/staff-table/find-staff-tables";
import { planStaff, type StaffPlan } from "@/lib/domain/staff-table/plan-staff";
import { hashOf } from "@/lib/services/hash";

export type StaffWork = {
  plan: StaffPlan;
  /** Says what the plan would do: the same digest is the same outcome of every row. */
  digest: string;
  units: Organisation[];
  people: Person[];
};

/** What a list of units and people would do in the actor's district as it is now. */
export async function getStaffPlan(tx: Db, actor: Actor, rows: StaffRows, now: Date): Promise<StaffWork> {
  const { districtId } = actor;
  const [units, people, districtName, taken] = await Promise.all([
    listUnits(tx, { districtId }),
    listPeople(tx, { districtId, now }),
    getDistrictName(tx, { districtId }),
    listTakenAccounts(tx, { accounts: rows.people.map(({ account }) => account) }),
  ]);
  const own = new Set(people.map(({ account }) => foldName(account)));
  const plan = planStaff(rows, {
    units,
    people,
    districtName: districtName ?? "",
    takenElsewhere: new Set(taken.filter((account) => !own.has(account))),
    actorId: actor.userId,
    now,
  });
  return { plan, digest: digestOf(plan), units, people };
}

function digestOf({ units, people }: StaffPlan): string {
  const seen = [...units, ...people].map((row) => [
    row.line,
    row.outcome,
    row.outcome === "refused" ? row.problem : "changes" in row ? row.changes : null,
  ]);
  return hashOf(seen);
}
