import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { ErrorOctagonIcon } from "@/components/ui/state-icons";

export type FieldProps = {
  /** The input's id; hint and error take theirs from it. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** How to put it right, never only that it is wrong. */
  errors?: readonly string[] | undefined;
  className?: string;
};

/** What an input carries so that its hint and its error are read with it. */
export function fieldWiring({ id, hint, errors }: Pick<FieldProps, "id" | "hint" | "errors">): {
  id: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
} {
  const { isWrong, describedBy } = describe({ id, hint, errors });
  return { id, "aria-invalid": isWrong || undefined, "aria-describedby": describedBy };
}

/** A label, its hint, the input and its error, in this order. */
export function Field({
  id,
  label,
  hint,
  errors,
  className,
  children,
}: FieldProps & { children: ReactNode }): ReactNode {
  return (
    <div className={cn("block", className)}>
      <label className="mb-0.5 block font-bold" htmlFor={id}>
        {label}
      </label>
      <FieldHint id={id} hint={hint} />
      {children}
      <FieldErrors id={id} errors={errors} />
    </div>
  );
}

/** Check boxes or radio buttons under one question. */
export function FieldSet({
  id,
  label,
  hint,
  errors,
  className,
  children,
}: FieldProps & { children: ReactNode }): ReactNode {
  return (
    <fieldset
      className={cn("block", className)}
      id={id}
      tabIndex={-1}
      aria-describedby={describe({ id, hint, errors }).describedBy}
    >
      <legend className="mb-0.5 block font-bold">{label}</legend>
      <FieldHint id={id} hint={hint} />
      {children}
      <FieldErrors id={id} errors={errors} />
    </fieldset>
  );
}

function FieldHint({ id, hint }: Pick<FieldProps, "id" | "hint">): ReactNode {
  if (!hint) return null;
  return (
    <span className="mb-1 block text-sm text-ink-3" id={`${id}-hint`}>
      {hint}
    </span>
  );
}

export function FieldErrors({ id, errors }: Pick<FieldProps, "id" | "errors">): ReactNode {
  if (!errors || errors.length === 0) return null;
  return (
    <span className="mt-1 flex gap-1.5 text-sm text-danger" id={`${id}-error`}>
      <ErrorOctagonIcon className="mt-0.5" />
      <span>{errors.join(" ")}</span>
    </span>
  );
}

function describe({ id, hint, errors }: Pick<FieldProps, "id" | "hint" | "errors">) {
  const isWrong = errors !== undefined && errors.length > 0;
  const ids = [hint ? `${id}-hint` : "", isWrong ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { isWrong, describedBy: ids || undefined };
}
