import { CopyIcon, KeyboardIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useHasScripts } from "@/components/saving/fill-form";
import { Button } from "@/components/ui/button";
import { addDecimals } from "@/lib/domain/decimal";
import { readFigure } from "@/lib/domain/figure";
import { formatFigure } from "@/lib/i18n/numbers";
import { placesIn } from "./grid-block";
import type { GridMap } from "./grid-map";
import type { SelectedBlock } from "./grid-selection";
import type { GridEdits } from "./use-grid-edits";
import { useSelection } from "./use-selected-block";

type GridFootProps = {
  map: GridMap;
  block: SelectedBlock;
  edits: GridEdits;
  said: string;
  onCopyAll: () => void;
  onHelp: () => void;
};

/** Under the tables: what is selected and what was done, read out as it changes, and what the mouse needs for the keys. */
export function GridFoot({ map, block, edits, said, onCopyAll, onHelp }: GridFootProps): ReactNode {
  const t = useTranslations("grid");
  const selection = useSelection(block);
  const hasScripts = useHasScripts();
  const rows = selection ? placesIn(map, selection) : [];
  const keys = rows.flatMap((row) => row.flatMap((place) => place?.cellKey ?? []));
  const numbers = keys.flatMap((key) => {
    const figure = readFigure(edits.readValue(key));
    return figure.kind === "number" ? [figure.value] : [];
  });
  const selected = selection
    ? t("selected", {
        rows: rows.length,
        columns: Math.max(...rows.map((row) => row.length)),
        cells: keys.length,
        sum: formatFigure(addDecimals(numbers)),
      })
    : "";
  return (
    <div className="mt-2 flex min-h-field-sm flex-wrap items-center gap-2" hidden={!hasScripts}>
      <span
        role="status"
        aria-label={t("footStatus")}
        className="min-w-0 flex-1 text-sm text-ink-2 max-md:basis-full max-md:empty:hidden"
      >
        {[selected, said].filter((text) => text !== "").join(" ")}
      </span>
      <Button size="sm" variant="ghost" onClick={onCopyAll}>
        <CopyIcon />
        {t("copyAll")}
      </Button>
      <Button size="sm" variant="ghost" className="max-md:hidden" onClick={onHelp}>
        <KeyboardIcon />
        {t("keysOpen")}
      </Button>
    </div>
  );
}
