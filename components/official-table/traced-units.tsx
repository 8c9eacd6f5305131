import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import type { TracedUnit } from "@/lib/domain/trace-figure";
import { formatMoment } from "@/lib/i18n/dates";
import { formatFigure } from "@/lib/i18n/numbers";

type TracedUnitsProps = {
  units: readonly TracedUnit[];
  now: Date;
  words: Readonly<Record<"caption" | "unit" | "value" | "share" | "version" | "submitted" | "approved", string>>;
  shareOf: (unit: TracedUnit) => ReactNode;
  versionOf: (unit: TracedUnit) => ReactNode;
};

/** The units that make up a figure: how much is whose, and who submitted and approved it. */
export function TracedUnits({ units, now, words, shareOf, versionOf }: TracedUnitsProps): ReactNode {
  const locale = useLocale();
  return (
    <table className="tb tb-stack pv">
      <caption className="sr-only">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.unit}</th>
          <th scope="col" className="num">
            {words.value}
          </th>
          <th scope="col">{words.share}</th>
          <th scope="col">{words.version}</th>
          <th scope="col">{words.submitted}</th>
          <th scope="col">{words.approved}</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.unit}>
            <th scope="row">{unit.unit}</th>
            <td className="num font-bold">{formatFigure(unit.value)}</td>
            <td className="whitespace-nowrap">{unit.share === null ? null : shareOf(unit)}</td>
            <td className="whitespace-nowrap">{versionOf(unit)}</td>
            <td data-label={words.submitted}>
              {unit.submittedBy}
              <small>{formatMoment(new Date(unit.submittedAt), now, locale)}</small>
            </td>
            <td data-label={words.approved}>
              {unit.approvedBy}
              <small>{formatMoment(new Date(unit.approvedAt), now, locale)}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
