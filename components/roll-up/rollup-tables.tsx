import { cva } from "class-variance-authority";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type FigureState, valueStateOf } from "@/components/official-table/figure-state";
import { StatutoryTable } from "@/components/official-table/statutory-table";
import { cn } from "@/components/ui/cn";
import { describeCell } from "@/lib/domain/cell";
import { cellsOf } from "@/lib/domain/check/subject-cells";
import type { CellKey, FormatSection } from "@/lib/domain/format";
import type { DocumentWithoutSources } from "@/lib/domain/report-document";
import { formatFigure } from "@/lib/i18n/numbers";
import "@/components/official-table/report-tables.css";

const figureLink = cva("block py-1.5 text-inherit hover:bg-hover hover:underline focus-visible:-outline-offset-2", {
  variants: {
    isWide: { true: "px-2", false: "px-3.5" },
    /** What is not zero is what one asks about. */
    isNumber: {
      true: "underline decoration-field decoration-dotted decoration-1 hover:decoration-current hover:decoration-solid hover:decoration-auto",
    },
  },
});

type RollUpTablesProps = {
  document: DocumentWithoutSources;
  /** How many units gave something other than zero, by cell. */
  behind: ReadonlyMap<CellKey, number>;
  section: FormatSection;
  chosenCell: CellKey | null;
  /** Cells with an adjustment that nobody has signed yet. */
  pendingCells: ReadonlySet<CellKey>;
  hrefOfCell: (cellKey: CellKey) => string;
};

/** One section of the district's tables; every figure leads to where it comes from. */
export function RollUpTables(props: RollUpTablesProps): ReactNode {
  const { document, behind, section, chosenCell, pendingCells, hrefOfCell } = props;
  const t = useTranslations("rollup");
  const figures = useTranslations("common.figure");
  const cells = cellsOf(document.format);
  const isWide = section.tables.some((table) => table.columns.length > 4);

  const stateOf = (cellKey: CellKey): FigureState => ({
    value: valueStateOf(document.figures[cellKey] ?? null),
    mark: pendingCells.has(cellKey) ? "warning" : undefined,
    isTotal: cells.get(cellKey)?.cell.sumOf !== undefined,
    isCurrent: cellKey === chosenCell,
  });

  return (
    <div className="max-xl:overflow-x-auto">
      <StatutoryTable
        tables={section.tables}
        label={section.title}
        className={cn(
          "roll-up border-0",
          isWide ? "xl:[&>thead]:sticky xl:[&>thead]:top-top xl:[&>thead]:z-4" : "table-fixed",
        )}
        figureState={stateOf}
        renderFigure={(cellKey) => {
          const value = document.figures[cellKey] ?? null;
          const located = cells.get(cellKey);
          const units = behind.get(cellKey) ?? 0;
          const shown = value === null ? figures("blank") : formatFigure(value);
          return (
            <>
              {units > 0 && !isWide ? (
                <span className="pointer-events-none float-left pt-2 pl-3 text-xs font-normal text-ink-3">
                  {t("unitsBehind", { count: units })}
                </span>
              ) : null}
              <Link
                className={figureLink({ isWide, isNumber: valueStateOf(value) === "number" })}
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
