import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { figureAttributes } from "@/components/official-table/figure-state";
import type { Figures } from "@/lib/domain/cell";
import type { Indicator } from "@/lib/domain/cycle";
import { type NoteLink, ReviewCell, reviewCellState } from "./review-cell";
import { anchorId, type ReviewMarks, UNMARKED } from "./review-marks";
import "@/components/official-table/official-table.css";
import "./review-table.css";

type ReviewIndicatorsProps = {
  indicators: readonly Indicator[];
  figures: Figures;
  marks: ReviewMarks;
  currentAnchor: string | null;
  linkOf: (anchor: string, name: string) => NoteLink | null;
};

/** The unit's local figures, which stand outside the statutory tables. */
export function ReviewIndicators(props: ReviewIndicatorsProps): ReactNode {
  const { indicators, figures, marks, currentAnchor, linkOf } = props;
  const t = useTranslations("review.indicators");
  if (indicators.length === 0) return null;
  return (
    <table className="official-table review-table mt-4 max-w-180" aria-label={t("title")}>
      <thead>
        <tr>
          <th data-role="corner" scope="col">
            {t("title")}
          </th>
          <th scope="col">{t("value")}</th>
          <th scope="col">{t("unit")}</th>
        </tr>
      </thead>
      <tbody>
        {indicators.map(({ key, label, unit, isApproximate }) => {
          const anchor = `indicators.${key}`;
          const found = figures[anchor] ?? null;
          const mark = marks.get(anchor) ?? UNMARKED;
          const state = reviewCellState(found, mark, false);
          return (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td
                id={anchorId(anchor)}
                className="min-w-30"
                {...figureAttributes({ ...state, isCurrent: anchor === currentAnchor })}
              >
                <ReviewCell found={found} mark={mark} lastYear={null} link={linkOf(anchor, label)} />
              </td>
              <td>{isApproximate ? t("about", { unit }) : unit}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
