import { ShieldCheckIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import type { History } from "@/lib/domain/history";
import { sealDigits } from "@/lib/domain/receipt";
import { formatMoment } from "@/lib/i18n/dates";

type HistorySealProps = { seal: NonNullable<History["seal"]>; now: Date };

/** Whether the record is what it was when it was sealed. */
export function HistorySeal({ seal, now }: HistorySealProps): ReactNode {
  const t = useTranslations("history.seal");
  const locale = useLocale();
  const { newest, all, verification } = seal;
  if (verification && !verification.isIntact) {
    return (
      <Alert variant="error" isAnnounced>
        <b>{t("broken")}</b>
        {verification.holdsUpToEventId > 0
          ? t("brokenAfter", { number: verification.holdsUpToEventId, row: verification.fault?.row ?? "" })
          : t("brokenFromStart", { row: verification.fault?.row ?? "" })}
      </Alert>
    );
  }
  if (!newest) {
    return (
      <Alert variant="info" icon={ShieldCheckIcon}>
        {t("none")}
      </Alert>
    );
  }
  const when = formatMoment(newest.sealedAt, now, locale);
  return (
    <Alert
      variant={verification ? "success" : "info"}
      icon={ShieldCheckIcon}
      actions={
        <span className="font-mono text-xs text-ink-2" title={newest.hash}>
          <span className="sr-only">{t("hash")}</span>
          {sealDigits(newest.hash)}
        </span>
      }
    >
      {verification ? (
        <>
          <b>{t("intact")}</b>
          {t("sealed", { count: all - verification.unsealed, when, unsealed: verification.unsealed })}
        </>
      ) : (
        t("unverified", { when })
      )}
    </Alert>
  );
}
