import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TracedHead } from "@/components/official-table/traced-head";
import { TracedParts } from "@/components/official-table/traced-parts";
import { TracedUnits } from "@/components/official-table/traced-units";
import { YearsChart, type YearValue } from "@/components/public/public-years-chart";
import { Card } from "@/components/ui/card";
import { describeCell, type LocatedCell } from "@/lib/domain/cell";
import { cellsOf } from "@/lib/domain/check/subject-cells";
import type { CellKey } from "@/lib/domain/format";
import type { ReportDocument } from "@/lib/domain/report-document";
import type { FigureTrace, TracedUnit } from "@/lib/domain/trace-figure";
import { formatFigure } from "@/lib/i18n/numbers";

type PublicFigureProps = {
  document: ReportDocument;
  located: LocatedCell;
  trace: FigureTrace;
  isImported: boolean;
  history: readonly YearValue[];
  now: Date;
  hrefOfFigure: (cellKey: CellKey) => string;
  /** The same figure in the published report of a government below. */
  hrefOfReport: (reportId: string) => string;
};

/** One figure of a published report: its units, their versions, who sent and who approved each. */
export function PublicFigure(props: PublicFigureProps): ReactNode {
  const { located, trace, isImported, history, now } = props;
  const t = useTranslations("public.figure");
  return (
    <>
      <Card>
        <TracedHead
          caption={located.table.caption}
          place={describeCell(located)}
          value={formatFigure(trace.value) || <span className="text-sm text-ink-3">{t("blank")}</span>}
          unit={trace.value === null ? null : located.cell.unit}
        />
        {isImported ? (
          <p className="px-4 py-2 text-sm">{t("unknown")}</p>
        ) : trace.units.length > 0 ? (
          <UnitTable units={trace.units} now={now} hrefOfReport={props.hrefOfReport} />
        ) : (
          <p className="px-4 py-2 text-sm">{t("allZero")}</p>
        )}
        {isImported ? null : <Beside {...props} />}
      </Card>
      <div className="mt-4">
        <YearsChart title={t("years")} unit={`${t("yearsText")}　${located.cell.unit}`} values={history} />
      </div>
    </>
  );
}

type UnitTableProps = Pick<PublicFigureProps, "now" | "hrefOfReport"> & { units: readonly TracedUnit[] };

function UnitTable({ units, now, hrefOfReport }: UnitTableProps): ReactNode {
  const t = useTranslations("public.figure");
  const common = useTranslations("common");
  const words = {
    caption: t("caption"),
    unit: t("unit"),
    value: t("value"),
    share: t("share"),
    version: t("unitVersion"),
    submitted: t("submitted"),
    approved: t("approved"),
  };
  return (
    <TracedUnits
      hrefOfReport={hrefOfReport}
      units={units}
      now={now}
      words={words}
      shareOf={({ share }) => `${share}%`}
      versionOf={({ version }) => common("version", { version })}
    />
  );
}

/** What belongs to the figure besides its units: zeros, corrections, and the cells of a total. */
function Beside({ document, trace, hrefOfFigure }: PublicFigureProps): ReactNode {
  const t = useTranslations("public.figure");
  const separator = useTranslations("common")("listSeparator");
  const cells = cellsOf(document.format);
  return (
    <div className="space-y-1.5 border-t border-line px-4 pt-2 pb-3.5 text-sm">
      {trace.zeroUnits.length > 0 ? (
        <p>
          <b>{t("zeroUnits")}</b>　{trace.zeroUnits.join(separator)}
        </p>
      ) : null}
      {trace.absentUnits.length > 0 ? (
        <p>
          <b>{t("absentUnits")}</b>　{trace.absentUnits.join(separator)}
        </p>
      ) : null}
      {trace.adjustments.map(({ cellKey, amount, reason }) => (
        <p key={`${cellKey} ${reason}`}>
          <b>
            {t("adjustmentTitle")} {amount.startsWith("-") ? formatFigure(amount) : `+${amount}`}
          </b>
          　{t("adjustmentText", { office: document.office, reason })}
        </p>
      ))}
      {trace.parts.length > 1 ? (
        <>
          <p>
            <b>{t("parts")}</b>
          </p>
          <TracedParts
            className="text-ink-2"
            parts={trace.parts.map((part) => {
              const located = cells.get(part);
              return {
                cellKey: part,
                value: document.figures[part] ?? null,
                link: <a href={hrefOfFigure(part)}>{located ? describeCell(located) : part}</a>,
              };
            })}
          />
        </>
      ) : null}
    </div>
  );
}
