import { cva } from "class-variance-authority";
import { ChevronDownIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Field, type FieldProps, fieldWiring } from "@/components/ui/field";

/** Choices of the same `group` stand together under its words. */
export type Choice = { value: string; label: string; isDisabled?: boolean; group?: string };

const select = cva(
  [
    "w-full appearance-none rounded-sm border bg-surface pr-7.5 pl-2.5 text-ellipsis hover:border-ink-2 max-md:h-row-lg max-md:text-md",
    "aria-invalid:border-danger aria-invalid:inset-ring aria-invalid:inset-ring-danger",
    "disabled:border-line-2 disabled:bg-sunken disabled:text-ink-3",
  ],
  {
    variants: { size: { sm: "h-field-sm border-line-2 text-sm", md: "h-field border-field" } },
  },
);

type SelectProps = Omit<ComponentProps<"select">, "size" | "children"> & {
  choices: readonly Choice[];
  size?: "sm" | "md";
};

/** The browser's own select, which works without JavaScript, drawn. Without a visible label it needs an `aria-label`. */
export function Select({ choices, size = "md", className, ...rest }: SelectProps): ReactNode {
  return (
    <span className={cn("relative inline-block max-w-full", className)}>
      <select className={select({ size })} {...rest}>
        {[...Map.groupBy(choices, ({ group }) => group)].map(([group, own]) =>
          group === undefined ? (
            own.map(drawChoice)
          ) : (
            <optgroup key={group} label={group}>
              {own.map(drawChoice)}
            </optgroup>
          ),
        )}
      </select>
      <ChevronDownIcon className="pointer-events-none absolute inset-y-0 right-2.5 my-auto size-3.5 text-ink-2" />
    </span>
  );
}

function drawChoice({ value, label, isDisabled }: Choice): ReactNode {
  return (
    <option key={value} value={value} disabled={isDisabled}>
      {label}
    </option>
  );
}

type SelectFieldProps = FieldProps & Omit<SelectProps, "id" | "className" | "size">;

/** A select with its label. */
export function SelectField({ id, label, hint, errors, className, ...rest }: SelectFieldProps): ReactNode {
  return (
    <Field id={id} label={label} hint={hint} errors={errors} {...(className ? { className } : {})}>
      <Select className="block" {...fieldWiring({ id, hint, errors })} {...rest} />
    </Field>
  );
}
