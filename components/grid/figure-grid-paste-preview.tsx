import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { GridTable } from "@/components/grid/figure-grid-model";
import type { PastePlan } from "@/components/grid/grid-paste";
import type { CellSaver } from "@/components/saving/cell-saver";
import { Button } from "@/components/ui/button";
import { Dialog, DialogFooter } from "@/components/ui/dialog";
import { Table } from "@/components/ui/table";
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
      <ul className="mt-2 flex flex-col gap-2 text-sm">
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
      <Table
        className="mt-3"
        caption={t("oddTitle")}
        isStacked={false}
        rows={changes.slice(0, SHOWN_LINES)}
        rowKey={({ cellKey }) => cellKey}
        columns={[
          { key: "cell", head: t("oddCell"), cell: ({ cellKey }) => names.get(cellKey), className: "text-sm" },
          {
            key: "now",
            head: t("oddNow"),
            cell: ({ cellKey }) => words(saver.cell(cellKey).written),
            isNumber: true,
            className: "text-ink-3",
          },
          {
            key: "new",
            head: t("oddNew"),
            cell: ({ value }) => <b>{words(value)}</b>,
            isNumber: true,
          },
        ]}
      />
      {rest > 0 ? <p className="mt-2 text-xs text-ink-3">{t("oddMore", { count: rest })}</p> : null}
      <DialogFooter>
        <Button variant="primary" onClick={onTake} disabled={changes.length === 0}>
          {t("oddTake", { count: changes.length })}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
