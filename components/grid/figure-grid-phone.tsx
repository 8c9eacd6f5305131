import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { GridFinding } from "@/components/grid/figure-grid-marks";
import type { GridTable } from "@/components/grid/figure-grid-model";
import type { LiveTotals } from "@/components/grid/live-totals";
import { useWrittenFigures } from "@/components/grid/use-live-totals";
import type { CellSaver } from "@/components/saving/cell-saver";
import { useSaving } from "@/components/saving/use-cell-saver";
import { Select } from "@/components/ui/select";
import { readFigure } from "@/lib/domain/figure";

type ColumnChoiceProps = {
  tables: readonly GridTable[];
  value: number;
  onChoose: (column: number) => void;
  findings: readonly GridFinding[];
  saver: CellSaver;
  totals: LiveTotals;
  label: string;
};

/** On a phone: which column is filled in, each saying what is open in it. */
export function ColumnChoice({
  tables,
  value,
  onChoose,
  findings,
  saver,
  totals,
  label,
}: ColumnChoiceProps): ReactNode {
  const t = useTranslations("grid");
  const id = useId();
  const written = useWrittenFigures(saver, totals);
  const { conflicts } = useSaving(saver);
  const table = tables.find(({ phone }) => phone === "one");
  if (!table) return null;

  const choices = table.table.columns.flatMap((column, index) => {
    if (index === table.totalColumn) return [];
    const keys = table.rows.flatMap((row) => row.cells[index]?.key ?? []);
    const inputs = table.rows.flatMap((row) => {
      const cell = row.cells[index];
      return cell && !cell.isComputed ? [cell.key] : [];
    });
    const parts = [
      { key: "errorsHere", count: findings.filter((finding) => isErrorAt(finding, keys)).length },
      { key: "blanksHere", count: inputs.filter((key) => readFigure(written[key]).kind === "blank").length },
      { key: "conflictsHere", count: conflicts.filter(({ cellKey }) => keys.includes(cellKey)).length },
    ] as const;
    const open = parts.flatMap(({ key, count }) => (count > 0 ? [t(key, { count })] : []));
    const says = open.length > 0 ? t("columnOpen", { column: column.label, open: open.join(t("and")) }) : column.label;
    return [{ value: String(index), label: says }];
  });

  return (
    <div className="mb-3 hidden max-md:not-noscript:block">
      <label className="font-bold" htmlFor={id}>
        {label}
      </label>
      <Select
        id={id}
        choices={choices}
        value={String(value)}
        onChange={(event) => onChoose(Number(event.target.value))}
        className="block"
      />
    </div>
  );
}

function isErrorAt(finding: GridFinding, keys: readonly string[]): boolean {
  const first = finding.cells[0];
  return finding.severity === "error" && !finding.isBlank && first !== undefined && keys.includes(first);
}
