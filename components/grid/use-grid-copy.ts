import { useTranslations } from "next-intl";
import type { ClipboardEvent } from "react";
import type { FormatTable } from "@/lib/domain/format";
import { keysIn } from "./grid-block";
import { type CopiedBlock, copyBlock, copyTables } from "./grid-copy";
import type { GridMap } from "./grid-map";
import type { SelectedBlock } from "./grid-selection";
import type { GridEdits } from "./use-grid-edits";

type GridCopyOptions = {
  tables: readonly FormatTable[];
  map: GridMap;
  block: SelectedBlock;
  edits: GridEdits;
  say: (text: string) => void;
};

/** Copies out of the grid. Without a block the browser copies the text of the cell by itself. */
export function useGridCopy({ tables, map, block, edits, say }: GridCopyOptions) {
  const t = useTranslations("grid");

  const copyOut = (event: ClipboardEvent<HTMLElement>): boolean => {
    const selection = block.current();
    if (!selection) return false;
    event.preventDefault();
    putOn(event.clipboardData, copyBlock(map, selection, edits.readValue));
    say(t("copied", { count: keysIn(map, selection).length }));
    return true;
  };

  return {
    onCopy: (event: ClipboardEvent<HTMLElement>) => void copyOut(event),
    onCut: (event: ClipboardEvent<HTMLElement>) => {
      if (copyOut(event)) edits.fillBlock(null);
    },
    copyAll() {
      const isCopied = copyNow(copyTables(tables, edits.readValue));
      say(isCopied ? t("copiedAll") : t("copyRefused"));
    },
  };
}

function putOn(clipboard: DataTransfer, { text, html }: CopiedBlock): void {
  clipboard.setData("text/plain", text);
  clipboard.setData("text/html", html);
}

/**
 * Copies without a key being pressed. The asynchronous clipboard is there on https only, and many an office opens its
 * programs by a plain http address; the old command works in both, from something that is selected.
 */
function copyNow(copied: CopiedBlock): boolean {
  const carrier = document.createElement("textarea");
  const focused = document.activeElement;
  carrier.value = copied.text;
  carrier.readOnly = true;
  document.body.append(carrier);
  carrier.select();
  let isHeard = false;
  carrier.addEventListener("copy", (event) => {
    if (!event.clipboardData) return;
    event.preventDefault();
    event.stopPropagation();
    putOn(event.clipboardData, copied);
    isHeard = true;
  });
  const isDone = document.execCommand("copy");
  carrier.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isDone && isHeard;
}
