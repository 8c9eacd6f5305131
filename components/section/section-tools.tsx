"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Switch } from "@/components/ui/switch";
import { SectionPaste } from "./section-paste";
import { SectionWorkbook, type SectionWorkbookProps } from "./section-workbook";

type SectionToolsProps = {
  isText: boolean;
  /** Whether last year stands beside this year; null where there is no last year. */
  comparing: { isOn: boolean; set: (isOn: boolean) => void } | null;
  onPaste: (text: string) => void;
  workbook: SectionWorkbookProps;
};

/** What helps with a table: last year beside it, a workbook of it, and putting in a copied one. */
export function SectionTools({ isText, comparing, onPaste, workbook }: SectionToolsProps): ReactNode {
  const t = useTranslations("section.tools");
  if (isText) return null;
  return (
    <>
      {comparing ? (
        <Switch checked={comparing.isOn} onChange={(event) => comparing.set(event.target.checked)}>
          {t("compare")}
        </Switch>
      ) : null}
      <SectionWorkbook {...workbook} />
      <SectionPaste onPaste={onPaste} />
    </>
  );
}
