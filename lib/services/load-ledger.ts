import { type Db, withActor } from "@/db/connect";
import { listCalendarDays } from "@/db/queries/calendar-days";
import { getLedger } from "@/db/queries/request-ledgers";
import { getSubmission } from "@/db/queries/submission-entries";
import type { Actor } from "@/lib/domain/access";
import type { StoredLedger } from "@/lib/domain/ledger/stored-ledger";
import type { SectionWork } from "@/lib/domain/section-work";
import type { CalendarDay } from "@/lib/domain/working-days";
import { getSectionWork } from "@/lib/services/section-work";

/**
 * Loads the section with table three and the ledger behind it, where there is one. Null outside the actor's scope and for
 * every other section.
 */
export async function loadLedger(
  db: Db,
  actor: Actor,
  { submissionId: id }: { submissionId: string },
  _now: Date,
): Promise<{ work: SectionWork; ledger: StoredLedger | null; calendar: CalendarDay[] } | null> {
  return withActor(db, actor, async (tx) => {
    const { scope, districtId } = actor;
    const submission = await getSubmission(tx, { id, scope });
    const work = submission?.sectionId === "requests" ? await getSectionWork(tx, actor, submission) : null;
    if (!work) return null;
    const [ledger, calendar] = await Promise.all([
      work.ledger ? getLedger(tx, { scope, submissionId: id }) : null,
      listCalendarDays(tx, { districtId }),
    ]);
    return { work, ledger, calendar };
  });
}
