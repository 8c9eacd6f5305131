import type { ReactNode } from "react";

/** A key on the keyboard. */
export function Kbd({ children }: { children: ReactNode }): ReactNode {
  return (
    <kbd className="rounded-xs border border-b-2 border-line-2 bg-surface px-1.25 font-mono text-xs leading-4 text-ink-2">
      {children}
    </kbd>
  );
}
