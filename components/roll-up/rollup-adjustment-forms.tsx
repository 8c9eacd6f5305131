"use client";

import { PenLineIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { RollUpFold } from "@/components/roll-up/rollup-fold";
import { useFormAction } from "@/components/saving/use-form-action";
import { Checkbox } from "@/components/ui/checkbox";
import { Refused } from "@/components/ui/refused";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField, TextField } from "@/components/ui/text-field";
import { type AdjustmentEffect, effectOfAdjustment } from "@/lib/domain/adjustment";
import { cleanTyped, type FigureType, readFigure } from "@/lib/domain/figure";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { formatFigure } from "@/lib/i18n/numbers";
import type { FormAction } from "@/lib/web/form-action";

type AdjustmentFormProps = { action: FormAction; adjustmentId: string; requestId: string };

function AdjustmentIds({ adjustmentId, requestId }: Omit<AdjustmentFormProps, "action">): ReactNode {
  return (
    <>
      <input type="hidden" name="adjustmentId" value={adjustmentId} />
      <input type="hidden" name="requestId" value={requestId} />
    </>
  );
}

/** What the figure becomes; a large change is ticked as meant, since nothing else tells it from a slip of the hand. */
function Effect({ effect, id }: { effect: AdjustmentEffect; id: string }): ReactNode {
  const t = useTranslations("rollup.adjustment");
  const { before, after, verdict } = effect;
  const figures = { before: formatFigure(before), after: formatFigure(after) };
  if (verdict === "usual") return <p className="text-xs text-ink-2">{t("effect", figures)}</p>;
  return (
    <div className="grid gap-1" role="status">
      <p className="text-xs font-bold text-danger">{t(`effect_${verdict}`, figures)}</p>
      {verdict === "large" ? (
        <Checkbox id={id} name="confirmed" value="on">
          {t("confirm")}
        </Checkbox>
      ) : null}
    </div>
  );
}

/** Signs an adjustment, or declines it; what signing does to the figure stands above the buttons. */
export function DecideAdjustmentForm(props: AdjustmentFormProps & { effect: AdjustmentEffect }): ReactNode {
  const { action, adjustmentId, effect } = props;
  const t = useTranslations("rollup.adjustment");
  const [state, send] = useFormAction(action);
  return (
    <form action={send} className="col-span-full grid gap-2 justify-self-end">
      <AdjustmentIds {...props} />
      <Refused state={state} />
      <Effect effect={effect} id={`confirm-${adjustmentId}`} />
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton size="sm" name="decision" value="declined" busyLabel={t("declining")}>
          {t("decline")}
        </SubmitButton>
        {effect.verdict === "impossible" ? null : (
          <SubmitButton size="sm" name="decision" value="signed" busyLabel={t("signing")}>
            <PenLineIcon className="size-3.5" />
            {t("sign")}
          </SubmitButton>
        )}
      </div>
    </form>
  );
}

/** Takes back what one proposed oneself. */
export function WithdrawAdjustmentForm(props: AdjustmentFormProps): ReactNode {
  const t = useTranslations("rollup.adjustment");
  const [state, send] = useFormAction(props.action);
  return (
    <form action={send} className="col-span-full justify-self-end">
      <AdjustmentIds {...props} />
      <Refused state={state} />
      <SubmitButton size="sm" busyLabel={t("withdrawing")}>
        {t("withdraw")}
      </SubmitButton>
    </form>
  );
}

/** Revokes what was signed, with the reason. */
export function RevokeAdjustmentForm(props: AdjustmentFormProps): ReactNode {
  const { action, adjustmentId } = props;
  const t = useTranslations("rollup.adjustment");
  const [state, send] = useFormAction(action);
  const typed = "values" in state ? state.values.reason : "";
  const isAnswered = state.status === "invalid" || state.status === "refused";
  return (
    <RollUpFold className="col-span-full" summary={t("revoke")} isOpen={isAnswered}>
      <form action={send} className="grid gap-2.5" noValidate>
        <AdjustmentIds {...props} />
        <Refused state={state} hasTyped />
        <TextareaField
          id={`revoke-${adjustmentId}`}
          name="reason"
          label={t("revokeReason")}
          hint={t("revokeHint")}
          errors={state.status === "invalid" ? state.fieldErrors.reason : undefined}
          defaultValue={typeof typed === "string" ? typed : ""}
          limit={LIMIT.reason}
          rows={2}
          required
        />
        <div>
          <SubmitButton size="sm" variant="danger" busyLabel={t("revoking")}>
            {t("revoke")}
          </SubmitButton>
        </div>
      </form>
    </RollUpFold>
  );
}

type ProposeFormProps = {
  action: FormAction;
  cycleId: string;
  cell: { key: string; type: FigureType; unit: string };
  /** What the figure is now. */
  value: string | null;
  requestId: string;
};

/** Proposes a correction with its reason; it counts when a second person has signed it. */
export function ProposeAdjustmentForm({ action, cycleId, cell, value, requestId }: ProposeFormProps): ReactNode {
  const t = useTranslations("rollup.adjustment");
  const [state, send] = useFormAction(action);
  const values = state.status === "invalid" || state.status === "refused" ? state.values : {};
  const errors = state.status === "invalid" ? state.fieldErrors : {};
  const kept = typeof values.amount === "string" ? values.amount : "";
  const [typed, setTyped] = useState("");
  const amount = readFigure(cleanTyped(typed || kept));
  const effect = amount.kind === "number" ? effectOfAdjustment(cell.type, value, amount.value) : null;
  return (
    <RollUpFold summary={t("propose")} isOpen={state.status === "invalid" || state.status === "refused"}>
      <form action={send} className="grid gap-2.5">
        <input type="hidden" name="cycleId" value={cycleId} />
        <input type="hidden" name="cellKey" value={cell.key} />
        <input type="hidden" name="requestId" value={requestId} />
        <Refused state={state} hasTyped />
        <TextField
          id="adjustment-amount"
          name="amount"
          label={
            <>
              {t("amount")} <span className="text-xs text-ink-3">{cell.unit}</span>
            </>
          }
          hint={t("amountHint")}
          errors={errors.amount}
          defaultValue={kept}
          onChange={(event) => setTyped(event.target.value)}
          inputMode="numeric"
          autoComplete="off"
          required
        />
        {effect ? <Effect effect={effect} id="adjustment-confirm" /> : null}
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
          <SubmitButton size="sm" busyLabel={t("sending")}>
            {t("send")}
          </SubmitButton>
        </div>
      </form>
    </RollUpFold>
  );
}
