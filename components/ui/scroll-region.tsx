import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type ScrollRegionProps = ComponentProps<"section"> & { label: string };

/** Holds what is wider than a small screen and is moved sideways inside its frame, by the keyboard too. */
export function ScrollRegion({ label, className, ...rest }: ScrollRegionProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a focus the keyboard could not move it.
    <section className={cn("overflow-x-auto", className)} aria-label={label} tabIndex={0} {...rest} />
  );
}
