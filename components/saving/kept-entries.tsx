"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { KeptEntry } from "@/components/saving/kept-typing";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { formatFigure } from "@/lib/i18n/numbers";

type KeptEntriesProps = {
  entries: readonly KeptEntry[];
  /** Absent where nothing can be filled in now. */
  onSend?: (entries: readonly KeptEntry[]) => void;
  onDrop: (entries: readonly KeptEntry[]) => void;
};

/** What was typed on this machine and never reached the server: each to be sent or thrown away. */
export function KeptEntries({ entries, onSend, onDrop }: KeptEntriesProps): ReactNode {
  const t = useTranslations("common.kept");
  if (entries.length === 0) return null;
  return (
    <Alert variant="warning" isAnnounced>
      <b>{t("title", { count: entries.length })}</b>
      <p>{t(onSend ? "text" : "textReading")}</p>
      <ul className="list-disc space-y-1 pl-4">
        {entries.map((entry) => {
          const value = formatFigure(entry.value) || t("blank");
          return (
            <li key={entry.anchor} className="wrap-anywhere whitespace-pre-wrap">
              {t("entry", { place: entry.place, value })}{" "}
              <span className="inline-flex gap-2">
                {onSend ? (
                  <Button size="sm" onClick={() => onSend([entry])} aria-label={t("sendOf", { place: entry.place })}>
                    {t("send")}
                  </Button>
                ) : null}
                <Button
                  size="sm"
                  variant="ghost"
                  onClick={() => onDrop([entry])}
                  aria-label={t("dropOf", { place: entry.place })}
                >
                  {t("drop")}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      {entries.length > 1 ? (
        <p className="flex flex-wrap gap-2">
          {onSend ? (
            <Button size="sm" onClick={() => onSend(entries)}>
              {t("sendAll")}
            </Button>
          ) : null}
          <Button size="sm" variant="ghost" onClick={() => onDrop(entries)}>
            {t("dropAll")}
          </Button>
        </p>
      ) : null}
    </Alert>
  );
}
