import type { ReactNode } from "react";

/** One of several things that each have a small form of their own: what it is at the left, the form at the right. */
export function AdminFormRow({ children }: { children: ReactNode }): ReactNode {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 border-line py-2 [&+&]:border-t">
      {children}
    </div>
  );
}
