import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { CellSaver } from "@/components/saving/cell-saver";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogFooter } from "@/components/ui/dialog";
import { Table } from "@/components/ui/table";
import type { WorkbookChange } from "@/lib/domain/check-workbook";
import { formatFigure } from "@/lib/i18n/numbers";

type WorkbookChangesProps = {
  changes: readonly WorkbookChange[];
  saver: CellSaver;
  placeOf: (cellKey: string) => string;
  onTake: (changes: readonly WorkbookChange[]) => void;
};

/**
 * What a workbook changes, cell by cell, before anything is stored. A cell that was changed here since the workbook was
 * downloaded is taken only when somebody ticks it.
 */
export function WorkbookChanges({ changes, saver, placeOf, onTake }: WorkbookChangesProps): ReactNode {
  const t = useTranslations("section.workbook");
  const open = changes.filter(({ cellKey, value }) => saver.cell(cellKey).written !== value);
  const isMeanwhile = ({ cellKey, base }: WorkbookChange): boolean => saver.cell(cellKey).written !== base;
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(open.filter(isMeanwhile).map(({ cellKey }) => cellKey)),
  );
  const chosen = open.filter(({ cellKey }) => !left.has(cellKey));
  const words = (value: string | null) => formatFigure(value) || t("blank");
  const tick = (cellKey: string, isTicked: boolean) => {
    const next = new Set(left);
    if (isTicked) next.delete(cellKey);
    else next.add(cellKey);
    setLeft(next);
  };

  if (open.length === 0) {
    return (
      <>
        <p role="status">{t("nothing")}</p>
        <DialogFooter>{null}</DialogFooter>
      </>
    );
  }
  return (
    <>
      <p role="status" className="font-bold">
        {t("changes", { count: open.length })}
      </p>
      {open.some(isMeanwhile) ? <p className="mt-1 text-sm text-warn">{t("meanwhile")}</p> : null}
      <Table
        className="mt-2"
        caption={t("changes", { count: open.length })}
        isStacked={false}
        rows={open}
        rowKey={({ cellKey }) => cellKey}
        columns={[
          {
            key: "cell",
            head: t("cell"),
            cell: (change) => (
              <Checkbox
                checked={!left.has(change.cellKey)}
                onChange={(event) => tick(change.cellKey, event.target.checked)}
              >
                {placeOf(change.cellKey)}
                {isMeanwhile(change) ? <b className="text-warn">　{t("changedHere")}</b> : null}
              </Checkbox>
            ),
            className: "text-sm",
          },
          {
            key: "now",
            head: t("now"),
            cell: ({ cellKey }) => words(saver.cell(cellKey).written),
            isNumber: true,
            className: "text-ink-3",
          },
          { key: "new", head: t("new"), cell: ({ value }) => <b>{words(value)}</b>, isNumber: true },
        ]}
      />
      <DialogFooter>
        <Button variant="primary" disabled={chosen.length === 0} onClick={() => onTake(chosen)}>
          {t("take", { count: chosen.length })}
        </Button>
      </DialogFooter>
    </>
  );
}
