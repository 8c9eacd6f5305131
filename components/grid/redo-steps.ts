import type { CellSaver } from "@/components/saving/cell-saver";
import type { CellKey } from "@/lib/domain/format";

type Step = readonly { cellKey: CellKey; value: string | null }[];

/**
 * Steps that were taken back and can be taken again. As in every program, they are gone as soon as something else is
 * written, here or by somebody whose value was taken.
 */
export function createRedoSteps(saver: CellSaver, inputs: readonly CellKey[]) {
  let undone: Step[] = [];
  /** What stood in the cells when the last step was taken back or again. */
  let seen: readonly (string | null)[] = [];
  const written = () => inputs.map((key) => saver.cell(key).written);
  const isAsSeen = () => written().every((value, index) => value === seen[index]);

  return {
    /** Takes back the last step and says which cells it touched. */
    undo(): CellKey[] {
      const kept = isAsSeen() ? undone : [];
      const before = new Map(inputs.map((key) => [key, saver.cell(key).written]));
      const keys = saver.undo();
      undone =
        keys.length === 0 ? kept : [...kept, keys.map((key) => ({ cellKey: key, value: before.get(key) ?? null }))];
      seen = written();
      return keys;
    },
    /** Takes the step again that was taken back last. */
    redo(): CellKey[] {
      const step = isAsSeen() ? undone.at(-1) : undefined;
      if (!step) return [];
      undone = undone.slice(0, -1);
      saver.write(step);
      seen = written();
      return step.map(({ cellKey }) => cellKey);
    },
  };
}
