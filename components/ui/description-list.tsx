import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** Names and their values in two columns; each pair is a `Description`. */
export function DescriptionList({ className, ...rest }: ComponentProps<"dl">): ReactNode {
  return (
    <dl
      className={cn("grid grid-cols-[minmax(--spacing(13),max-content)_1fr] gap-x-2 gap-y-0.5", className)}
      {...rest}
    />
  );
}

type DescriptionProps = { term: ReactNode; className?: string; children: ReactNode };

export function Description({ term, className, children }: DescriptionProps): ReactNode {
  return (
    <div className="contents">
      <dt className="text-ink-3">{term}</dt>
      <dd className={cn("min-w-0 wrap-anywhere", className)}>{children}</dd>
    </div>
  );
}
