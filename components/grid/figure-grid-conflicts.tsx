import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { GridTable } from "@/components/grid/figure-grid-model";
import type { CellSaver } from "@/components/saving/cell-saver";
import { useSaving } from "@/components/saving/use-cell-saver";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { formatClock } from "@/lib/i18n/dates";
import { formatFigure } from "@/lib/i18n/numbers";

/** Two people changed the same cell: both values, who and when, and a choice. One at a time, first come first. */
export function ConflictBanner({ tables, saver }: { tables: readonly GridTable[]; saver: CellSaver }): ReactNode {
  const t = useTranslations("grid");
  const { conflicts } = useSaving(saver);
  const first = conflicts[0];
  if (!first) return null;

  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const name = cells.find((cell) => cell?.key === first.cellKey)?.name ?? first.cellKey;
  const words = (value: string | null) => formatFigure(value) || t("blank");
  const mine = words(first.mine);
  const theirs = words(first.theirs);
  const actions = (
    <>
      <Button size="sm" onClick={() => saver.takeTheirs(first.cellKey)}>
        {t("takeTheirs", { value: theirs })}
      </Button>
      <Button size="sm" onClick={() => saver.keepMine(first.cellKey)}>
        {t("keepMine", { value: mine })}
      </Button>
    </>
  );
  return (
    <Alert variant="warning" isAnnounced actions={actions} className="mb-3">
      {t.rich("conflict", {
        count: conflicts.length,
        cell: name,
        mine,
        theirs,
        by: first.by,
        isOwn: first.isOwn ? "yes" : "no",
        at: formatClock(new Date(first.at)).slice(0, 5),
        b: (chunks) => <b>{chunks}</b>,
      })}
    </Alert>
  );
}
