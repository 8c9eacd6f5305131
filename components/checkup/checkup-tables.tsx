import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { anchorOfCell, type CheckUpView } from "@/components/checkup/checkup-view";
import type { FigureState } from "@/components/official-table/figure-state";
import { StatutoryTable } from "@/components/official-table/statutory-table";
import type { CellKey } from "@/lib/domain/format";

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
    <section key={section.id} id={`part-${section.id}`} className="ck-part" aria-label={section.title}>
      <h3>
        {section.number}、{section.title}
      </h3>
      <StatutoryTable
        tables={section.tables}
        label={section.title}
        className="ck"
        figureState={stateOf}
        renderFigure={(cellKey) => {
          const mark = view.marks[cellKey];
          return (
            <span id={anchorOfCell(cellKey)} className="ck-cell">
              {mark ? (
                <a className="ck-no" href={`#finding-${mark.number}`}>
                  {mark.number}
                </a>
              ) : null}
              {view.figures[cellKey] ?? t("blank")}
            </span>
          );
        }}
      />
    </section>
  ));
}
