"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ComposeHeading, UnitText } from "@/components/compose/compose-model";
import { PANEL_LEAD } from "@/components/compose/compose-panel-lead";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Empty } from "@/components/ui/empty";
import { Remark, RemarkHeader } from "@/components/ui/remark";
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
      {name === "" ? null : <p className={cn(PANEL_LEAD, "text-sm font-bold")}>{t("unitsOf", { heading: name })}</p>}
      {heading.units.length === 0 ? <p className={cn(PANEL_LEAD, "text-sm text-ink-3")}>{t("noOwners")}</p> : null}
      <ul>
        {heading.units.map((unit) => (
          <Remark key={unit.unit}>
            <UnitParagraph unit={unit} now={now}>
              {unit.text === "" || isReadOnly ? null : (
                <Button size="sm" onClick={() => onAppend(heading, unit.text)}>
                  {t("append")}
                </Button>
              )}
            </UnitParagraph>
          </Remark>
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
      <RemarkHeader>
        <b>{unit.unit}</b>
        {unit.version !== null && unit.approvedAt !== null ? (
          <span>
            {t("approvedVersion", {
              version: unit.version,
              time: formatMoment(new Date(unit.approvedAt), new Date(now), locale),
            })}
          </span>
        ) : null}
      </RemarkHeader>
      {unit.text === "" ? (
        <p className="text-sm text-ink-3">{unit.version === null ? t("notApproved") : t("emptyText")}</p>
      ) : (
        <p className="text-sm wrap-anywhere whitespace-pre-line">{unit.text}</p>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-2">
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
