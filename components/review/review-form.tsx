"use client";

import { useFormAction } from "@/components/saving/use-form-action";
import type { FormValues } from "@/lib/domain/form-values";
import type { FormAction } from "@/lib/web/form-action";

/** What every form about a submission carries: what it is about, and that it is sent once. */
export type ReviewFormProps = { action: FormAction; submissionId: string; requestId: string };

/** A move that somebody else may have made meanwhile also says which state it saw. */
export type ReviewMoveProps = ReviewFormProps & { revision: number };

/** What a form shows of its last answer. */
export function useReviewForm(action: FormAction) {
  const [state, send] = useFormAction(action);
  const values: FormValues = "values" in state ? state.values : {};
  return {
    state,
    send,
    errors: state.status === "invalid" ? state.fieldErrors : {},
    typed: (name: string) => (typeof values[name] === "string" ? values[name] : null),
  };
}

export function Hidden({ submissionId, requestId, revision }: Omit<ReviewFormProps, "action"> & { revision?: number }) {
  return (
    <>
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="requestId" value={requestId} />
      {revision === undefined ? null : <input type="hidden" name="expectedRevision" value={revision} />}
    </>
  );
}
