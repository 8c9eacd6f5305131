import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type FigureState, valueStateOf } from "@/components/official-table/figure-state";
import { StatutoryTable } from "@/components/official-table/statutory-table";
import { describeCell } from "@/lib/domain/cell";
import { cellsOf } from "@/lib/domain/check/subject-cells";
import type { CellKey, FormatSection } from "@/lib/domain/format";
import type { ReportDocument } from "@/lib/domain/report-document";
import { countUnitsBehind } from "@/lib/domain/trace-figure";
import { formatFigure } from "@/lib/i18n/numbers";

type RollUpTablesProps = {
  document: ReportDocument;
  section: FormatSection;
  chosenCell: CellKey | null;
  /** Cells with an adjustment that nobody has signed yet. */
  pendingCells: ReadonlySet<CellKey>;
  hrefOfCell: (cellKey: CellKey) => string;
};

/** One section of the district's tables; every figure leads to where it comes from. */
export function RollUpTables(props: RollUpTablesProps): ReactNode {
  const { document, section, chosenCell, pendingCells, hrefOfCell } = props;
  const t = useTranslations("rollup");
  const figures = useTranslations("common.figure");
  const cells = cellsOf(document.format);
  const behind = countUnitsBehind(document);
  const isWide = section.tables.some((table) => table.columns.length > 4);

  const stateOf = (cellKey: CellKey): FigureState => ({
    value: valueStateOf(document.figures[cellKey] ?? null),
    mark: pendingCells.has(cellKey) ? "warning" : undefined,
    isTotal: cells.get(cellKey)?.cell.sumOf !== undefined,
    isCurrent: cellKey === chosenCell,
  });

  return (
    <div className="ru-scroll">
      <StatutoryTable
        tables={section.tables}
        label={section.title}
        className={isWide ? "ru ru-wide" : "ru"}
        figureState={stateOf}
        renderFigure={(cellKey) => {
          const value = document.figures[cellKey] ?? null;
          const located = cells.get(cellKey);
          const units = behind.get(cellKey) ?? 0;
          const shown = value === null ? figures("blank") : formatFigure(value);
          return (
            <>
              {units > 0 && !isWide ? <span className="src">{t("unitsBehind", { count: units })}</span> : null}
              <Link
                id={`figure-${cellKey}`}
                href={hrefOfCell(cellKey)}
                scroll={false}
                prefetch={false}
                aria-current={cellKey === chosenCell ? "true" : undefined}
                aria-label={t("figureName", { place: located ? describeCell(located) : cellKey, value: shown })}
              >
                {shown}
              </Link>
            </>
          );
        }}
      />
    </div>
  );
}
