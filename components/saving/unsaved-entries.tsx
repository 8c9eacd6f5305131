"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { dropUnsaved, readUnsaved, type UnsavedEntry } from "@/components/saving/unsaved-storage";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { formatFigure } from "@/lib/i18n/numbers";

type UnsavedEntriesProps = {
  /** What they were kept under: a submission, or the address of a page. */
  of: string;
  /** Puts the values back into their fields; absent where nothing can be filled in now. */
  onPutBack?: (entries: readonly UnsavedEntry[]) => void;
};

/** What was typed before the page was shown afresh and is not saved: to be put back, or to be copied. */
export function UnsavedEntries({ of, onPutBack }: UnsavedEntriesProps): ReactNode {
  const t = useTranslations("common.unsaved");
  const [entries, setEntries] = useState<UnsavedEntry[]>([]);
  useEffect(() => setEntries(readUnsaved(of)), [of]);
  if (entries.length === 0) return null;
  const drop = () => {
    dropUnsaved(of);
    setEntries([]);
  };
  return (
    <Alert
      variant="warning"
      isAnnounced
      actions={
        <>
          {onPutBack ? (
            <Button
              size="sm"
              onClick={() => {
                onPutBack(entries);
                drop();
              }}
            >
              {t("putBack")}
            </Button>
          ) : null}
          <Button size="sm" variant="ghost" onClick={drop}>
            {t("drop")}
          </Button>
        </>
      }
    >
      <b>{t("title", { count: entries.length })}</b>
      <ul className="list-disc pl-4">
        {entries.map(({ anchor, place, value }) => (
          <li key={anchor} className="wrap-anywhere whitespace-pre-wrap">
            {t("entry", { place, value: formatFigure(value) || t("blank") })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
