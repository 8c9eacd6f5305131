"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormAction } from "@/components/saving/use-form-action";
import { buttonVariants } from "@/components/ui/button-variants";
import { Refused } from "@/components/ui/refused";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField, TextField } from "@/components/ui/text-field";
import type { FormValues } from "@/lib/domain/form-values";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { FormAction } from "@/lib/web/form-action";

type OverviewExtendProps = {
  action: FormAction;
  cycleId: string;
  requestId: string;
  units: readonly { id: string; name: string }[];
  cancelHref: string;
};

/** Gives the units chosen more time for what is still open. */
export function OverviewExtend({ action, cycleId, requestId, units, cancelHref }: OverviewExtendProps): ReactNode {
  const t = useTranslations("overview.extend");
  const common = useTranslations("common");
  const [state, send] = useFormAction(action);
  const values: FormValues = "values" in state ? state.values : {};
  const errors = state.status === "invalid" ? state.fieldErrors : {};
  const typed = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  return (
    <form action={send} noValidate>
      <input type="hidden" name="cycleId" value={cycleId} />
      <input type="hidden" name="requestId" value={requestId} />
      {units.map(({ id }) => (
        <input key={id} type="hidden" name="organisationIds[]" value={id} />
      ))}
      <Refused state={state} className="mt-2" hasTyped />
      <TextField
        className="mt-3"
        id="extend-due"
        name="dueAt"
        type="date"
        label={t("due")}
        hint={t("dueHint")}
        errors={errors.dueAt}
        defaultValue={typed("dueAt")}
        required
      />
      <TextareaField
        className="mt-3"
        id="extend-reason"
        limit={LIMIT.reason}
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        errors={errors.reason}
        defaultValue={typed("reason")}
        required
      />
      <div className="mt-3 flex items-center gap-2">
        <SubmitButton variant="primary" busyLabel={t("sending")}>
          {t("send")}
        </SubmitButton>
        <a className={buttonVariants()} href={cancelHref}>
          {common("cancel")}
        </a>
      </div>
    </form>
  );
}
