import type { ReactNode } from "react";

type ScrollRegionProps = { label: string; className?: string; children: ReactNode };

/** Holds what is wider than a small screen and is moved sideways inside its frame, by the keyboard too. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a focus the keyboard could not move it.
    <section className={className ? `scroll ${className}` : "scroll"} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
