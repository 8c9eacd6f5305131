import { z } from "zod";
import type { Db } from "@/db/connect";
import { getCycle } from "@/db/queries/cycles";
import { listFigures, upsertFigures } from "@/db/queries/figures";
import { listIndicators } from "@/db/queries/indicators";
import { getSubmission } from "@/db/queries/submission-entries";
import { getSubmissionForUpdate, updateSubmission } from "@/db/queries/submissions";
import type { Actor } from "@/lib/domain/access";
import { isCarried } from "@/lib/domain/carry-forward";
import { isGivenBy } from "@/lib/domain/cycle";
import { listSectionCells } from "@/lib/domain/format-cells";
import type { SaveFiguresInput } from "@/lib/domain/inputs/section";
import { Refusal } from "@/lib/domain/refusal";
import type { StoredFigure } from "@/lib/domain/section-work";
import type { Submission, SubmissionState } from "@/lib/domain/submission";
import { carryOut, type RecordEvent } from "@/lib/services/carry-out";
import { refusalOfMissing, requireMove } from "@/lib/services/require-move";
import { getSectionWork, listLocked } from "@/lib/services/section-work";

const SavedFiguresSchema = z.object({
  savedAt: z.string(),
  /** The submission's revision afterwards: the first save of a section starts it and raises the revision. */
  revision: z.number().int(),
  cells: z.array(z.object({ cellKey: z.string(), value: z.string().nullable() })),
  conflicts: z.array(
    z.object({
      cellKey: z.string(),
      seen: z.string().nullable(),
      yours: z.string().nullable(),
      theirs: z.string().nullable(),
      by: z.string(),
      /** The same person changed it, in another window. */
      isOwn: z.boolean(),
      at: z.string(),
    }),
  ),
});

/** Which cells were written, and which somebody else had changed since the sender looked. */
export type SavedFigures = z.infer<typeof SavedFiguresSchema>;

/**
 * Saves changed cells, each held against the value its sender saw. A cell that holds another value is a conflict and
 * is left as it is; the others are saved. A cell that already holds the new value needs nothing.
 *
 * @throws Refusal not_found, invalid_figure, carried_locked and what `requireMove` refuses
 */
export async function saveFigures(db: Db, actor: Actor, input: SaveFiguresInput, now: Date): Promise<SavedFigures> {
  return carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const submission = await getSubmissionForUpdate(tx, { id: input.submissionId, scope: actor.scope });
      if (!submission) throw await refusalOfMissing(tx, actor, now);
      const decision = await requireMove(tx, actor, submission, { move: "edit", now });

      return writeFigures(tx, actor, { submission, decision, changes: input.changes, now }, record);
    },
    (kept) => SavedFiguresSchema.parse(kept),
  );
}

type WriteFigures = {
  submission: Submission;
  /** What editing it leads to, as `requireMove` gives it. */
  decision: { from: SubmissionState; to: SubmissionState };
  changes: SaveFiguresInput["changes"];
  now: Date;
};

/**
 * A step of other services too: writes cells of a section that is locked and may be edited, as `saveFigures` says.
 *
 * @throws Refusal not_found, invalid_figure, carried_locked
 */
export async function writeFigures(
  tx: Db,
  actor: Actor,
  { submission, decision, changes: asked, now }: WriteFigures,
  record: RecordEvent,
): Promise<SavedFigures> {
  const { districtId, cycleId, organisationId, sectionId } = submission;
  const [cycle, indicators, stored] = await Promise.all([
    getCycle(tx, { id: cycleId, districtId }),
    sectionId === "overview" ? listIndicators(tx, { scope: actor.scope, cycleId }) : [],
    listFigures(tx, { scope: actor.scope, submissionId: submission.id }),
  ]);
  if (!cycle) throw new Refusal("not_found");
  const known = new Set([
    ...listSectionCells(cycle.format, sectionId).flatMap((cell) => (cell.sumOf ? [] : [cell.key])),
    ...indicators.flatMap((indicator) => (isGivenBy(indicator, organisationId) ? [`indicators.${indicator.key}`] : [])),
  ]);
  if (asked.some((change) => !known.has(change.cellKey))) throw new Refusal("invalid_figure");

  const { cells, conflicts } = compareCells(stored, asked, actor, now);
  const changes = cells.filter((cell) => cell.from !== cell.to);
  if (changes.some(({ cellKey }) => isCarried(cycle.format, cellKey))) {
    await refuseLocked(tx, actor, submission.id, changes);
  }
  if (changes.length > 0) {
    const at = { districtId, by: actor, at: now };
    const saved = changes.map(({ cellKey, to }) => ({ cellKey, found: to }));
    await upsertFigures(tx, { ...at, sections: [{ submissionId: submission.id, organisationId, cells: saved }] });
    const set = decision.from === decision.to ? { isNil: false } : { state: decision.to, isNil: false };
    await updateSubmission(tx, { ...at, id: submission.id, set });
    await record(
      { organisationId, cycleId, submissionId: submission.id },
      { type: "figures_saved", data: { sectionId, changes } },
    );
  }
  const revision = submission.revision + (changes.length > 0 && decision.from !== decision.to ? 1 : 0);
  return {
    savedAt: now.toISOString(),
    revision,
    cells: cells.map(({ cellKey, to }) => ({ cellKey, value: to })),
    conflicts,
  };
}

type CellChange = { cellKey: string; from: string | null; to: string | null };

/** Parts the cells that may be written from those that somebody else changed since they were seen. */
function compareCells(
  stored: readonly StoredFigure[],
  changes: SaveFiguresInput["changes"],
  actor: Actor,
  now: Date,
): { cells: CellChange[]; conflicts: SavedFigures["conflicts"] } {
  const storedOf = new Map(stored.map((figure) => [figure.cellKey, figure]));
  const conflicts: SavedFigures["conflicts"] = [];
  const cells: CellChange[] = [];
  for (const { cellKey, seen, value } of changes) {
    const held = storedOf.get(cellKey);
    const from = held?.found ?? null;
    if (from === seen || from === value) {
      cells.push({ cellKey, from, to: value });
      continue;
    }
    const by = held?.updatedByName ?? "";
    const isOwn = held?.updatedBy === actor.userId;
    const at = (held?.updatedAt ?? now).toISOString();
    conflicts.push({ cellKey, seen, yours: value, theirs: from, by, isOwn, at });
  }
  return { cells, conflicts };
}

/** @throws Refusal carried_locked where a change touches a cell that was carried over and is settled */
async function refuseLocked(tx: Db, actor: Actor, submissionId: string, changes: readonly CellChange[]): Promise<void> {
  const submission = await getSubmission(tx, { id: submissionId, scope: actor.scope });
  const work = submission ? await getSectionWork(tx, actor, submission) : null;
  const locked = work ? listLocked(work) : new Set<string>();
  if (changes.some(({ cellKey }) => locked.has(cellKey))) throw new Refusal("carried_locked");
}
