import type { ReactNode } from "react";
import { ErrorOctagonIcon } from "@/components/icons";

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
  const isWrong = errors !== undefined && errors.length > 0;
  const described = [hint ? `${id}-hint` : "", isWrong ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { id, "aria-invalid": isWrong || undefined, "aria-describedby": described || undefined };
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
    <div className={className ? `field ${className}` : "field"}>
      <label className="l" htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <span className="h" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {children}
      <FieldErrors id={id} errors={errors} />
    </div>
  );
}

export function FieldErrors({ id, errors }: Pick<FieldProps, "id" | "errors">): ReactNode {
  if (!errors || errors.length === 0) return null;
  return (
    <span className="err" id={`${id}-error`}>
      <ErrorOctagonIcon />
      <span>{errors.join(" ")}</span>
    </span>
  );
}
