import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type RollUpFoldProps = { summary: string; isOpen?: boolean; className?: string; children: ReactNode };

/** A part of the panel about a figure that is folded until it is asked for. */
export function RollUpFold({ summary, isOpen, className, children }: RollUpFoldProps): ReactNode {
  return (
    <details className={cn("border-t border-line text-sm", className)} open={isOpen}>
      <summary className="px-4 py-2 text-accent hover:underline">{summary}</summary>
      <div className="px-4 pb-2.5 text-ink-2">{children}</div>
    </details>
  );
}
