import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { anchorOfCell, type CheckUpView } from "@/components/checkup/checkup-view";
import { FindingNumberLink } from "@/components/checkup/finding-number";
import type { FigureState } from "@/components/official-table/figure-state";
import { StatutoryTable } from "@/components/official-table/statutory-table";
import { cn } from "@/components/ui/cn";
import type { CellKey } from "@/lib/domain/format";
import "@/components/official-table/report-tables.css";

/** The statutory tables with every value as it was found; a marked cell has the number of its finding. */
export function CheckUpTables({ view }: { view: CheckUpView }): ReactNode {
  const t = useTranslations("common.figure");
  const stateOf = (cellKey: CellKey): FigureState => {
    const found = view.figures[cellKey] ?? null;
    return {
      value: found === null ? "blank" : found === "0" ? "zero" : "number",
      mark: view.marks[cellKey]?.severity,
    };
  };
  return view.tables.map((section) => (
    <section key={section.id} id={`part-${section.id}`} aria-label={section.title}>
      <h3 className="px-4 pt-3.5 pb-2">
        {section.number}、{section.title}
      </h3>
      <StatutoryTable
        tables={section.tables}
        label={section.title}
        className={cn("check-up border-0", section.id === "requests" && "check-up-long")}
        figureState={stateOf}
        renderFigure={(cellKey) => {
          const mark = view.marks[cellKey];
          return (
            <span
              id={anchorOfCell(cellKey)}
              className="block target:outline-2 target:outline-offset-2 target:outline-focus"
            >
              {mark ? (
                <FindingNumberLink
                  className="float-left mt-px mr-1 -ml-1"
                  number={mark.number}
                  severity={mark.severity}
                  href={`#finding-${mark.number}`}
                />
              ) : null}
              {view.figures[cellKey] ?? t("blank")}
            </span>
          );
        }}
      />
    </section>
  ));
}
