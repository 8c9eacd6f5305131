"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { ComposeExplanation, ComposeMaterial } from "@/components/compose/compose-model";
import { PANEL_LEAD } from "@/components/compose/compose-panel-lead";
import { useFindingText, useRuleWords } from "@/components/findings/finding-text";
import { useFormAction } from "@/components/saving/use-form-action";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Empty } from "@/components/ui/empty";
import { Refused } from "@/components/ui/refused";
import { Quote, Reason, Remark, RemarkHeader } from "@/components/ui/remark";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-field";
import { describePlace } from "@/lib/domain/check/describe-finding";
import type { Finding } from "@/lib/domain/check/finding";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { formatMoment } from "@/lib/i18n/dates";
import type { FormAction } from "@/lib/web/form-action";

type ComposeNotesProps = {
  material: ComposeMaterial;
  /** What the checks say now: the office's reason for something that is gone is not printed. */
  findings: readonly Finding[];
  now: number;
  isReadOnly: boolean;
  action: FormAction;
};

/** Every explanation that was given and accepted, each to be printed as a note of the report or not. */
export function ComposeNotes({ material, findings, now, isReadOnly, action }: ComposeNotesProps): ReactNode {
  const t = useTranslations("compose.note");
  const standing = new Set(findings.map((finding) => finding.id));
  if (material.explanations.length === 0) return <Empty title={t("none")}>{t("noneText")}</Empty>;
  return (
    <>
      <p className={cn(PANEL_LEAD, "text-sm text-ink-3")}>{t("lead")}</p>
      <ul>
        {material.explanations.map((explanation) => {
          const isGone = explanation.unit === null && !standing.has(explanation.findingId);
          return (
            <Remark key={`${explanation.submissionId} ${explanation.findingId}`}>
              <Said material={material} explanation={explanation} now={now} />
              {isGone ? <p className="text-sm text-ink-3">{t("gone")}</p> : null}
              {explanation.note === null ? null : (
                <Reason className="mt-2 px-2.5 py-2 text-sm">
                  <b>{t("printed")}</b>
                  {explanation.note}
                </Reason>
              )}
              {isReadOnly || isGone ? null : (
                <NoteForm cycleId={material.cycleId} explanation={explanation} action={action} />
              )}
            </Remark>
          );
        })}
      </ul>
    </>
  );
}

type SaidProps = { material: ComposeMaterial; explanation: ComposeExplanation; now: number };

function Said({ material, explanation, now }: SaidProps): ReactNode {
  const t = useTranslations("compose.note");
  const common = useTranslations("section.finding");
  const locale = useLocale();
  const sentenceOf = useFindingText();
  const inWords = useRuleWords();
  const { unit, finding, body, authorName, createdAt, acceptedByName } = explanation;
  return (
    <>
      <RemarkHeader>
        <b>{unit ?? t("ofOffice")}</b>
        <span>{finding ? inWords(describePlace(finding, material.subject.format)) : null}</span>
      </RemarkHeader>
      {finding ? <p className="text-sm text-ink-2">{sentenceOf(finding)}</p> : null}
      <Quote>{body}</Quote>
      <p className="text-xs text-ink-3">
        {authorName}　{formatMoment(new Date(createdAt), new Date(now), locale)}
        {acceptedByName ? `　${common("acceptedBy", { name: acceptedByName })}` : null}
      </p>
    </>
  );
}

type NoteFormProps = { cycleId: string; explanation: ComposeExplanation; action: FormAction };

function NoteForm({ cycleId, explanation, action }: NoteFormProps): ReactNode {
  const t = useTranslations("compose.note");
  const [isOpen, setOpen] = useState(false);
  const [state, send] = useFormAction(action, () => setOpen(false));
  const { submissionId, findingId, requestId, note, body } = explanation;
  const kept = state.status === "refused" || state.status === "invalid" ? state.values.note : undefined;
  const hidden = (
    <>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="cycleId" value={cycleId} />
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="findingId" value={findingId} />
    </>
  );
  const errors = state.status === "invalid" ? state.fieldErrors.note : undefined;
  if (!isOpen) {
    return (
      <form action={send} className="mt-2 flex items-center gap-2">
        <Button size="sm" variant={note === null ? "secondary" : "ghost"} onClick={() => setOpen(true)}>
          {t(note === null ? "print" : "change")}
        </Button>
        {note === null ? null : (
          <>
            {hidden}
            <input type="hidden" name="note" value="" />
            <SubmitButton size="sm" variant="ghost" busyLabel={t("stopping")}>
              {t("stop")}
            </SubmitButton>
          </>
        )}
        {errors ? <span className="text-sm text-danger">{errors.join(" ")}</span> : null}
        <Refused state={state} isInline />
      </form>
    );
  }
  return (
    <form action={send} className="mt-2">
      {hidden}
      <Refused state={state} className="mb-2" hasTyped />
      <TextareaField
        id={`note-${submissionId}-${findingId}`}
        name="note"
        label={t("label")}
        hint={t("hint")}
        defaultValue={typeof kept === "string" ? kept : (note ?? body)}
        errors={errors}
        limit={LIMIT.note}
        autoFocus
        required
      />
      <div className="mt-2 flex items-center gap-2">
        <SubmitButton size="sm" busyLabel={t("saving")}>
          {t("save")}
        </SubmitButton>
      </div>
    </form>
  );
}
