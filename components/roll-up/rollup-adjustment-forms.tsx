"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { PenIcon } from "@/components/icons";
import { Alert } from "@/components/ui/alert";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField, TextField } from "@/components/ui/text-field";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { ActionState, FormAction } from "@/lib/web/form-action";

const IDLE: ActionState = { status: "idle" };

type DecideFormProps = { action: FormAction; adjustmentId: string; requestId: string };

/** Signs an adjustment, or declines it. */
export function DecideAdjustmentForm({ action, adjustmentId, requestId }: DecideFormProps): ReactNode {
  const t = useTranslations("rollup.adjustment");
  const [state, send] = useActionState(action, IDLE);
  return (
    <form action={send} className="pv-do">
      <input type="hidden" name="adjustmentId" value={adjustmentId} />
      <input type="hidden" name="requestId" value={requestId} />
      {state.status === "refused" ? (
        <Alert kind="error" isAnnounced>
          {state.message}
        </Alert>
      ) : null}
      <div className="row row-w">
        <SubmitButton size="small" name="decision" value="declined" busyLabel={t("declining")}>
          {t("decline")}
        </SubmitButton>
        <SubmitButton size="small" name="decision" value="signed" busyLabel={t("signing")}>
          <PenIcon isSmall />
          {t("sign")}
        </SubmitButton>
      </div>
    </form>
  );
}

type ProposeFormProps = { action: FormAction; cycleId: string; cellKey: string; unit: string; requestId: string };

/** Proposes a correction with its reason; it counts when a second person has signed it. */
export function ProposeAdjustmentForm({ action, cycleId, cellKey, unit, requestId }: ProposeFormProps): ReactNode {
  const t = useTranslations("rollup.adjustment");
  const [state, send] = useActionState(action, IDLE);
  const values = state.status === "invalid" || state.status === "refused" ? state.values : {};
  const errors = state.status === "invalid" ? state.fieldErrors : {};
  return (
    <details className="pv-d" open={state.status === "invalid" || state.status === "refused"}>
      <summary>{t("propose")}</summary>
      <form action={send} className="pv-form">
        <input type="hidden" name="cycleId" value={cycleId} />
        <input type="hidden" name="cellKey" value={cellKey} />
        <input type="hidden" name="requestId" value={requestId} />
        {state.status === "refused" ? (
          <Alert kind="error" isAnnounced>
            {state.message}
          </Alert>
        ) : null}
        <TextField
          id="adjustment-amount"
          name="amount"
          label={
            <>
              {t("amount")} <span className="muted xs">{unit}</span>
            </>
          }
          hint={t("amountHint")}
          errors={errors.amount}
          defaultValue={typeof values.amount === "string" ? values.amount : ""}
          inputMode="numeric"
          autoComplete="off"
          required
        />
        <TextareaField
          id="adjustment-reason"
          limit={LIMIT.reason}
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          errors={errors.reason}
          defaultValue={typeof values.reason === "string" ? values.reason : ""}
          rows={2}
          required
        />
        <div>
          <SubmitButton size="small" busyLabel={t("sending")}>
            {t("send")}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
