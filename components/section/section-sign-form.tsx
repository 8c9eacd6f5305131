"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormAction } from "@/components/saving/use-form-action";
import { HeadStatements } from "@/components/section/head-statements";
import { Refused } from "@/components/ui/refused";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-field";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { FormAction } from "@/lib/web/form-action";

type SectionSignFormProps = {
  submissionId: string;
  revision: number;
  requestIds: { sign: string; decline: string };
  signAction: FormAction;
  declineAction: FormAction;
};

/** Signs, or gives it back with a reason. Both work without scripts. */
export function SectionSignForm(props: SectionSignFormProps): ReactNode {
  const { submissionId, revision, requestIds } = props;
  const t = useTranslations("section.sign");
  const [signed, sign] = useFormAction(props.signAction);
  const [declined, decline] = useFormAction(props.declineAction);
  const kept = declined.status === "invalid" || declined.status === "refused" ? declined.values.reason : undefined;
  const seen = (
    <>
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="expectedRevision" value={revision} />
    </>
  );
  return (
    <>
      <form action={sign} className="mt-3">
        <input type="hidden" name="requestId" value={requestIds.sign} />
        {seen}
        <Refused state={signed} className="mb-3" hasTyped />
        <HeadStatements state={signed} />
        <SubmitButton variant="primary" busyLabel={t("signing")} className="mt-3 w-full">
          {t("sign")}
        </SubmitButton>
      </form>
      <details className="mt-3" open={declined.status === "invalid" || declined.status === "refused" || undefined}>
        <summary className="text-sm text-ink-2">{t("decline")}</summary>
        <form action={decline} className="mt-2" noValidate>
          <input type="hidden" name="requestId" value={requestIds.decline} />
          {seen}
          <Refused state={declined} className="mb-3" hasTyped />
          <TextareaField
            id="decline-reason"
            name="reason"
            label={t("reason")}
            hint={t("reasonHint")}
            limit={LIMIT.reason}
            defaultValue={typeof kept === "string" ? kept : ""}
            errors={declined.status === "invalid" ? declined.fieldErrors.reason : undefined}
          />
          <SubmitButton className="mt-2" busyLabel={t("declining")}>
            {t("decline")}
          </SubmitButton>
        </form>
      </details>
    </>
  );
}
