import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type RadioProps = Omit<ComponentProps<"input">, "type" | "children"> & { children: ReactNode };

/** One of several answers, with its words: the browser's own radio button, which works without JavaScript, drawn. */
export function Radio({ children, className, ...input }: RadioProps): ReactNode {
  return (
    <label
      className={cn(
        "inline-flex items-start gap-2 has-disabled:text-ink-3 max-md:min-h-row-lg max-md:items-center",
        className,
      )}
    >
      <input
        className="mt-0.75 inline-grid size-4 flex-none appearance-none place-items-center rounded-full border border-field bg-surface before:size-2 before:rounded-full checked:border-accent checked:before:bg-accent hover:border-ink-2 disabled:border-line-2 disabled:bg-sunken forced-colors:appearance-auto forced-colors:before:hidden max-md:mt-0 print:appearance-auto print:before:hidden"
        type="radio"
        {...input}
      />
      <span>{children}</span>
    </label>
  );
}
