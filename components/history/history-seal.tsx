import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ErrorOctagonIcon, ShieldIcon } from "@/components/icons";
import { sealDigits } from "@/lib/domain/receipt";
import { formatMoment } from "@/lib/i18n/dates";
import type { History } from "@/lib/services/load-history";

type HistorySealProps = { seal: NonNullable<History["seal"]>; now: Date };

/** Whether the record is what it was when it was sealed. */
export function HistorySeal({ seal, now }: HistorySealProps): ReactNode {
  const t = useTranslations("history.seal");
  const locale = useLocale();
  const { newest, all, verification } = seal;
  if (verification && !verification.isIntact) {
    return (
      <div className="al al-e" role="alert">
        <ErrorOctagonIcon />
        <div className="grow">
          <b>{t("broken")}</b>
          {verification.holdsUpToEventId > 0
            ? t("brokenAfter", { number: verification.holdsUpToEventId, row: verification.fault?.row ?? "" })
            : t("brokenFromStart", { row: verification.fault?.row ?? "" })}
        </div>
      </div>
    );
  }
  if (!newest) {
    return (
      <div className="al al-i">
        <ShieldIcon />
        <div className="grow">{t("none")}</div>
      </div>
    );
  }
  const when = formatMoment(newest.sealedAt, now, locale);
  return (
    <div className={verification ? "al al-o" : "al al-i"}>
      <ShieldIcon />
      <div className="grow">
        {verification ? (
          <>
            <b>{t("intact")}</b>
            {t("sealed", { count: all - verification.unsealed, when, unsealed: verification.unsealed })}
          </>
        ) : (
          t("unverified", { when })
        )}
      </div>
      <span className="mono sec" title={newest.hash}>
        <span className="sr">{t("hash")}</span>
        {sealDigits(newest.hash)}
      </span>
    </div>
  );
}
