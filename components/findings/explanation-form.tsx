"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useFillForm } from "@/components/saving/fill-form";
import { newRequestId } from "@/components/saving/new-request-id";
import { useFormAction } from "@/components/saving/use-form-action";
import { Button } from "@/components/ui/button";
import { Refused } from "@/components/ui/refused";
import { Reason } from "@/components/ui/remark";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-field";
import { FILL_FIELDS } from "@/lib/domain/inputs/fill-fields";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { FormAction } from "@/lib/web/form-action";
import type { Explained, StaleExplained } from "./given-explanation";

type ExplanationFormProps = {
  /** The submission or the cycle, as the action wants it. */
  of: { name: "submissionId" | "cycleId"; value: string };
  findingId: string;
  explained: Explained | null;
  stale: StaleExplained | null;
  hint: string;
  action: FormAction;
  /** The figures must be with the server before it can find the warning there. */
  isSaved: boolean;
};

/** The reason for a finding that stands: as it was given, or the field for it. */
export function ExplanationForm(props: ExplanationFormProps): ReactNode {
  const { of, findingId, explained, stale, hint, action, isSaved } = props;
  const t = useTranslations("section.explain");
  const bar = useTranslations("section.bar");
  /** Made when the form is opened; a refused request may be sent again under it. */
  const [requestId, setRequestId] = useState<string | null>(null);
  const [state, send] = useFormAction(action, () => setRequestId(null));

  const fillForm = useFillForm();

  if (fillForm) {
    const name = `${FILL_FIELDS.explanation}${findingId}`;
    const typed = fillForm.kept[name];
    return (
      <>
        <input type="hidden" name={`seen:${name}`} form={fillForm.id} value={explained?.body ?? ""} />
        <TextareaField
          className="mt-2"
          id={`explain-${findingId}`}
          name={name}
          form={fillForm.id}
          label={t("label")}
          hint={hint}
          limit={LIMIT.reason}
          defaultValue={typeof typed === "string" ? typed : (explained?.body ?? "")}
        />
      </>
    );
  }
  if (requestId === null) {
    return (
      <>
        {explained ? <Given explained={explained} /> : stale ? <Stale stale={stale} /> : null}
        <div className="mt-2">
          <Button size="sm" variant={explained ? "ghost" : "secondary"} onClick={() => setRequestId(newRequestId())}>
            {explained ? t("change") : stale ? t("again") : t("open")}
          </Button>
        </div>
      </>
    );
  }

  const kept = state.status === "refused" || state.status === "invalid" ? state.values.body : undefined;
  return (
    <form action={send} className="mt-2">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name={of.name} value={of.value} />
      <input type="hidden" name="findingId" value={findingId} />
      <Refused state={state} className="mb-2" hasTyped />
      <TextareaField
        id={`explain-${findingId}`}
        name="body"
        label={t("label")}
        hint={hint}
        defaultValue={typeof kept === "string" ? kept : (explained?.body ?? stale?.body ?? "")}
        errors={state.status === "invalid" ? state.fieldErrors.body : undefined}
        limit={LIMIT.reason}
        autoFocus
      />
      <div className="mt-2 flex items-center gap-2">
        <SubmitButton size="sm" busyLabel={t("saving")} isDisabled={!isSaved}>
          {t("save")}
        </SubmitButton>
        {isSaved ? null : <span className="text-xs text-ink-3">{bar("notSaved")}</span>}
      </div>
    </form>
  );
}

function Given({ explained }: { explained: Explained }): ReactNode {
  const t = useTranslations("section.finding");
  return (
    <Reason className="mt-2 px-2.5 py-2 text-sm">
      <p>
        <b>{t("explained")}</b>
        {explained.body}
      </p>
      {explained.acceptedByName ? (
        <p className="text-xs text-ink-3">{t("acceptedBy", { name: explained.acceptedByName })}</p>
      ) : null}
    </Reason>
  );
}

function Stale({ stale }: { stale: StaleExplained }): ReactNode {
  const t = useTranslations("section.explain");
  const { body, before, now } = stale;
  return (
    <Reason className="mt-2 px-2.5 py-2 text-sm">
      <p>
        <b>{t("stale")}</b>
        {body}
      </p>
      {before !== null && now !== null && before !== now ? (
        <p className="text-xs text-ink-3">{t("staleFor", { before, now })}</p>
      ) : null}
    </Reason>
  );
}
