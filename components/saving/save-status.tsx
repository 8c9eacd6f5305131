import { ClockIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CellSaver } from "@/components/saving/cell-saver";
import { useSaving } from "@/components/saving/use-cell-saver";
import { Spinner } from "@/components/ui/spinner";
import { ErrorOctagonIcon } from "@/components/ui/state-icons";
import { formatClock } from "@/lib/i18n/dates";

type SaveStatusProps = {
  saver: CellSaver;
  signInHref: string;
  /** True where texts are saved, which nobody counts in cells. */
  isText?: boolean;
};

/** The left end of the bottom bar: what is saved, what is on its way, and what keeps it. */
export function SaveStatus({ saver, signInHref, isText = false }: SaveStatusProps): ReactNode {
  const t = useTranslations("grid");
  const { state, pending, savedAt, message } = useSaving(saver);
  return (
    // What says nothing yet takes no line of a phone, and no gap above the others.
    <span className="flex items-center gap-2 text-sm text-ink-2 max-md:empty:absolute" role="status">
      {state === "saving" && pending > 0 ? (
        <>
          <Spinner className="text-accent" />
          {t(isText ? "savingText" : "saving", { count: pending })}
        </>
      ) : null}
      {state === "offline" ? (
        <span className="flex items-center gap-2 text-warn">
          <ClockIcon />
          {t(isText ? "offlineText" : "offline", { count: pending })}
        </span>
      ) : null}
      {state === "outdated" ? (
        <span className="flex items-center gap-2 text-danger">
          <ErrorOctagonIcon />
          {t("outdated")}
        </span>
      ) : null}
      {state === "signed_out" ? (
        <span className="flex items-center gap-2 text-warn">
          <ClockIcon />
          <span>
            {t("signedOut")}{" "}
            <a href={signInHref} target="_blank" rel="noreferrer">
              {t("signIn")}
            </a>
          </span>
        </span>
      ) : null}
      {state === "refused" ? (
        <span className="flex items-center gap-2 text-danger">
          <ErrorOctagonIcon />
          {message}
        </span>
      ) : null}
      {savedAt ? <span className="text-ink-3">{t("savedAt", { time: formatClock(new Date(savedAt)) })}</span> : null}
    </span>
  );
}
