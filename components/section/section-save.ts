import { newRequestId } from "@/components/saving/new-request-id";
import type { CellChange, SaveCells, SaveOutcome, ServerConflict } from "@/components/saving/save-contract";
import { headingOfAnchor } from "@/lib/domain/anchor";
import type { CallResult } from "@/lib/domain/direct-call";
import type { CellKey } from "@/lib/domain/format";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { isOutage } from "@/lib/domain/outage";
import type { PastedTable } from "@/lib/domain/pasted-table";
import type { RefusalCode } from "@/lib/domain/refusal";

export type SaveFiguresCall = (input: { requestId: string; submissionId: string; changes: CellChange[] }) => Promise<
  CallResult<{
    savedAt: string;
    revision: number;
    cells: { cellKey: CellKey; value: string | null }[];
    conflicts: ServerConflict[];
  }>
>;

export type SaveParagraphCall = (input: {
  requestId: string;
  submissionId: string;
  headingKey: string;
  seen: string;
  value: string;
}) => Promise<
  CallResult<{
    savedAt: string;
    revision: number;
    conflict: { theirs: string; by: string; isOwn: boolean; at: string } | null;
  }>
>;

export type ReadPastedCall = (input: { submissionId: string; html: string }) => Promise<CallResult<PastedTable | null>>;

type Options = {
  submissionId: string;
  saveFigures: SaveFiguresCall;
  saveParagraph: SaveParagraphCall;
  onRevision: (revision: number) => void;
  onRefused: (code: RefusalCode | null) => void;
  /** Says that what stands at a place is too long to be kept. */
  sayTooLong: (anchor: string, limit: number) => string;
};

/**
 * Brings what the saver sends to the two services: cells together, the text under each heading by itself. A request
 * that is sent again goes out under the same ids, so that nothing is written twice.
 */
export function createSectionSave(options: Options): SaveCells {
  const { submissionId, saveFigures, saveParagraph, onRevision, onRefused, sayTooLong } = options;
  const idOf = new Map<string, string>();

  return async ({ requestId, changes }) => {
    const tooLong = changes.find(({ cellKey, value }) => (value ?? "").length > limitOf(cellKey));
    if (tooLong) return { status: "refused", message: sayTooLong(tooLong.cellKey, limitOf(tooLong.cellKey)) };
    const outcome = {
      savedAt: "",
      cells: [] as { cellKey: CellKey; value: string | null }[],
      conflicts: [] as ServerConflict[],
    };
    const figures = changes.filter((change) => headingOfAnchor(change.cellKey) === null);
    if (figures.length > 0) {
      const answer = await saveFigures({ requestId, submissionId, changes: figures });
      if (answer.status !== "done") return notSaved(answer, onRefused);
      outcome.savedAt = answer.result.savedAt;
      outcome.cells.push(...answer.result.cells);
      outcome.conflicts.push(...answer.result.conflicts);
      onRevision(answer.result.revision);
    }
    for (const { cellKey, seen, value } of changes) {
      const headingKey = headingOfAnchor(cellKey);
      if (headingKey === null) continue;
      const name = `${requestId} ${headingKey}`;
      const id = idOf.get(name) ?? newRequestId();
      idOf.set(name, id);
      const answer = await saveParagraph({
        requestId: id,
        submissionId,
        headingKey,
        seen: seen ?? "",
        value: value ?? "",
      });
      if (answer.status !== "done") return notSaved(answer, onRefused);
      const { savedAt, revision, conflict } = answer.result;
      outcome.savedAt = savedAt;
      onRevision(revision);
      if (conflict) outcome.conflicts.push({ ...conflict, cellKey, seen, theirs: conflict.theirs || null });
      else outcome.cells.push({ cellKey, value });
    }
    onRefused(null);
    return { status: "saved", ...outcome };
  };
}

function limitOf(anchor: string): number {
  return headingOfAnchor(anchor) === null ? LIMIT.figure : LIMIT.text;
}

function notSaved(
  answer: Exclude<CallResult<never>, { status: "done" }>,
  onRefused: (code: RefusalCode | null) => void,
): SaveOutcome {
  if (answer.status === "signed_out") return { status: "signed_out" };
  if (answer.status === "refused") {
    onRefused(answer.code);
    const { code, message } = answer;
    // What is not there any more was taken away since the page was drawn.
    const isStale = answer.isStale || code === "not_found";
    return { status: "refused", message, isStale, isPassing: isOutage(code) };
  }
  return { status: "refused", message: Object.values(answer.fieldErrors).flat()[0] ?? "" };
}
