import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { Reason } from "@/components/ui/remark";
import { type HeadAnswer, listReservations } from "@/lib/domain/head-statement";

/** What the unit's head answered for with the signature: what does not hold stands open, with its reason. */
export function ReviewStatements({ answers }: { answers: readonly HeadAnswer[] }): ReactNode {
  const t = useTranslations("review.statements");
  const words = useTranslations("section.statements");
  const reservations = listReservations(answers);
  if (answers.length === 0) return null;
  if (reservations.length === 0) {
    return (
      <details className="mb-3 text-sm">
        <summary className="text-ink-2">{t("allHold", { count: answers.length })}</summary>
        <ul className="mt-1 list-disc pl-4.5 text-ink-2">
          {answers.map(({ statement }) => (
            <li key={statement}>{words(`of.${statement}`)}</li>
          ))}
        </ul>
      </details>
    );
  }
  return (
    <Alert variant="warning" className="mb-3">
      <b>{t("reserved", { count: reservations.length })}</b>
      <ul className="mt-1">
        {reservations.map(({ statement, reason }) => (
          <li key={statement} className="mt-1">
            {words(`of.${statement}`)} <b>{words("no")}</b>
            <Reason>{reason}</Reason>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
