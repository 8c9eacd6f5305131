import { type Db, withActor } from "@/db/connect";
import { listAccessTokens } from "@/db/queries/access-tokens";
import { listBackups } from "@/db/queries/backups";
import { countWaitingIdentities } from "@/db/queries/identities";
import { countFailedJobs } from "@/db/queries/jobs";
import { getOffice } from "@/db/queries/offices";
import { listUnits } from "@/db/queries/organisations";
import { listPeople } from "@/db/queries/people";
import { listLastSeen } from "@/db/queries/sessions";
import { listProposedUnitReports } from "@/db/queries/unit-reports";
import { listFailingWebhooks } from "@/db/queries/webhooks";
import type { Actor } from "@/lib/domain/access";
import type { AdminTask } from "@/lib/domain/admin-task";
import { listAdminTasks } from "@/lib/domain/administration";
import { judgeBackups } from "@/lib/domain/backup";
import type { Organisation } from "@/lib/domain/organisation";
import { decideOtherBody } from "@/lib/domain/own-reports";
import type { Person } from "@/lib/domain/person";
import { isHeld } from "@/lib/domain/role-term";
import { type CycleWithReport, listCyclesWithReport } from "@/lib/services/load-admin-cycles";
import type { NoInput } from "@/lib/services/no-input";

/** The administrator's tasks, the most urgent first, with the data they come from. */
export type AdminHome = {
  tasks: AdminTask[];
  units: Organisation[];
  people: Person[];
  /** Newest first. */
  cycles: CycleWithReport[];
};

/** Loads the administrator's first page; what has to be done by when depends on `now`. */
export async function loadAdminHome(db: Db, actor: Actor, _input: NoInput, now: Date): Promise<AdminHome> {
  return withActor(db, actor, async (tx) => {
    const { districtId } = actor;
    const tokens = await listAccessTokens(tx, { districtId, shownSince: now });
    const failingWebhooks = await listFailingWebhooks(tx, { districtId });
    const [units, people, office, cycles, proposed, backups, failed, lastSeen, waitingIdentities] = await Promise.all([
      listUnits(tx, { districtId }),
      listPeople(tx, { districtId, now }),
      getOffice(tx, { districtId }),
      listCyclesWithReport(tx, actor),
      listProposedUnitReports(tx, { scope: actor.scope }),
      listBackups(tx),
      countFailedJobs(tx, { districtId }),
      listLastSeen(tx, { districtId }),
      countWaitingIdentities(tx, { districtId }),
    ]);
    if (!office) throw new Error(`district ${districtId} has no office`);
    const years = cycles.map(({ id, year, state, report }) => ({
      id,
      year,
      state,
      reportState: report?.state ?? null,
    }));
    const otherBodies = proposed.filter((report) => decideOtherBody(report, "confirm", actor).ok).length;
    const staffed = people.map((person) => ({ ...person, roles: person.roles.filter((role) => isHeld(role, now)) }));
    const tasks = listAdminTasks(
      {
        units,
        people: staffed,
        contact: office,
        otherBodies,
        waitingIdentities,
        cycles: years,
        backups: judgeBackups(backups, now).concern,
        failed,
        failingWebhooks,
        tokens,
        lastSeen,
      },
      now,
    );
    return { tasks, units, people, cycles };
  });
}
