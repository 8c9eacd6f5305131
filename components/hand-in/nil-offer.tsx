"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormAction } from "@/components/saving/use-form-action";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Refused } from "@/components/ui/refused";
import { SubmitButton } from "@/components/ui/submit-button";
import { STEP_FIELDS } from "@/lib/domain/inputs/step-fields";
import type { ActionState, FormAction } from "@/lib/web/form-action";

/** A section as the forms of several sections name it. */
export type NamedSection = { id: string; revision: number; title: string; blanks: number };

type NilOfferProps = {
  /** Sections in which nothing is filled in. */
  sections: readonly NamedSection[];
  /** Said to be nil and not submitted yet. */
  declared: readonly NamedSection[];
  /** One id for the offer, and one for each that may be taken back. */
  requestIds: { declare: string; withdraw: Readonly<Record<string, string>> };
  actions: { declare: FormAction; withdraw: FormAction };
  className?: string;
};

/** Says of several sections at once that nothing happened, listed first; until they are submitted it is taken back. */
export function NilOffer({ sections, declared, requestIds, actions, className }: NilOfferProps): ReactNode {
  const t = useTranslations("handin.nil");
  const [state, declare] = useFormAction(actions.declare);
  if (sections.length + declared.length === 0) return null;
  return (
    <Card className={className} aria-labelledby="nil-title">
      <CardHeader>
        <CardTitle id="nil-title">{t("title")}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-3">
        <Told state={state} />
        {sections.length > 0 ? (
          <form action={declare} className="grid gap-2.5">
            <input type="hidden" name="requestId" value={requestIds.declare} />
            <p className="text-ink-2">{t("text", { count: sections.length })}</p>
            <div className="grid gap-1.5">
              {sections.map(({ id, revision, title, blanks }) => (
                <div key={id}>
                  <input type="hidden" name={`${STEP_FIELDS.revision}${id}`} value={revision} />
                  <Checkbox name="section[]" value={id} defaultChecked>
                    {t("section", { title, blanks })}
                  </Checkbox>
                </div>
              ))}
            </div>
            <div>
              <SubmitButton busyLabel={t("acting")}>{t("act")}</SubmitButton>
            </div>
          </form>
        ) : null}
        {declared.length > 0 ? (
          <div className="grid gap-1.5">
            <p className="text-ink-2">{t("declared")}</p>
            <ul className="grid gap-1.5">
              {declared.map((section) => (
                <li key={section.id} className="flex flex-wrap items-center gap-2">
                  <span>{section.title}</span>
                  <NilWithdraw
                    section={section}
                    requestId={requestIds.withdraw[section.id] ?? ""}
                    action={actions.withdraw}
                  />
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </CardContent>
    </Card>
  );
}

type NilWithdrawProps = { section: NamedSection; requestId: string; action: FormAction };

/** Takes back that nothing happened in one section. */
export function NilWithdraw({ section, requestId, action }: NilWithdrawProps): ReactNode {
  const t = useTranslations("handin.nil");
  const [state, send] = useFormAction(action);
  return (
    <form action={send} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="section[]" value={section.id} />
      <input type="hidden" name={`${STEP_FIELDS.revision}${section.id}`} value={section.revision} />
      <SubmitButton
        size="sm"
        variant="ghost"
        busyLabel={t("withdrawing")}
        aria-label={t("withdrawLabel", { title: section.title })}
      >
        {t("withdraw")}
      </SubmitButton>
      <Refused state={state} isInline />
    </form>
  );
}

/** What a step with several sections said: how many it was, or why there was none. */
export function Told({ state }: { state: ActionState }): ReactNode {
  const t = useTranslations("handin.nil");
  if (state.status === "done" && state.message !== "") {
    return (
      <Alert variant="success" isAnnounced>
        {state.message}
      </Alert>
    );
  }
  if (state.status === "invalid") {
    const { section, ...others } = state.fieldErrors;
    return (
      <Alert variant="error" isAnnounced>
        {section ? t("none") : [...new Set(Object.values(others).flat())].join(" ")}
      </Alert>
    );
  }
  return <Refused state={state} hasTyped />;
}
