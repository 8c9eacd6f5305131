import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type BrandProps = { name: string; className?: string };

/** The product's mark and name. */
export function Brand({ name, className }: BrandProps): ReactNode {
  return (
    <span
      className={cn(
        "flex items-center gap-2 text-md font-bold tracking-[0.06em] whitespace-nowrap text-ink [a:hover>&]:no-underline",
        className,
      )}
    >
      <BrandMark />
      {name}
    </span>
  );
}

/** Lines that add up to a thick and a thin rule. */
function BrandMark(): ReactNode {
  return (
    <svg className="size-5 text-accent" viewBox="0 0 20 20" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M3 4h14M5 8h10M7 12h6" strokeWidth="1.6" />
      <path d="M3 16h14" strokeWidth="3" />
      <path d="M3 19h14" strokeWidth="1" />
    </svg>
  );
}
