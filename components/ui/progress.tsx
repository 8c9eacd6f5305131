import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type Part = { value: number; kind?: "accent" | "ok" };

type ProgressProps = {
  /** Says the numbers in words: "16 通过，5 待审核，12 未交". */
  label: string;
  parts: readonly Part[];
  total: number;
  className?: string;
};

/** A bar whose numbers are said in words; the words stand above it or in `label` alone. */
export function Progress({ label, parts, total, className }: ProgressProps): ReactNode {
  const share = (value: number) => (total > 0 ? `${Math.min(100, (value / total) * 100).toFixed(1)}%` : "0%");
  return (
    <span className={cn("flex h-1.5 overflow-hidden rounded-sm bg-sunken", className)} role="img" aria-label={label}>
      {parts.map(({ value, kind = "accent" }) => (
        <i key={kind} className={kind === "ok" ? "bg-ok" : "bg-accent"} style={{ width: share(value) }} />
      ))}
    </span>
  );
}
