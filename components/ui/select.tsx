import type { ComponentProps, ReactNode } from "react";
import { Field, type FieldProps, fieldWiring } from "@/components/ui/field";

export type Choice = { value: string; label: string; isDisabled?: boolean };

type SelectProps = Omit<ComponentProps<"select">, "size" | "children"> & {
  choices: readonly Choice[];
  isSmall?: boolean;
  /** Fills the width of its column. */
  isWide?: boolean;
};

/** The browser's own select, drawn. Without a visible label it needs an `aria-label`. */
export function Select({ choices, isSmall, isWide, ...select }: SelectProps): ReactNode {
  return (
    <span className={["sel", isSmall ? "sel-s" : "", isWide ? "sel-w" : ""].filter(Boolean).join(" ")}>
      <select {...select}>
        {choices.map(({ value, label, isDisabled }) => (
          <option key={value} value={value} disabled={isDisabled}>
            {label}
          </option>
        ))}
      </select>
    </span>
  );
}

type SelectFieldProps = FieldProps & Omit<SelectProps, "id" | "className" | "isSmall" | "isWide">;

/** A select with its label. */
export function SelectField({ id, label, hint, errors, className, ...select }: SelectFieldProps): ReactNode {
  return (
    <Field id={id} label={label} hint={hint} errors={errors} {...(className ? { className } : {})}>
      <Select isWide {...fieldWiring({ id, hint, errors })} {...select} />
    </Field>
  );
}
