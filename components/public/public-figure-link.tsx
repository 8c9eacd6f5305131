import { XIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { describeCell } from "@/lib/domain/cell";
import { cellsOf } from "@/lib/domain/check/subject-cells";
import type { CellKey } from "@/lib/domain/format";
import type { ReportDocument } from "@/lib/domain/report-document";
import { type FigureTrace, traceFigure } from "@/lib/domain/trace-figure";
import { formatFigure } from "@/lib/i18n/numbers";

/** A figure with more units than this goes straight to its own page. */
const SHOWN_UNITS = 5;

/** Where the figures of a published report lead. */
export type FigureSource = {
  document: ReportDocument;
  hrefOfFigure: (cellKey: CellKey) => string;
};

/** What a figure comes from; null where there is nothing to show: zero, blank, or a report that was read in. */
export function traceShown(document: ReportDocument, cellKey: CellKey): FigureTrace | null {
  const trace = traceFigure(document, cellKey);
  return trace && trace.units.length > 0 ? trace : null;
}

type FigureLinkProps = { source: FigureSource; trace: FigureTrace; id: string; className?: string };

/** A figure that opens its units. It is a link to a place in the page, or to a page: neither needs a script. */
export function FigureLink({ source, trace, id, className }: FigureLinkProps): ReactNode {
  const t = useTranslations("public.figure");
  const value = formatFigure(trace.value);
  const isShort = trace.units.length <= SHOWN_UNITS;
  return (
    <a
      id={id}
      className={className}
      href={isShort ? `#${id}.units` : source.hrefOfFigure(trace.cellKey)}
      aria-label={t("link", { value })}
    >
      {value}
    </a>
  );
}

type FigureUnitsProps = { source: FigureSource; trace: FigureTrace; id: string };

/** The units behind a figure, shown when its link is followed. */
export function FigureUnits({ source, trace, id }: FigureUnitsProps): ReactNode {
  const t = useTranslations("public.figure");
  const located = cellsOf(source.document.format).get(trace.cellKey);
  if (!located || trace.units.length > SHOWN_UNITS) return null;
  return (
    <div className="pop pp" id={`${id}.units`} role="note">
      <div className="flex items-center gap-2 justify-between">
        <b>
          {describeCell(located)}　{formatFigure(trace.value)} {located.cell.unit}
        </b>
        <a className="pop-x" href={`#${id}`} aria-label={t("close")}>
          <XIcon />
        </a>
      </div>
      <ul className="eq">
        {trace.units.map((unit) => (
          <li key={unit.unit}>
            <span>{unit.unit}</span>
            <span className="num">{formatFigure(unit.value)}</span>
          </li>
        ))}
        {trace.adjustments.map((adjustment) => (
          <li key={`${adjustment.cellKey} ${adjustment.reason}`}>
            <span>
              {t("adjustmentTitle")}　{adjustment.reason}
            </span>
            <span className="num">{formatFigure(adjustment.amount)}</span>
          </li>
        ))}
      </ul>
      <p className="text-xs text-ink-3 mt-2">
        {trace.zeroUnits.length > 0 ? t("zeros", { count: trace.zeroUnits.length }) : null}
        {trace.adjustments.length === 0 ? t("noAdjustment") : t("adjustments", { count: trace.adjustments.length })}{" "}
        <a href={source.hrefOfFigure(trace.cellKey)}>{t("details")}</a>
      </p>
    </div>
  );
}
