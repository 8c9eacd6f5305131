import { newRequestId } from "@/components/saving/new-request-id";
import type { SaveCells, ServerConflict } from "@/components/saving/save-contract";
import { headingOfAnchor } from "@/lib/domain/anchor";
import { PREFACE_KEY } from "@/lib/domain/check/finding";
import type { CallResult } from "@/lib/domain/direct-call";
import { isOutage } from "@/lib/domain/outage";

type Saved = { savedAt: string; conflict: { theirs: string; by: string; isOwn: boolean; at: string } | null };

export type SaveReportTextCall = (input: {
  requestId: string;
  cycleId: string;
  headingKey: string;
  seen: string | null;
  value: string | null;
}) => Promise<CallResult<Saved>>;

export type SavePrefaceCall = (input: {
  requestId: string;
  cycleId: string;
  seen: string;
  value: string;
}) => Promise<CallResult<Saved>>;

type Options = { cycleId: string; saveText: SaveReportTextCall; savePreface: SavePrefaceCall; somebody: string };

/**
 * Brings the district's texts to the server, each by itself. A request that is sent again goes out under the same ids,
 * so that nothing is written twice.
 */
export function createComposeSave({ cycleId, saveText, savePreface, somebody }: Options): SaveCells {
  const idOf = new Map<string, string>();

  return async ({ requestId, changes }) => {
    const cells: { cellKey: string; value: string | null }[] = [];
    const conflicts: ServerConflict[] = [];
    let savedAt = "";
    for (const { cellKey, seen, value } of changes) {
      const headingKey = headingOfAnchor(cellKey) ?? cellKey;
      const name = `${requestId} ${headingKey}`;
      const id = idOf.get(name) ?? newRequestId();
      idOf.set(name, id);
      const answer =
        headingKey === PREFACE_KEY
          ? await savePreface({ requestId: id, cycleId, seen: seen ?? "", value: value ?? "" })
          : await saveText({ requestId: id, cycleId, headingKey, seen, value });
      if (answer.status === "signed_out") return { status: "signed_out" };
      if (answer.status === "refused") {
        const { message, isStale } = answer;
        return { status: "refused", message, isStale, isPassing: isOutage(answer.code) };
      }
      if (answer.status === "invalid") {
        return { status: "refused", message: Object.values(answer.fieldErrors).flat()[0] ?? "" };
      }
      const { conflict } = answer.result;
      savedAt = answer.result.savedAt;
      if (conflict) {
        const theirs = conflict.theirs === "" && headingKey !== PREFACE_KEY ? null : conflict.theirs;
        conflicts.push({ cellKey, seen, theirs, by: conflict.by || somebody, isOwn: conflict.isOwn, at: conflict.at });
      } else cells.push({ cellKey, value });
    }
    return { status: "saved", savedAt, cells, conflicts };
  };
}
