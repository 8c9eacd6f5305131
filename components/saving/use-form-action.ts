"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { sendUntilAnswered, type Unanswered } from "@/components/saving/send-until-answered";
import { valuesOf, withoutSecrets } from "@/lib/domain/form-values";
import type { ActionState, FormAction } from "@/lib/web/form-action";

const IDLE: ActionState = { status: "idle" };

/**
 * The last response to a form, a function that sends it, and whether a request is under way. A server that is not
 * reached is asked again, a build that does not know the form is said to be newer; both keep what was typed.
 */
export function useFormAction(action: FormAction, onDone?: () => void) {
  const t = useTranslations("common.unanswered");
  const refuse = (unanswered: Unanswered, form: FormData): ActionState => ({
    status: "refused",
    message: t(unanswered),
    values: withoutSecrets(valuesOf(form)),
    isOutdated: unanswered === "outdated",
  });
  return useAnsweredAction(action, IDLE, refuse, (after) => {
    if (after.status === "done") onDone?.();
  });
}

/** As `useFormAction`, for an action with states of its own. */
export function useAnsweredAction<State>(
  action: (state: State, form: FormData) => Promise<State>,
  initial: Awaited<State>,
  refuse: (unanswered: Unanswered, form: FormData) => State,
  onAnswer?: (after: State) => void,
) {
  const send = async (before: State, form: FormData): Promise<State> => {
    const mayRepeat = form.has("requestId");
    const result = await sendUntilAnswered(() => action(before, form), { mayRepeat, wait });
    const after = "answer" in result ? result.answer : refuse(result.unanswered, form);
    onAnswer?.(after);
    return after;
  };
  // The page that the server writes names the action itself: so the form is sent before scripts run.
  return useActionState<State, FormData>(typeof window === "undefined" ? action : send, initial);
}

/** What stood in the field `text` of a form whose other field takes a file. */
export function typedText(form: FormData): string {
  const { text } = valuesOf(form);
  return typeof text === "string" ? text : "";
}

function wait(ms: number): Promise<void> {
  return new Promise((later) => setTimeout(later, ms));
}
