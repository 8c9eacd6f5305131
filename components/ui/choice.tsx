import type { ComponentProps, ReactNode } from "react";
import { FieldErrors } from "@/components/ui/field";

type InputProps = Omit<ComponentProps<"input">, "type" | "children">;

/** A check box with its words. */
export function Checkbox({ children, className, ...input }: InputProps & { children: ReactNode }): ReactNode {
  return (
    <label className={className ? `chk ${className}` : "chk"}>
      <input type="checkbox" {...input} />
      <span>{children}</span>
    </label>
  );
}

/** Turns a way of looking on and off at once; what is only stored when the form is sent is a check box. */
export function Switch({ children, className, ...input }: InputProps & { children: ReactNode }): ReactNode {
  return (
    <label className={className ? `sw ${className}` : "sw"}>
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a check box brings its own checked state to the switch. */}
      <input type="checkbox" role="switch" {...input} />
      <span>{children}</span>
    </label>
  );
}

type ChoiceGroupProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  className?: string;
  children: ReactNode;
};

/** Check boxes or radio buttons under one question. */
export function ChoiceGroup({ id, label, hint, errors, className, children }: ChoiceGroupProps): ReactNode {
  const isWrong = errors !== undefined && errors.length > 0;
  const described = [hint ? `${id}-hint` : "", isWrong ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset
      className={className ? `field ${className}` : "field"}
      id={id}
      tabIndex={-1}
      aria-describedby={described || undefined}
    >
      <legend className="l">{label}</legend>
      {hint ? (
        <span className="h" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {children}
      <FieldErrors id={id} errors={errors} />
    </fieldset>
  );
}
