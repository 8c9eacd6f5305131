"use client";

import { type ReactNode, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldSet } from "@/components/ui/field";
import { FileField, type FileLimit } from "@/components/ui/file-field";
import { SelectField } from "@/components/ui/select";
import { TextareaField, TextField } from "@/components/ui/text-field";
import type { FormValues } from "@/lib/domain/form-values";

type Labelled = { name: string; label: string; hint?: string | undefined; className?: string };
/** How many characters are taken; counted while somebody types. */
type Limited = { limit?: number };

/** One field of a form, as data, so that a page that is drawn on the server can say what the form asks. */
export type FormField =
  | { kind: "hidden"; name: string; value: string }
  | { kind: "heading"; name: string; label: string; hint?: string }
  | (Labelled &
      Limited & {
        kind: "text";
        value?: string;
        type?: "text" | "date" | "password" | "number" | "tel";
        isRequired?: boolean;
        autoComplete?: string;
        minLength?: number;
        /** Never sent back by the server; what was typed stays in the page alone. */
        isSecret?: boolean;
        /** Shown, and known to password managers; not to be changed. */
        isReadOnly?: boolean;
      })
  | (Labelled & { kind: "file"; accept: string; limit: FileLimit; isRequired?: boolean })
  | (Labelled & Limited & { kind: "textarea"; value?: string; rows?: number; isRequired?: boolean })
  | (Labelled & { kind: "select"; value?: string; choices: readonly { value: string; label: string }[] })
  | (Labelled & { kind: "checkbox"; isChecked?: boolean })
  | (Labelled & { kind: "checks"; values: readonly string[]; choices: readonly { value: string; label: string }[] });

type FormInputProps = {
  field: FormField;
  id: string;
  kept: FormValues | null;
  errors: readonly string[] | undefined;
};

/** The field that its data asks for, with what was typed where the form has been sent before. */
export function FormInput({ field, id, kept, errors }: FormInputProps): ReactNode {
  if (field.kind === "hidden") return <input type="hidden" name={field.name} value={field.value} />;
  if (field.kind === "heading") {
    return (
      <div className="col-span-full not-first-of-type:mt-2.5 not-first-of-type:border-t not-first-of-type:border-line not-first-of-type:pt-5">
        <h2>{field.label}</h2>
        {field.hint ? <p className="text-sm text-ink-2">{field.hint}</p> : null}
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
        limit={field.limit}
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
          {hint ? <span className="block text-sm text-ink-3">{hint}</span> : null}
        </Checkbox>
      </div>
    );
  }
  if (field.kind === "checks") {
    const chosen = kept ? listOf(kept[name]) : field.values;
    return (
      <FieldSet {...common}>
        <span className="grid max-h-60 gap-0.5 overflow-y-auto">
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
      </FieldSet>
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
      limit={field.limit}
      readOnly={field.isReadOnly}
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
      limit={field.limit}
    />
  );
}

export function isSecret(field: FormField): boolean {
  return field.kind === "text" && field.isSecret === true;
}

export function fieldId(formId: string, name: string): string {
  return `${formId}-${plainName(name)}`;
}

export function plainName(name: string): string {
  return name.endsWith("[]") ? name.slice(0, -2) : name;
}

function textOf(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}

function listOf(value: string | string[] | undefined): readonly string[] {
  return Array.isArray(value) ? value : [];
}
