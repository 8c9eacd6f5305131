import { useMemo, useSyncExternalStore } from "react";
import type { CellKey } from "@/lib/domain/format";
import type { GridSelection } from "./grid-block";
import type { GridMap } from "./grid-map";
import { createSelectedBlock, type SelectedBlock } from "./grid-selection";

/** The block that is selected in a grid. */
export function useSelectedBlock(map: GridMap): SelectedBlock {
  return useMemo(() => createSelectedBlock(map), [map]);
}

export function useIsSelected(block: SelectedBlock, cellKey: CellKey): boolean {
  const read = () => block.has(cellKey);
  return useSyncExternalStore(block.subscribe, read, read);
}

export function useSelection(block: SelectedBlock): GridSelection | null {
  return useSyncExternalStore(block.subscribe, block.current, block.current);
}
