"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useState } from "react";
import type { ActionState, FormAction } from "@/lib/web/form-action";
import { newRequestId } from "./new-request-id";
import { Button } from "./ui/button";
import { SubmitButton } from "./ui/submit-button";
import { TextareaField } from "./ui/text-field";

export type Explained = { findingId: string; body: string; acceptedByName: string | null };

type ExplanationFormProps = {
  submissionId: string;
  findingId: string;
  explained: Explained | null;
  action: FormAction;
  /** The figures must be with the server before it can find the warning there. */
  isSaved: boolean;
};

const IDLE: ActionState = { status: "idle" };

/** The reason for a warning that stands: as it was given, or the field for it. */
export function ExplanationForm(props: ExplanationFormProps): ReactNode {
  const { submissionId, findingId, explained, action, isSaved } = props;
  const t = useTranslations("section.explain");
  const finding = useTranslations("section.finding");
  const bar = useTranslations("section.bar");
  /** Made when the form is opened; a refused request may be sent again under it. */
  const [requestId, setRequestId] = useState<string | null>(null);
  const [state, send] = useActionState(async (before: ActionState, form: FormData): Promise<ActionState> => {
    const after = await action(before, form);
    if (after.status === "done") setRequestId(null);
    return after;
  }, IDLE);

  if (requestId === null) {
    return (
      <>
        {explained ? (
          <div className="expl">
            <p>
              <b>{finding("explained")}</b>
              {explained.body}
            </p>
            {explained.acceptedByName ? (
              <p className="xs muted">{finding("acceptedBy", { name: explained.acceptedByName })}</p>
            ) : null}
          </div>
        ) : null}
        <div className="mt8">
          <Button size="small" kind={explained ? "quiet" : "secondary"} onClick={() => setRequestId(newRequestId())}>
            {explained ? t("change") : t("open")}
          </Button>
        </div>
      </>
    );
  }

  const kept = state.status === "refused" || state.status === "invalid" ? state.values.body : undefined;
  return (
    <form action={send} className="mt8">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="findingId" value={findingId} />
      <TextareaField
        id={`explain-${findingId}`}
        name="body"
        label={t("label")}
        hint={t("hint")}
        defaultValue={typeof kept === "string" ? kept : (explained?.body ?? "")}
        errors={
          state.status === "invalid" ? state.fieldErrors.body : state.status === "refused" ? [state.message] : undefined
        }
        maxLength={2000}
        autoFocus
      />
      <div className="row mt8">
        <SubmitButton size="small" busyLabel={t("saving")} isDisabled={!isSaved}>
          {t("save")}
        </SubmitButton>
        {isSaved ? null : <span className="xs muted">{bar("notSaved")}</span>}
      </div>
    </form>
  );
}
