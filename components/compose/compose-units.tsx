"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ComposeHeading, UnitText } from "@/components/compose/compose-model";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { formatMoment } from "@/lib/i18n/dates";

type ComposeUnitsProps = {
  heading: ComposeHeading | null;
  now: number;
  isReadOnly: boolean;
  onAppend: (heading: ComposeHeading, text: string) => void;
};

/** What each unit wrote under the heading that is being worked on. */
export function ComposeUnits({ heading, now, isReadOnly, onAppend }: ComposeUnitsProps): ReactNode {
  const t = useTranslations("compose.panel");
  if (!heading) return <Empty title={t("choose")}>{t("chooseText")}</Empty>;
  const name = `${heading.number}${heading.title}`;
  return (
    <>
      {name === "" ? null : <p className="rt-h text-sm font-bold">{t("unitsOf", { heading: name })}</p>}
      {heading.units.length === 0 ? <p className="rt-h text-sm text-ink-3">{t("noOwners")}</p> : null}
      <ul>
        {heading.units.map((unit) => (
          <li key={unit.unit} className="fd">
            <UnitParagraph unit={unit} now={now}>
              {unit.text === "" || isReadOnly ? null : (
                <Button size="sm" onClick={() => onAppend(heading, unit.text)}>
                  {t("append")}
                </Button>
              )}
            </UnitParagraph>
          </li>
        ))}
      </ul>
    </>
  );
}

function UnitParagraph({ unit, now, children }: { unit: UnitText; now: number; children: ReactNode }): ReactNode {
  const t = useTranslations("compose.panel");
  const locale = useLocale();
  return (
    <>
      <div className="fd-h">
        <b>{unit.unit}</b>
        {unit.version !== null && unit.approvedAt !== null ? (
          <span>
            {t("approvedVersion", {
              version: unit.version,
              time: formatMoment(new Date(unit.approvedAt), new Date(now), locale),
            })}
          </span>
        ) : null}
      </div>
      {unit.text === "" ? (
        <p className="text-sm text-ink-3">{unit.version === null ? t("notApproved") : t("emptyText")}</p>
      ) : (
        <p className="ut-text text-sm">{unit.text}</p>
      )}
      <div className="flex items-center gap-2 flex-wrap mt-2">
        {children}
        {unit.href ? (
          <Link className="text-sm" href={unit.href} prefetch={false}>
            {t("original")}
          </Link>
        ) : null}
      </div>
    </>
  );
}
