"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { TextButton } from "@/components/ui/remark";
import { TextareaField } from "@/components/ui/text-field";
import { headingOfAnchor } from "@/lib/domain/anchor";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { FigureChange } from "@/lib/domain/version-changes";
import { formatFigure } from "@/lib/i18n/numbers";

/** More changes than this are counted, not listed. */
const MOST_LISTED = 12;

/** The form that submits; the reason is a field of it although it stands elsewhere on the page. */
export const SUBMIT_FORM = "submit-section";

type SectionChangesProps = {
  /** Number of the version that was sent last. */
  version: number;
  changes: readonly FigureChange[];
  /** Why it is sent again as it was, as typed before; null unless it was sent so and that is asked. */
  reason: string | null;
  placeOf: (anchor: string) => string;
  onGo: (anchor: string) => void;
};

/**
 * What sending the section again would change, before it is sent. Nobody is asked why nothing changes before they have
 * pressed the button: most are about to change something.
 */
export function SectionChanges(props: SectionChangesProps): ReactNode {
  const { version, changes, reason, placeOf, onGo } = props;
  const t = useTranslations("section.changes");
  const blank = useTranslations("section.conflict")("blank");
  const word = (value: string | null) => formatFigure(value) || blank;
  if (changes.length === 0 && reason === null) return null;
  return (
    <Card className="mt-4 p-4" aria-labelledby="changes-title">
      <h2 id="changes-title" className="text-sm">
        {changes.length > 0 ? t("changed", { version, count: changes.length }) : t("same", { version })}
      </h2>
      {changes.length > 0 ? (
        <ul className="mt-2 text-sm">
          {changes.slice(0, MOST_LISTED).map(({ key, before, after }) => (
            <li key={key}>
              <TextButton className="py-1" onClick={() => onGo(key)}>
                {headingOfAnchor(key) === null
                  ? t("figure", { place: placeOf(key), before: word(before), after: word(after) })
                  : t("paragraph", { place: placeOf(key) })}
              </TextButton>
            </li>
          ))}
          {changes.length > MOST_LISTED ? <li>{t("more", { count: changes.length - MOST_LISTED })}</li> : null}
        </ul>
      ) : null}
      {changes.length === 0 ? (
        <TextareaField
          className="mt-3"
          id="unchanged-reason"
          form={SUBMIT_FORM}
          name="unchangedReason"
          label={t("why")}
          hint={t("whyHint")}
          limit={LIMIT.reason}
          rows={2}
          defaultValue={reason ?? ""}
          autoFocus
        />
      ) : null}
    </Card>
  );
}
