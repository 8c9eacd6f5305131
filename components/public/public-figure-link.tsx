import { XIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Terms } from "@/components/ui/terms";
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
      className={cn(
        "scroll-my-[40vh] font-normal text-inherit underline decoration-paper-ink-2 decoration-dotted decoration-1 underline-offset-4 hover:rounded-xs hover:bg-accent-soft target:rounded-xs target:bg-accent-soft",
        className,
      )}
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
    <div
      className="absolute right-0 z-5 mt-2 hidden w-82 max-w-[calc(100vw---spacing(8))] scroll-my-[40vh] rounded-md border border-line-2 bg-surface px-3.5 py-3 text-left font-sans text-sm text-ink shadow-pop target:block max-md:static max-md:my-2.5 max-md:w-auto [&_p]:text-left [&_p]:indent-0"
      id={`${id}.units`}
      role="note"
    >
      <div className="flex items-center justify-between gap-2">
        <b>
          {describeCell(located)}　{formatFigure(trace.value)} {located.cell.unit}
        </b>
        <a className="text-ink-3" href={`#${id}`} aria-label={t("close")}>
          <XIcon />
        </a>
      </div>
      <Terms
        terms={[
          ...trace.units.map(({ unit, value }) => ({ label: unit, value: formatFigure(value) })),
          ...trace.adjustments.map(({ reason, amount }) => ({
            label: `${t("adjustmentTitle")}　${reason}`,
            value: formatFigure(amount),
          })),
        ]}
      />
      <p className="mt-2 text-xs text-ink-3">
        {trace.zeroUnits.length > 0 ? t("zeros", { count: trace.zeroUnits.length }) : null}
        {trace.adjustments.length === 0 ? t("noAdjustment") : t("adjustments", { count: trace.adjustments.length })}{" "}
        <a href={source.hrefOfFigure(trace.cellKey)}>{t("details")}</a>
      </p>
    </div>
  );
}
