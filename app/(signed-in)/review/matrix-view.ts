import type { useTranslations } from "next-intl";
import type { MatrixColumn, MatrixRow } from "@/components/overview/overview-matrix";
import type { MatrixCell } from "@/components/overview/overview-matrix-cell";
import { type Cycle, dueDateOf } from "@/lib/domain/cycle";
import type { FormatSection } from "@/lib/domain/format";
import type { OverviewCell, OverviewRow } from "@/lib/domain/overview";
import { isLate, matchesFilter, type ProgressFilter } from "@/lib/domain/progress";
import { formatDaysLeft, formatMoment, formatNearDay, formatShortDueDay } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { routes } from "@/lib/web/routes";

type Translate = ReturnType<typeof useTranslations<never>>;

/** In which words and language the matrix says where sections stand, and at which moment. */
export type MatrixWords = { t: Translate; locale: Locale; now: Date };

/** The columns of the sections shown, each with its name and due day. */
export function matrixColumnsOf(
  cycle: Cycle,
  sections: readonly FormatSection[],
  { t, locale, now }: MatrixWords,
): MatrixColumn[] {
  return sections.map(({ id }) => ({
    sectionId: id,
    name: t(`common.section.${id}`),
    due: formatShortDueDay(dueDateOf(cycle, id), now, locale),
  }));
}

/** A page of units with where their sections stand, and which of these are what is looked for. */
export function matrixRowsOf(
  rows: readonly OverviewRow[],
  sections: readonly FormatSection[],
  filter: ProgressFilter,
  words: MatrixWords,
): MatrixRow[] {
  return rows.map(({ unit, cells, isRemindedToday }) => {
    const all = Object.values(cells);
    const shown = sections.flatMap(({ id }) => (cells[id] ? [[id, cellOf(cells[id], filter, words)] as const] : []));
    return {
      organisationId: unit.organisationId,
      unit: unit.name,
      isOffice: unit.isOffice,
      isExempt: unit.exemptReason !== null,
      isRemindedToday,
      approved: all.filter((cell) => cell.state === "approved").length,
      sections: all.length,
      cells: Object.fromEntries(shown),
    };
  });
}

function cellOf(cell: OverviewCell, filter: ProgressFilter, words: MatrixWords): MatrixCell {
  const { t, locale, now } = words;
  const { state, blanks, dueAt } = cell;
  const href = routes.review(cell.id);
  const isQuiet = !matchesFilter(cell, filter, now);
  if (!isLate(cell, now)) return { href, state, late: null, note: noteOf(cell, words), isQuiet };
  const note = blanks ? `·${t("overview.matrix.blanks", { count: blanks })}` : null;
  return { href, state, late: formatDaysLeft(dueAt, now, locale), note, isQuiet };
}

/** What stands under the state of a section that is not late; null where the state says it all. */
function noteOf(cell: OverviewCell, { t, locale, now }: MatrixWords): string | null {
  const isOpen = cell.state === "draft" || cell.state === "not_started";
  if (isOpen && cell.isExtended) {
    return t("common.stateDetail.extendedTo", { day: formatShortDueDay(cell.dueAt, now, locale) });
  }
  switch (cell.state) {
    case "approved":
      return cell.isNil ? t("common.state.nil") : null;
    case "submitted": {
      if (!cell.submittedAt) return null;
      const day = formatNearDay(cell.submittedAt, now, locale);
      const when =
        cell.latestVersion > 1
          ? t("overview.matrix.again", { version: cell.latestVersion, day })
          : formatMoment(cell.submittedAt, now, locale);
      return cell.isNil ? t("overview.matrix.waitingNil", { when }) : when;
    }
    case "returned":
      return t("overview.matrix.returned", { day: formatNearDay(cell.updatedAt, now, locale) });
    case "awaiting_signature":
      return t("overview.matrix.awaiting");
    case "draft":
      return formatMoment(cell.updatedAt, now, locale);
    default:
      return null;
  }
}
