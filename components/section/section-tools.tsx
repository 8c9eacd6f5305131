"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Switch } from "@/components/ui/switch";
import { SectionPaste } from "./section-paste";

type SectionToolsProps = {
  isText: boolean;
  /** Whether last year stands beside this year; null where there is no last year. */
  comparing: { isOn: boolean; set: (isOn: boolean) => void } | null;
  onPaste: (text: string) => void;
};

/** What helps with a table: last year beside it, and putting in a copied one. */
export function SectionTools({ isText, comparing, onPaste }: SectionToolsProps): ReactNode {
  const t = useTranslations("section.tools");
  if (isText) return null;
  return (
    <>
      {comparing ? (
        <Switch checked={comparing.isOn} onChange={(event) => comparing.set(event.target.checked)}>
          {t("compare")}
        </Switch>
      ) : null}
      <SectionPaste onPaste={onPaste} />
    </>
  );
}
