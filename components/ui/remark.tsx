import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type RemarkProps = ComponentProps<"li"> & {
  /** What the page shows at this moment. */
  isCurrent?: boolean | undefined;
};

/** One thing that is said about the thing beside it: a finding, a comment, an explanation. */
export function Remark({ isCurrent, className, ...rest }: RemarkProps): ReactNode {
  return (
    <li
      className={cn(
        "border-b border-line px-4 py-3 last:border-b-0 data-current:bg-accent-wash data-current:inset-shadow-edge [&>p]:mt-1",
        className,
      )}
      data-current={isCurrent ? "" : undefined}
      {...rest}
    />
  );
}

/** Its first line: what kind it is, where, by whom. */
export function RemarkHeader({ className, ...rest }: ComponentProps<"div">): ReactNode {
  return (
    <div
      className={cn("flex items-center gap-1.5 text-xs text-ink-3 [&>b]:flex-none [&>svg]:size-3.75", className)}
      {...rest}
    />
  );
}

/** Somebody's words. */
export function Quote({ className, ...rest }: ComponentProps<"p">): ReactNode {
  return <p className={cn("border-l-2 border-line-2 pl-2.5 text-sm text-ink-2", className)} {...rest} />;
}

/** A reason that was given, set off from what it is about. */
export function Reason({ className, ...rest }: ComponentProps<"div">): ReactNode {
  return <div className={cn("rounded-sm bg-sunken px-3.5 py-2.5", className)} {...rest} />;
}

/** A button that reads like a link in its sentence. */
export function TextButton({ className, ...rest }: Omit<ComponentProps<"button">, "type">): ReactNode {
  return <button type="button" className={cn("text-left text-accent hover:underline", className)} {...rest} />;
}
