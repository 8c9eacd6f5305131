import type { ComponentProps, ReactNode } from "react";
import { Field, type FieldProps, fieldWiring } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { LimitedInput, LimitedTextarea } from "@/components/ui/text-limit";

/** A limit is shown while somebody types, and never cuts: `maxLength` would drop what is pasted without a word. */
type Limit = { limit?: number | undefined };

type TextFieldProps = FieldProps & Limit & Omit<ComponentProps<"input">, "id" | "className" | "maxLength">;

/** One line of text with its label. */
export function TextField({ id, label, hint, errors, className, limit, ...input }: TextFieldProps): ReactNode {
  return (
    <Field id={id} label={label} hint={hint} errors={errors} {...(className ? { className } : {})}>
      {limit === undefined ? (
        <Input {...fieldWiring({ id, hint, errors })} {...input} />
      ) : (
        <LimitedInput id={id} hint={hint} errors={errors} limit={limit} {...input} />
      )}
    </Field>
  );
}

type TextareaFieldProps = FieldProps & Limit & Omit<ComponentProps<"textarea">, "id" | "className" | "maxLength">;

/** Several lines of text with their label; the box grows with what is written. */
export function TextareaField({
  id,
  label,
  hint,
  errors,
  className,
  limit,
  ...textarea
}: TextareaFieldProps): ReactNode {
  return (
    <Field id={id} label={label} hint={hint} errors={errors} {...(className ? { className } : {})}>
      {limit === undefined ? (
        <Textarea {...fieldWiring({ id, hint, errors })} {...textarea} />
      ) : (
        <LimitedTextarea id={id} hint={hint} errors={errors} limit={limit} {...textarea} />
      )}
    </Field>
  );
}
