"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
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
 * for them. Without scripts it is a plain form, and the server says the same.
 */
export function SectionSubmit(props: SectionSubmitProps): ReactNode {
  const { submissionId, requestId, revision, send, blocking, pending, needsSignature, isPrimary } = props;
  const t = useTranslations("section.bar");
  const form = useRef<HTMLFormElement>(null);
  const isWaiting = useRef(false);

  useEffect(() => {
    if (!isWaiting.current || pending > 0) return;
    isWaiting.current = false;
    if (blocking === 0) form.current?.requestSubmit();
  }, [pending, blocking]);

  return (
    <form action={send} ref={form} id={SUBMIT_FORM}>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="expectedRevision" value={revision} />
      <SubmitButton
        variant={isPrimary ? "primary" : "secondary"}
        busyLabel={t("submitting")}
        aria-describedby={WHY_NOT}
        {...(blocking > 0 ? { "aria-disabled": true } : {})}
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
