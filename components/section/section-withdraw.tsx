"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormAction } from "@/components/saving/use-form-action";
import { Refused } from "@/components/ui/refused";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/web/form-action";

type SectionWithdrawProps = { submissionId: string; requestId: string; revision: number; action: FormAction };

/** Takes a submission back while nobody has begun to review it. */
export function SectionWithdraw({ submissionId, requestId, revision, action }: SectionWithdrawProps): ReactNode {
  const t = useTranslations("section.read");
  const [state, send] = useFormAction(action);
  return (
    <form action={send}>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="expectedRevision" value={revision} />
      <SubmitButton size="sm" busyLabel={t("withdrawing")}>
        {t("withdraw")}
      </SubmitButton>
      <Refused state={state} isInline />
    </form>
  );
}
