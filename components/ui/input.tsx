import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

const TEXT_INPUT = [
  "block w-full rounded-sm border border-field bg-surface px-2.5 placeholder:text-ink-3 hover:border-ink-2 max-md:text-md",
  "aria-invalid:border-danger aria-invalid:inset-ring aria-invalid:inset-ring-danger",
  "disabled:border-line-2 disabled:bg-sunken disabled:text-ink-3 read-only:border-transparent read-only:bg-sunken",
];

/** One line of text. Without a visible label it needs an `aria-label`; with one it is a `TextField`. */
export function Input({ className, ...rest }: ComponentProps<"input">): ReactNode {
  return <input className={cn(TEXT_INPUT, "h-field max-md:h-row-lg", className)} {...rest} />;
}

/** Several lines of text; the box grows with what is written, where the browser can. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">): ReactNode {
  return (
    <textarea
      className={cn(
        TEXT_INPUT,
        "field-sizing-content wrap-anywhere resize-y py-1.5 leading-5.5",
        rows === 1 ? "min-h-field" : rows === 2 ? "min-h-14.5" : "min-h-20",
        className,
      )}
      rows={rows}
      {...rest}
    />
  );
}
