import { type Db, withActor } from "@/db/connect";
import { listUnits } from "@/db/queries/organisations";
import { listOpenSessions } from "@/db/queries/sessions";
import type { Actor } from "@/lib/domain/access";
import type { Organisation } from "@/lib/domain/organisation";
import { type OpenSession, sessionLimits } from "@/lib/domain/session";
import type { NoInput } from "@/lib/services/no-input";

/** Loads the units of the district, to name the person's own, and the sessions that the person has open at `now`. */
export async function loadAccount(
  db: Db,
  actor: Actor,
  _input: NoInput,
  now: Date,
): Promise<{ units: Organisation[]; sessions: OpenSession[] }> {
  const { districtId, userId } = actor;
  const { idleSince } = sessionLimits(now);
  return withActor(db, actor, async (tx) => {
    const [units, sessions] = await Promise.all([
      listUnits(tx, { districtId }),
      listOpenSessions(tx, { districtId, userId, now, idleSince }),
    ]);
    return { units, sessions };
  });
}
