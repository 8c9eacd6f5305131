import { type Db, withActor } from "@/db/connect";
import { getCalendarFeed } from "@/db/queries/calendar-feeds";
import { listUnits } from "@/db/queries/organisations";
import { listOpenSessions } from "@/db/queries/sessions";
import { getNoticeSettings } from "@/db/queries/users";
import type { Actor } from "@/lib/domain/access";
import type { NoticeSettings } from "@/lib/domain/notice";
import type { Organisation } from "@/lib/domain/organisation";
import { type OpenSession, sessionLimits } from "@/lib/domain/session";
import type { NoInput } from "@/lib/services/no-input";

/** Loads the units of the district, to name the person's own, the sessions they have open at `now`, and how they are told. */
export async function loadAccount(
  db: Db,
  actor: Actor,
  _input: NoInput,
  now: Date,
): Promise<{
  units: Organisation[];
  sessions: OpenSession[];
  notices: NoticeSettings;
  /** The id of their calendar's address. */
  feedId: string | null;
}> {
  const { districtId, userId } = actor;
  const { idleSince } = sessionLimits(now);
  return withActor(db, actor, async (tx) => {
    const [units, sessions, notices, feedId] = await Promise.all([
      listUnits(tx, { districtId }),
      listOpenSessions(tx, { districtId, userId, now, idleSince }),
      getNoticeSettings(tx, { districtId, userId }),
      getCalendarFeed(tx, { districtId, userId }),
    ]);
    if (!notices) throw new Error("the person of a session is gone");
    return { units, sessions, notices, feedId };
  });
}
