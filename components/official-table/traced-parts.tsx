import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { formatFigure } from "@/lib/i18n/numbers";

type TracedPartsProps = {
  parts: readonly { cellKey: string; value: string | null; link: ReactNode }[];
  className?: string;
};

/** The cells that a total is added up from, each a link to its own figure. */
export function TracedParts({ parts, className }: TracedPartsProps): ReactNode {
  return (
    <ul className={className}>
      {parts.map(({ cellKey, value, link }) => (
        <li key={cellKey} className="flex justify-between gap-4 py-0.75">
          {link}
          <span className={cn("text-right", value === "0" ? "text-ink-3" : "font-bold")}>{formatFigure(value)}</span>
        </li>
      ))}
    </ul>
  );
}
