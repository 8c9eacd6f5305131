"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { useHasScripts } from "@/components/saving/fill-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { WHY_NOT } from "./section-bar";
import { SUBMIT_FORM } from "./section-changes";

type SectionSubmitProps = {
  submissionId: string;
  requestId: string;
  revision: number;
  send: (form: FormData) => void;
  /** Errors, warnings without explanation and conflicts. */
  blocking: number;
  /** How many blank cells the sentence beside the button says to count as 0. */
  blanksSeen: number;
  /** Cells that are still on their way to the server. */
  pending: number;
  needsSignature: boolean;
  isPrimary: boolean;
  /** Shows what is in the way, in place of sending. */
  onBlocked: () => void;
  /** Sends what waits to be saved at once. */
  onFlush: () => void;
};

/**
 * Submits the section as it is saved. With something in the way it shows that; with cells still on their way it waits
 * for them. Without scripts every button of the form sends and saves all that was typed first.
 */
export function SectionSubmit(props: SectionSubmitProps): ReactNode {
  const { submissionId, requestId, revision, send, blocking, pending, needsSignature, isPrimary } = props;
  const t = useTranslations("section.bar");
  const hasScripts = useHasScripts();
  const button = useRef<HTMLButtonElement>(null);
  const isWaiting = useRef(false);

  useEffect(() => {
    if (!isWaiting.current || pending > 0) return;
    isWaiting.current = false;
    if (blocking === 0) button.current?.form?.requestSubmit(button.current);
  }, [pending, blocking]);

  return (
    <form action={send} id={SUBMIT_FORM} className="flex items-center gap-2 max-md:flex-1">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="expectedRevision" value={revision} />
      <input type="hidden" name="blanksSeen" value={props.blanksSeen} />
      {hasScripts ? null : (
        <SubmitButton variant="primary" className="max-md:flex-1" busyLabel={t("savingAll")} name="step" value="save">
          {t("saveAll")}
        </SubmitButton>
      )}
      <SubmitButton
        ref={button}
        variant={isPrimary && hasScripts ? "primary" : "secondary"}
        className="max-md:flex-1"
        busyLabel={t("submitting")}
        name="step"
        value="submit"
        aria-describedby={WHY_NOT}
        {...(blocking > 0 && hasScripts ? { "aria-disabled": true } : {})}
        onClick={(event) => {
          if (blocking > 0) {
            event.preventDefault();
            props.onBlocked();
          } else if (pending > 0) {
            event.preventDefault();
            isWaiting.current = true;
            props.onFlush();
          }
        }}
      >
        {needsSignature ? t("submitToHead") : t("submit")}
      </SubmitButton>
    </form>
  );
}

/** First of the form's buttons, so that Enter in a field saves and does nothing else. */
export function SaveByEnter(): ReactNode {
  const t = useTranslations("section.bar");
  if (useHasScripts()) return null;
  return (
    <button
      type="submit"
      form={SUBMIT_FORM}
      name="step"
      value="save"
      className="sr-only"
      tabIndex={-1}
      aria-hidden="true"
    >
      {t("saveAll")}
    </button>
  );
}
