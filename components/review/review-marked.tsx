import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { figureAttributes } from "@/components/official-table/figure-state";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { headingOfAnchor } from "@/lib/domain/anchor";
import type { Figures } from "@/lib/domain/cell";
import { compareTexts } from "@/lib/domain/text-difference";
import { formatFigure } from "@/lib/i18n/numbers";
import { type NoteLink, ReviewCell, reviewCellState } from "./review-cell";
import { anchorId, type ReviewMarks } from "./review-marks";
import { TextPieces } from "./review-texts";
import "@/components/official-table/official-table.css";
import "./review-table.css";

type ReviewMarkedProps = {
  marks: ReviewMarks;
  figures: Figures;
  texts: Readonly<Record<string, string>>;
  before: { figures: Figures; texts: Readonly<Record<string, string>> } | null;
  lastYear: Figures | null;
  currentAnchor: string | null;
  nameOf: (anchor: string) => string;
  linkOf: (anchor: string, name: string) => NoteLink | null;
};

/** Only what changed or about which something is said, one below the other. */
export function ReviewMarked(props: ReviewMarkedProps): ReactNode {
  const { marks, figures, lastYear, currentAnchor, nameOf, linkOf } = props;
  const t = useTranslations("review");
  const cell = useTranslations("review.cell");
  if (marks.size === 0) {
    return (
      <Card>
        <Empty title={t("marked.none")}>{t("marked.noneText")}</Empty>
      </Card>
    );
  }
  return (
    <table className="official-table review-table max-w-180" aria-label={t("marked.caption")}>
      <thead>
        <tr>
          <th data-role="corner" scope="col">
            {t("marked.place")}
          </th>
          <th scope="col">{t("marked.now")}</th>
          {lastYear ? (
            <th data-last-year scope="col">
              {cell("lastYear")}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {[...marks].map(([anchor, mark]) => {
          const heading = headingOfAnchor(anchor);
          const found = figures[anchor] ?? null;
          const isCurrent = anchor === currentAnchor;
          return (
            <tr key={anchor}>
              <th scope="row" className="wrap-anywhere">
                {nameOf(anchor)}
              </th>
              {heading === null ? (
                <td
                  id={anchorId(anchor)}
                  className="min-w-30"
                  {...figureAttributes({ ...reviewCellState(found, mark, false), isCurrent })}
                >
                  <ReviewCell found={found} mark={mark} lastYear={null} link={linkOf(anchor, nameOf(anchor))} />
                </td>
              ) : (
                <td
                  id={anchorId(anchor)}
                  className="text-left wrap-anywhere whitespace-pre-line"
                  data-current={isCurrent ? "" : undefined}
                >
                  <MarkedText {...props} headingKey={heading} />
                </td>
              )}
              {lastYear ? (
                <td data-last-year className="min-w-30 text-right">
                  {formatFigure(lastYear[anchor] ?? null)}
                </td>
              ) : null}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function MarkedText({ texts, before, headingKey }: ReviewMarkedProps & { headingKey: string }): ReactNode {
  const text = texts[headingKey] ?? "";
  const older = before?.texts[headingKey];
  if (older === undefined) return text;
  return <TextPieces pieces={compareTexts(older, text)} />;
}
