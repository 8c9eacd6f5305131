import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Description, DescriptionList } from "@/components/ui/description-list";
import type { NextYear } from "@/lib/domain/next-year";

/** So much of a text that says the same again is worth a look before it is used once more. */
const MOSTLY = 50;
const MOST_NAMES = 12;

type NextYearDifferencesProps = {
  plan: NextYear;
  /** The report of the year before is published, and the new year is tied to it. */
  isPublishedBefore: boolean;
  /** Until when the sections would be due, as a person reads it. */
  dates: { tables: string; narrative: string };
};

/** What is otherwise than in the year before, read before the year is opened. */
export function NextYearDifferences({ plan, isPublishedBefore, dates }: NextYearDifferencesProps): ReactNode {
  const t = useTranslations("admin.openYear");
  const { before, format, units, added, gone, headings, indicators } = plan;
  if (!before) return null;
  const namesOf = (list: readonly { name: string }[]): string => {
    const names = list.slice(0, MOST_NAMES).map(({ name }) => name);
    const listed = names.join(t("separator"));
    return list.length > MOST_NAMES ? t("andMore", { names: listed, count: list.length }) : listed;
  };
  const repeated = headings.filter((heading) => (heading.repeated ?? 0) >= MOSTLY).length;
  const form = { format: format.name, document: format.document, before: before.formatName };
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("differences", { before: String(before.year) })}</CardTitle>
      </CardHeader>
      <CardContent>
        <DescriptionList>
          <Description term={t("units")}>
            <p>{t("unitCount", { count: units.length })}</p>
            {added.length > 0 ? <p>{t("added", { names: namesOf(added) })}</p> : null}
            {gone.length > 0 ? <p>{t("gone", { names: namesOf(gone) })}</p> : null}
            {added.length + gone.length === 0 ? <p>{t("sameUnits")}</p> : null}
          </Description>
          <Description term={t("carried")}>
            {t("carriedIn", { before: String(before.year), published: isPublishedBefore ? "yes" : "no" })}
          </Description>
          <Description term={t("outline")}>{t("outlineCount", { headings: headings.length, indicators })}</Description>
          {repeated > 0 ? (
            <Description term={t("repeatedText")}>{t("repeatedCount", { count: repeated })}</Description>
          ) : null}
          <Description term={t("format")}>
            {t(format.name === before.formatName ? "sameFormat" : "newFormat", form)}
          </Description>
          <Description term={t("dates")}>{t("datesText", dates)}</Description>
        </DescriptionList>
      </CardContent>
    </Card>
  );
}
