import type { EventNames } from "@/components/events/event-sentence";
import { cellsOf, nameCell } from "@/lib/domain/check/subject-cells";
import type { HistoryNames } from "@/lib/domain/history";
import { FORMATS } from "@/lib/formats";
import { localizeFormat } from "@/lib/formats/localize-format";
import type { Locale } from "@/lib/i18n/locale";

export function eventNamesOf(names: HistoryNames, locale: Locale): EventNames {
  const formats = FORMATS.map((format) => localizeFormat(format, locale));
  return {
    unitOf: (id) => names.units.get(id) ?? null,
    yearOf: (id) => names.years.get(id) ?? null,
    cellOf: (key) => {
      const format = formats.findLast((format) => cellsOf(format).has(key));
      return format ? nameCell(format, key) : (names.indicators.get(key) ?? null);
    },
    headingOf: names.headings,
  };
}
