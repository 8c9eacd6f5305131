"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { SubmitButton } from "@/components/ui/submit-button";
import { SUBMIT_FORM } from "./section-changes";

type SectionNilProps = {
  isNil: boolean;
  /** Blank cells of a section in which nothing but zeros is filled in; 0 where there is something else. */
  blanks: number;
  isSaved: boolean;
  isActing: boolean;
};

/** Offers to say in one step that nothing happened, and says so where it was said. */
export function SectionNil({ isNil, blanks, isSaved, isActing }: SectionNilProps): ReactNode {
  const t = useTranslations("section.nil");
  if (isNil) return <Alert variant="info">{t("declared")}</Alert>;
  if (blanks === 0) return null;
  return (
    <Alert
      variant="info"
      actions={
        <SubmitButton
          size="sm"
          form={SUBMIT_FORM}
          name="step"
          value="nil"
          busyLabel={t("acting")}
          isDisabled={!isSaved || isActing}
        >
          {isActing ? t("acting") : t("act")}
        </SubmitButton>
      }
    >
      {t("question", { count: blanks })}
    </Alert>
  );
}
