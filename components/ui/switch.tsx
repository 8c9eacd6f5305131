import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type SwitchProps = Omit<ComponentProps<"input">, "type" | "children"> & { children: ReactNode };

/** Turns a way of looking on and off at once; what is only stored when the form is sent is a `Checkbox`. */
export function Switch({ children, className, ...input }: SwitchProps): ReactNode {
  return (
    <label
      className={cn(
        "inline-flex items-center gap-2 text-sm leading-5.5 whitespace-nowrap max-md:min-h-row-lg",
        className,
      )}
    >
      <input
        className="relative h-4 w-7 flex-none appearance-none rounded-lg bg-field transition-[color,background-color,border-color] after:absolute after:top-0.5 after:left-0.5 after:size-3 after:rounded-full after:bg-white after:transition-[left] checked:bg-accent checked:after:left-3.5 disabled:bg-line-2 forced-colors:appearance-auto forced-colors:after:hidden"
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a check box brings its own checked state to the switch.
        role="switch"
        {...input}
      />
      <span>{children}</span>
    </label>
  );
}
