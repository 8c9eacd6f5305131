import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { GridTable } from "@/components/grid/figure-grid-model";
import type { PastePlan } from "@/components/grid/grid-paste";
import type { CellSaver } from "@/components/saving/cell-saver";
import { Button } from "@/components/ui/button";
import { Dialog, DialogFooter } from "@/components/ui/dialog";
import { formatFigure } from "@/lib/i18n/numbers";

const SHOWN_LINES = 12;

type PastePreviewProps = {
  plan: PastePlan;
  tables: readonly GridTable[];
  saver: CellSaver;
  onTake: () => void;
  onClose: () => void;
};

/** A copied block of another shape than the form: what would go where, before anything changes. */
export function PastePreview({ plan, tables, saver, onTake, onClose }: PastePreviewProps): ReactNode {
  const t = useTranslations("grid");
  const { changes, otherSums, outside, labelsLeftAway, unplaced } = plan;
  const names = new Map(
    tables.flatMap(({ rows }) =>
      rows.flatMap((row) => row.cells.flatMap((cell) => (cell ? [[cell.key, cell.name]] : []))),
    ),
  );
  const words = (value: string | null) => formatFigure(value) || t("blank");
  const rest = changes.length - SHOWN_LINES;
  const remarks = [
    labelsLeftAway > 0 ? t("oddLabels") : null,
    outside > 0 ? t("oddOutside", { count: outside }) : null,
    ...unplaced.map((line) => t("oddUnplaced", { line })),
    ...otherSums.map(({ cellKey, value }) => t("oddSum", { cell: names.get(cellKey) ?? cellKey, value: words(value) })),
  ].filter((remark) => remark !== null);

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t("oddTitle")}
      description={t("oddText", { count: changes.length })}
      size="lg"
    >
      <ul className="stack text-sm mt-2">
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
      <table className="tb mt-3">
        <caption className="sr-only">{t("oddTitle")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("oddCell")}</th>
            <th scope="col" className="num">
              {t("oddNow")}
            </th>
            <th scope="col" className="num">
              {t("oddNew")}
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, SHOWN_LINES).map(({ cellKey, value }) => (
            <tr key={cellKey}>
              <td className="text-sm">{names.get(cellKey)}</td>
              <td className="num text-ink-3">{words(saver.cell(cellKey).written)}</td>
              <td className="num font-bold">{words(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? <p className="text-xs text-ink-3 mt-2">{t("oddMore", { count: rest })}</p> : null}
      <DialogFooter>
        <Button variant="primary" onClick={onTake} disabled={changes.length === 0}>
          {t("oddTake", { count: changes.length })}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
