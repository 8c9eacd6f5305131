"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useEffect } from "react";
import { Alert } from "@/components/ui/alert";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState, FormAction } from "@/lib/web/form-action";

type SectionNilProps = {
  submissionId: string;
  requestId: string;
  revision: number;
  action: FormAction;
  isNil: boolean;
  /** Blank cells of a section in which nothing but zeros is filled in; 0 where there is something else. */
  blanks: number;
  isSaved: boolean;
  /** The stored figures have changed under the page. */
  onDone: () => void;
};

const IDLE: ActionState = { status: "idle" };

/** Offers to say in one step that nothing happened, and says so where it was said. */
export function SectionNil(props: SectionNilProps): ReactNode {
  const { submissionId, requestId, revision, action, isNil, blanks, isSaved, onDone } = props;
  const t = useTranslations("section.nil");
  const [state, send] = useActionState(action, IDLE);
  useEffect(() => {
    if (state.status === "done") onDone();
  }, [state, onDone]);

  if (isNil) return <Alert variant="info">{t("declared")}</Alert>;
  if (blanks === 0) return null;
  return (
    <form action={send}>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="expectedRevision" value={revision} />
      <Alert
        variant="info"
        actions={
          <SubmitButton size="sm" busyLabel={t("acting")} isDisabled={!isSaved}>
            {t("act")}
          </SubmitButton>
        }
      >
        {t("question", { count: blanks })}
        {state.status === "refused" ? <p className="text-danger">{state.message}</p> : null}
      </Alert>
    </form>
  );
}
