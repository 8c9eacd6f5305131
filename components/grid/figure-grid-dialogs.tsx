import { lazy, type ReactNode, Suspense } from "react";
import type { GridTable } from "@/components/grid/figure-grid-model";
import type { GridClipboard } from "@/components/grid/use-grid-paste";
import type { CellSaver } from "@/components/saving/cell-saver";

/** Few pastes need to be shown first, and few people open the list of keys: these dialogs are loaded on demand. */
const PastePreview = lazy(async () => ({
  default: (await import("@/components/grid/figure-grid-paste-preview")).PastePreview,
}));

const GridHelp = lazy(async () => ({ default: (await import("@/components/grid/figure-grid-help")).GridHelp }));

type GridDialogsProps = {
  tables: readonly GridTable[];
  saver: CellSaver;
  clipboard: GridClipboard;
  isHelpOpen: boolean;
  onHelpClose: () => void;
};

/** What opens over the grid: the list of its keys, and a pasted block that does not go in plainly. */
export function GridDialogs({ tables, saver, clipboard, isHelpOpen, onHelpClose }: GridDialogsProps): ReactNode {
  return (
    <Suspense>
      {isHelpOpen ? <GridHelp onClose={onHelpClose} /> : null}
      {clipboard.oddPlan ? (
        <PastePreview
          plan={clipboard.oddPlan}
          tables={tables}
          saver={saver}
          onTake={clipboard.takeOddPlan}
          onClose={clipboard.closeOddPlan}
        />
      ) : null}
    </Suspense>
  );
}
