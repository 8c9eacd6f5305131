import type { ReactNode } from "react";

/** Heads one group in the panel's list. */
export function ReviewGroupTitle({ children }: { children: ReactNode }): ReactNode {
  return <h3 className="border-b border-line bg-sunken px-4 py-2 text-xs text-ink-2">{children}</h3>;
}
