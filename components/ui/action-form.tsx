"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { newRequestId } from "@/components/saving/new-request-id";
import { useFormAction } from "@/components/saving/use-form-action";
import { Alert } from "@/components/ui/alert";
import type { ButtonVariants } from "@/components/ui/button-variants";
import { cn } from "@/components/ui/cn";
import { ErrorSummary } from "@/components/ui/error-summary";
import { type FormField, FormInput, fieldId, isSecret, plainName } from "@/components/ui/form-input";
import { Refused } from "@/components/ui/refused";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState, FormAction } from "@/lib/web/form-action";

export type ActionFormProps = {
  /** Stands before the ids of the fields, so that several forms share a page. */
  id: string;
  action: FormAction;
  fields: readonly FormField[];
  submitLabel: string;
  busyLabel: string;
  /** Heads the list of what is wrong. */
  errorTitle: string;
  buttonVariant?: ButtonVariants["variant"];
  buttonSize?: ButtonVariants["size"];
  isWide?: boolean;
  /** Fields stand side by side where there is room; headings over both. */
  isTwoColumns?: boolean;
  /** What the act means, beside its button. */
  note?: ReactNode;
  /** The way out, beside the button, where the form is a question. */
  cancel?: ReactNode;
  /** The act can no longer be done; what it said stays. */
  isOver?: boolean;
  /** Takes the place of the message after an act; for what is shown once. */
  done?: (state: Extract<ActionState, { status: "done" }>) => ReactNode;
};

/** `requestId` takes the place of the page's own once that has been used. */
type Answered = { state: ActionState; count: number; requestId: string | null };

/**
 * A form that works before JavaScript has come. What was typed stays after an error, which is told at the top with a
 * link to the field and again below the field; after success the fields show what holds now.
 *
 * While it is on its way it takes no input: what somebody typed meanwhile would be emptied by the answer. What is sent
 * after a success is a new request, even where the page has not been drawn anew.
 */
export function ActionForm(props: ActionFormProps): ReactNode {
  const { id, action, fields, submitLabel, busyLabel, errorTitle, isOver, note, cancel, done } = props;
  const [state, submit, isPending] = useFormAction(action);
  const [answered, setAnswered] = useState<Answered>({ state, count: 0, requestId: null });
  if (answered.state !== state) {
    const requestId = state.status === "done" ? newRequestId() : answered.requestId;
    setAnswered({ state, count: answered.count + 1, requestId });
  }
  const messageRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answered.count > 0) messageRef.current?.focus();
  }, [answered.count]);

  const kept = "values" in state ? state.values : null;
  const errors = state.status === "invalid" ? state.fieldErrors : {};
  const items = fields.flatMap(({ name, ...field }) => {
    const fieldErrors = errors[plainName(name)] ?? [];
    const label = "label" in field ? `${field.label}` : "";
    return fieldErrors.map((text) => ({ text: `${label} ${text}`, href: `#${fieldId(id, name)}` as const }));
  });
  const unnamed = Object.entries(errors).flatMap(([name, texts]) =>
    fields.some((field) => plainName(field.name) === name) ? [] : (texts ?? []),
  );

  return (
    <form action={submit} id={id} className="flex flex-col gap-3.5" noValidate>
      {state.status === "invalid" ? <ErrorSummary key={answered.count} title={errorTitle} items={items} /> : null}
      {unnamed.length > 0 ? (
        <Alert variant="error" isAnnounced>
          {unnamed.join(" ")}
        </Alert>
      ) : null}
      {state.status === "refused" || state.status === "done" ? (
        <div ref={messageRef} tabIndex={-1} className="empty:hidden">
          {state.status === "done" ? (
            (done?.(state) ?? <Done message={state.message} />)
          ) : (
            <Refused state={state} hasTyped={fields.some(({ kind }) => kind !== "hidden")} />
          )}
        </div>
      ) : null}
      {isOver ? null : (
        <>
          <fieldset
            className={cn(
              "flex min-w-0 flex-col gap-3.5 not-has-[>:not([type=hidden])]:hidden",
              props.isTwoColumns && "md:grid md:grid-cols-2 md:items-end md:gap-x-6",
            )}
            disabled={isPending}
          >
            {fields.map((field) => (
              <FormInput
                // React empties a form after its act; a new key gives each field the value that holds now.
                key={isSecret(field) && state.status !== "done" ? field.name : `${field.name} ${answered.count}`}
                field={answered.requestId && isRequestId(field) ? { ...field, value: answered.requestId } : field}
                id={fieldId(id, field.name)}
                kept={kept}
                errors={errors[plainName(field.name)]}
              />
            ))}
          </fieldset>
          {note}
          <div className={cn(cancel && "mt-4 flex flex-wrap justify-end gap-2")}>
            {cancel}
            <SubmitButton
              variant={props.buttonVariant}
              size={props.buttonSize}
              className={props.isWide ? "w-full" : undefined}
              busyLabel={busyLabel}
            >
              {submitLabel}
            </SubmitButton>
          </div>
        </>
      )}
    </form>
  );
}

function Done({ message }: { message: string }): ReactNode {
  return message ? (
    <Alert variant="success" isAnnounced>
      {message}
    </Alert>
  ) : null;
}

function isRequestId(field: FormField): field is Extract<FormField, { kind: "hidden" }> {
  return field.kind === "hidden" && field.name === "requestId";
}
