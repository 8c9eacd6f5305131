import { type Db, withActor } from "@/db/connect";
import { listCellEvents } from "@/db/queries/events";
import { getSubmission } from "@/db/queries/submission-entries";
import type { Actor } from "@/lib/domain/access";
import { CELL_HISTORY_TYPES, type CellHistoryEntry, cellHistoryOf } from "@/lib/domain/cell-history";
import type { LoadCellHistoryInput } from "@/lib/domain/inputs/section";
import { Refusal } from "@/lib/domain/refusal";

/** Nobody reads further back than this in one cell. */
const MOST_EVENTS = 300;

/**
 * Who changed a cell of a section, when, from what to what and in which version, newest first.
 *
 * @throws Refusal not_found where the section is not in the actor's scope
 */
export async function loadCellHistory(
  db: Db,
  actor: Actor,
  { submissionId, cellKey }: LoadCellHistoryInput,
  _now: Date,
): Promise<CellHistoryEntry[]> {
  return withActor(db, actor, async (tx) => {
    const of = { scope: actor.scope, submissionId, cellKey };
    const [submission, events] = await Promise.all([
      getSubmission(tx, { id: submissionId, scope: actor.scope }),
      listCellEvents(tx, { ...of, types: CELL_HISTORY_TYPES, limit: MOST_EVENTS }),
    ]);
    if (!submission) throw new Refusal("not_found");
    return cellHistoryOf(events, cellKey);
  });
}
