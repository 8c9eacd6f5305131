"use client";

import { type ReactNode, useActionState, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Checkbox, ChoiceGroup } from "@/components/ui/choice";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileField, type FileLimit } from "@/components/ui/file-field";
import { SelectField } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField, TextField } from "@/components/ui/text-field";
import type { ActionState, FormAction, FormValues } from "@/lib/web/form-action";

type Labelled = { name: string; label: string; hint?: string | undefined; className?: string };

/** One field of a form, as data, so that a page that is drawn on the server can say what the form asks. */
export type FormField =
  | { kind: "hidden"; name: string; value: string }
  | { kind: "heading"; name: string; label: string; hint?: string }
  | (Labelled & {
      kind: "text";
      value?: string;
      type?: "text" | "date" | "password" | "number" | "tel";
      isRequired?: boolean;
      autoComplete?: string;
      minLength?: number;
      maxLength?: number;
      /** Never sent back by the server; what was typed stays in the page alone. */
      isSecret?: boolean;
    })
  | (Labelled & { kind: "file"; accept: string; limit: FileLimit; isRequired?: boolean })
  | (Labelled & { kind: "textarea"; value?: string; rows?: number; isRequired?: boolean })
  | (Labelled & { kind: "select"; value?: string; choices: readonly { value: string; label: string }[] })
  | (Labelled & { kind: "checkbox"; isChecked?: boolean })
  | (Labelled & { kind: "checks"; values: readonly string[]; choices: readonly { value: string; label: string }[] });

export type ActionFormProps = {
  /** Stands before the ids of the fields, so that several forms share a page. */
  id: string;
  action: FormAction;
  fields: readonly FormField[];
  submitLabel: string;
  busyLabel: string;
  /** Heads the list of what is wrong. */
  errorTitle: string;
  buttonKind?: "primary" | "secondary" | "danger";
  buttonSize?: "small" | "medium" | "large";
  isWide?: boolean;
  /** What the act means, beside its button. */
  note?: ReactNode;
  /** The way out, beside the button, where the form is a question. */
  cancel?: ReactNode;
  /** The act can no longer be done; what it said stays. */
  isOver?: boolean;
  /** Takes the place of the message after an act; for what is shown once. */
  done?: (state: Extract<ActionState, { status: "done" }>) => ReactNode;
};

const IDLE: ActionState = { status: "idle" };

/**
 * A form that works before JavaScript has come. What was typed stays after an error, which is told at the top with a
 * link to the field and again below the field; after success the fields show what holds now.
 */
export function ActionForm(props: ActionFormProps): ReactNode {
  const { id, action, fields, submitLabel, busyLabel, errorTitle, isOver, note, cancel, done } = props;
  const [state, submit] = useActionState(action, IDLE);
  const [answered, setAnswered] = useState({ state, count: 0 });
  if (answered.state !== state) setAnswered({ state, count: answered.count + 1 });

  const kept = "values" in state ? state.values : null;
  const errors = state.status === "invalid" ? state.fieldErrors : {};
  const items = fields.flatMap(({ name, ...field }) => {
    const own = errors[plainName(name)] ?? [];
    const label = "label" in field ? `${field.label}` : "";
    return own.map((text) => ({ text: `${label} ${text}`, href: `#${fieldId(id, name)}` as const }));
  });
  const unnamed = Object.entries(errors).flatMap(([name, texts]) =>
    fields.some((field) => plainName(field.name) === name) ? [] : (texts ?? []),
  );

  return (
    <form action={submit} id={id} className="aform">
      {state.status === "invalid" ? <ErrorSummary title={errorTitle} items={items} /> : null}
      {unnamed.length > 0 ? (
        <Alert kind="error" isAnnounced>
          {unnamed.join(" ")}
        </Alert>
      ) : null}
      {state.status === "refused" ? (
        <Alert kind="error" isAnnounced>
          {state.message}
        </Alert>
      ) : null}
      {state.status === "done" ? (done?.(state) ?? <Done message={state.message} />) : null}
      {isOver ? null : (
        <>
          <div className="aform-fields">
            {fields.map((field) => (
              <FormInput
                // React empties a form after its act; a new key gives each field the value that holds now.
                key={isSecret(field) && state.status !== "done" ? field.name : `${field.name} ${answered.count}`}
                field={field}
                id={fieldId(id, field.name)}
                kept={kept}
                errors={errors[plainName(field.name)]}
              />
            ))}
          </div>
          {note}
          <div className={cancel ? "dlg-f" : undefined}>
            {cancel}
            <SubmitButton kind={props.buttonKind} size={props.buttonSize} isWide={props.isWide} busyLabel={busyLabel}>
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
    <Alert kind="done" isAnnounced>
      {message}
    </Alert>
  ) : null;
}

type FormInputProps = {
  field: FormField;
  id: string;
  kept: FormValues | null;
  errors: readonly string[] | undefined;
};

function FormInput({ field, id, kept, errors }: FormInputProps): ReactNode {
  if (field.kind === "hidden") return <input type="hidden" name={field.name} value={field.value} />;
  if (field.kind === "heading") {
    return (
      <div className="aform-h">
        <h2>{field.label}</h2>
        {field.hint ? <p className="sm sec">{field.hint}</p> : null}
      </div>
    );
  }
  const { name, label, hint, className } = field;
  const common = { id, label, hint, errors, ...(className ? { className } : {}) };
  const text = kept ? textOf(kept[name]) : undefined;
  if (field.kind === "textarea") {
    return (
      <TextareaField
        {...common}
        name={name}
        rows={field.rows ?? 3}
        defaultValue={text ?? field.value}
        required={field.isRequired}
      />
    );
  }
  if (field.kind === "file") {
    return <FileField {...common} name={name} accept={field.accept} limit={field.limit} required={field.isRequired} />;
  }
  if (field.kind === "select") {
    return <SelectField {...common} name={name} choices={field.choices} defaultValue={text ?? field.value} />;
  }
  if (field.kind === "checkbox") {
    return (
      <div className={className}>
        <Checkbox id={id} name={name} value="on" defaultChecked={kept ? kept[name] === "on" : field.isChecked}>
          {label}
          {hint ? <span className="sm muted aform-hint">{hint}</span> : null}
        </Checkbox>
      </div>
    );
  }
  if (field.kind === "checks") {
    const chosen = kept ? listOf(kept[name]) : field.values;
    return (
      <ChoiceGroup {...common}>
        <span className="aform-checks">
          {field.choices.map((choice) => (
            <Checkbox
              key={choice.value}
              name={name}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
            >
              {choice.label}
            </Checkbox>
          ))}
        </span>
      </ChoiceGroup>
    );
  }
  if (field.isSecret) return <SecretField {...field} id={id} errors={errors} />;
  return (
    <TextField
      {...common}
      name={name}
      type={field.type ?? "text"}
      defaultValue={text ?? field.value}
      required={field.isRequired}
      autoComplete={field.autoComplete ?? "off"}
      minLength={field.minLength}
      maxLength={field.maxLength}
    />
  );
}

type SecretFieldProps = Extract<FormField, { kind: "text" }> & Pick<FormInputProps, "id" | "errors">;

function SecretField({ id, errors, name, label, hint, className, ...field }: SecretFieldProps): ReactNode {
  const [typed, setTyped] = useState("");
  return (
    <TextField
      id={id}
      errors={errors}
      label={label}
      hint={hint}
      {...(className ? { className } : {})}
      name={name}
      type={field.type ?? "password"}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      required={field.isRequired}
      autoComplete={field.autoComplete ?? "off"}
      minLength={field.minLength}
      maxLength={field.maxLength}
    />
  );
}

function isSecret(field: FormField): boolean {
  return field.kind === "text" && field.isSecret === true;
}

function fieldId(formId: string, name: string): string {
  return `${formId}-${plainName(name)}`;
}

function plainName(name: string): string {
  return name.endsWith("[]") ? name.slice(0, -2) : name;
}

function textOf(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}

function listOf(value: string | string[] | undefined): readonly string[] {
  return Array.isArray(value) ? value : [];
}
