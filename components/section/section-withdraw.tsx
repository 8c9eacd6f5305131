"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Refused } from "@/components/ui/refused";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState, FormAction } from "@/lib/web/form-action";

type SectionWithdrawProps = { submissionId: string; requestId: string; revision: number; action: FormAction };

const IDLE: ActionState = { status: "idle" };

/** Takes a submission back while nobody has begun to review it. */
export function SectionWithdraw({ submissionId, requestId, revision, action }: SectionWithdrawProps): ReactNode {
  const t = useTranslations("section.read");
  const [state, send] = useActionState(action, IDLE);
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
