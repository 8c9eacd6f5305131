import { ClockIcon } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Progress } from "@/components/ui/progress";
import { StateBadge } from "@/components/ui/state-badge";
import { type Cycle, dueDateOf } from "@/lib/domain/cycle";
import type { FormatSection, SectionId } from "@/lib/domain/format";
import { isLate, matchesFilter, type ProgressFilter } from "@/lib/domain/progress";
import { formatDaysLeft, formatMoment, formatNearDay, formatShortDueDay } from "@/lib/i18n/dates";
import type { OverviewCell, OverviewRow } from "@/lib/services/load-overview";

type OverviewMatrixProps = {
  cycle: Cycle;
  rows: readonly OverviewRow[];
  /** Sections that are shown, in the order of the form. */
  sections: readonly FormatSection[];
  filter: ProgressFilter;
  now: Date;
  hrefOf: (submissionId: string) => string;
  /** True where units can be chosen to be reminded. */
  isChoosing: boolean;
};

/** Units by sections: who has what, what waits, what is late. */
export function OverviewMatrix(props: OverviewMatrixProps): ReactNode {
  const { cycle, rows, sections, now, isChoosing } = props;
  const t = useTranslations("overview.matrix");
  const name = useTranslations("common.section");
  const locale = useLocale();
  return (
    <div className="mx-scroll">
      <table className="mx">
        <caption className="sr-only">{t("caption", { year: String(cycle.year) })}</caption>
        <colgroup>
          {isChoosing ? <col style={{ width: 40 }} /> : null}
          <col style={{ width: 190 }} />
          <col style={{ width: 100 }} />
          {sections.map((section) => (
            <col key={section.id} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {isChoosing ? (
              <th scope="col">
                <span className="sr-only">{t("choose")}</span>
              </th>
            ) : null}
            <th className="mx-u" scope="col">
              {t("unit")}
            </th>
            <th scope="col">{t("approved")}</th>
            {sections.map((section) => (
              <th key={section.id} scope="col">
                {name(section.id)}
                <small>{formatShortDueDay(dueDateOf(cycle, section.id), now, locale)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.unit.organisationId} {...props} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = OverviewMatrixProps & { row: OverviewRow };

function Row({ row, sections, filter, now, hrefOf, isChoosing }: RowProps): ReactNode {
  const t = useTranslations("overview.matrix");
  const { unit, cells, isRemindedToday } = row;
  const own = Object.values(cells);
  const approved = own.filter((cell) => cell.state === "approved").length;
  const isExempt = unit.exemptReason !== null;
  return (
    <tr>
      {isChoosing ? (
        <td className="ck">
          <span className="chk">
            <input
              type="checkbox"
              name="organisationIds[]"
              value={unit.organisationId}
              aria-label={t("chooseUnit", { unit: unit.name })}
            />
          </span>
        </td>
      ) : null}
      <th className="mx-u" scope="row">
        {unit.name}
        {unit.isOffice ? <span className="text-ink-3">{t("office")}</span> : null}
        {isRemindedToday ? <small>{t("remindedToday")}</small> : null}
      </th>
      <td className="pg">
        {isExempt ? (
          <StateBadge state="exempt" />
        ) : (
          <>
            <Progress
              label={t("progress", { approved, total: own.length })}
              parts={[{ value: approved, kind: "ok" }]}
              total={own.length}
            />
            <small aria-hidden="true">
              {approved} / {own.length}
            </small>
          </>
        )}
      </td>
      {sections.map((section) => (
        <Cell
          key={section.id}
          sectionId={section.id}
          cell={cells[section.id] ?? null}
          isExempt={isExempt}
          filter={filter}
          now={now}
          hrefOf={hrefOf}
        />
      ))}
    </tr>
  );
}

type CellProps = Pick<OverviewMatrixProps, "filter" | "now" | "hrefOf"> & {
  sectionId: SectionId;
  cell: OverviewCell | null;
  isExempt: boolean;
};

function Cell({ sectionId, cell, isExempt, filter, now, hrefOf }: CellProps): ReactNode {
  const t = useTranslations("overview.matrix");
  const name = useTranslations("common.section");
  const detail = useTranslations("common.stateDetail");
  if (!cell || isExempt) {
    return (
      <td className="na">
        <span className="sr-only">{isExempt ? t("exempt") : t("notAssigned")}</span>
      </td>
    );
  }
  const late = isLate(cell, now);
  const isWanted = matchesFilter(cell, filter, now);
  const className = [
    late ? "lt" : cell.state === "submitted" ? "act" : cell.state === "returned" ? "rt" : "",
    cell.state === "approved" ? "q" : "",
    isWanted ? "" : "off",
  ];
  return (
    <td className={className.filter(Boolean).join(" ") || undefined}>
      <Link href={hrefOf(cell.id)}>
        <span className="mx-s">{name(sectionId)}</span>
        <StateBadge state={cell.state}>{cell.state === "approved" ? detail("approvedShort") : undefined}</StateBadge>
        <CellNote cell={cell} isLate={late} now={now} />
      </Link>
    </td>
  );
}

function CellNote({ cell, isLate: late, now }: { cell: OverviewCell; isLate: boolean; now: Date }): ReactNode {
  const t = useTranslations("overview.matrix");
  const detail = useTranslations("common.stateDetail");
  const common = useTranslations("common");
  const locale = useLocale();
  if (late) {
    return (
      <small>
        <b className="text-warn">
          <ClockIcon className="size-3.5" /> {formatDaysLeft(cell.dueAt, now, locale)}
        </b>
        {cell.blanks ? `·${t("blanks", { count: cell.blanks })}` : null}
      </small>
    );
  }
  const isOpen = cell.state === "draft" || cell.state === "not_started";
  if (isOpen && cell.isExtended) {
    return <small>{detail("extendedTo", { day: formatShortDueDay(cell.dueAt, now, locale) })}</small>;
  }
  switch (cell.state) {
    case "approved":
      return cell.isNil ? <small>{common("state.nil")}</small> : null;
    case "submitted": {
      if (!cell.submittedAt) return null;
      const when = formatMoment(cell.submittedAt, now, locale);
      const day = formatNearDay(cell.submittedAt, now, locale);
      return <small>{cell.latestVersion > 1 ? t("again", { version: cell.latestVersion, day }) : when}</small>;
    }
    case "returned":
      return <small>{t("returned", { day: formatNearDay(cell.updatedAt, now, locale) })}</small>;
    case "awaiting_signature":
      return <small>{t("awaiting")}</small>;
    case "draft":
      return <small>{formatMoment(cell.updatedAt, now, locale)}</small>;
    default:
      return null;
  }
}

/** What the silhouettes mean. */
export function OverviewLegend(): ReactNode {
  const t = useTranslations("overview.matrix");
  const states = ["not_started", "draft", "awaiting_signature", "submitted", "returned", "approved"] as const;
  return (
    <p className="legend mt-3">
      {states.map((state) => (
        <StateBadge key={state} state={state} />
      ))}
      <span>{t("hatch")}</span>
    </p>
  );
}
