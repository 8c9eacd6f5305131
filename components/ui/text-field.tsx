import type { ComponentProps, ReactNode } from "react";
import { Field, type FieldProps, fieldWiring } from "@/components/ui/field";

type TextFieldProps = FieldProps & Omit<ComponentProps<"input">, "id" | "className">;

/** One line of text with its label. */
export function TextField({ id, label, hint, errors, className, ...input }: TextFieldProps): ReactNode {
  return (
    <Field id={id} label={label} hint={hint} errors={errors} {...(className ? { className } : {})}>
      <input className="in" {...fieldWiring({ id, hint, errors })} {...input} />
    </Field>
  );
}

type TextareaFieldProps = FieldProps & Omit<ComponentProps<"textarea">, "id" | "className">;

/** Several lines of text with their label; the box grows with what is written. */
export function TextareaField({ id, label, hint, errors, className, ...textarea }: TextareaFieldProps): ReactNode {
  return (
    <Field id={id} label={label} hint={hint} errors={errors} {...(className ? { className } : {})}>
      <textarea className="in" rows={3} {...fieldWiring({ id, hint, errors })} {...textarea} />
    </Field>
  );
}
