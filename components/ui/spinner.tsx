import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** A ring that turns while something is under way; the words beside it say what. Not drawn where motion is not wanted. */
export function Spinner({ className, ...rest }: ComponentProps<"span">): ReactNode {
  return (
    <span
      className={cn(
        "inline-block size-3.5 flex-none animate-spin rounded-full border-2 border-current border-r-transparent motion-reduce:hidden",
        className,
      )}
      {...rest}
    />
  );
}
