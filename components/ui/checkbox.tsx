import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type InputProps = Omit<ComponentProps<"input">, "type" | "children">;

const LABEL = "inline-flex items-start gap-2 has-disabled:text-ink-3 max-md:min-h-row-lg max-md:items-center";
const BOX =
  "mt-0.75 max-md:mt-0 inline-grid size-4 flex-none appearance-none place-items-center border border-field bg-surface hover:border-ink-2 disabled:border-line-2 disabled:bg-sunken";

/** A check box with its words: the browser's own, which works without JavaScript, drawn. */
export function Checkbox({ children, className, ...input }: InputProps & { children?: ReactNode }): ReactNode {
  return (
    <label className={cn(LABEL, className)}>
      <input
        className={cn(
          BOX,
          "rounded-xs checked:border-accent checked:bg-accent",
          "before:hidden before:h-1.25 before:w-2.25 before:relative before:-top-px before:-rotate-45 before:border-b-[1.5px] before:border-l-[1.5px] before:border-white checked:before:block",
        )}
        type="checkbox"
        {...input}
      />
      {children === undefined ? null : <span>{children}</span>}
    </label>
  );
}
