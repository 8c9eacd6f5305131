import type { ReactNode } from "react";
import { TOP_RULE } from "@/components/shell/top-rule";

/** The top of pages that need no sign-in, as wide as what is under it. */
export function PublicTop({ children }: { children: ReactNode }): ReactNode {
  return (
    <header className={`${TOP_RULE} border-b border-b-line`}>
      <div className="mx-auto flex min-h-11.5 max-w-public items-center justify-between gap-4 px-gutter max-md:flex-wrap max-md:gap-x-4 max-md:gap-y-0 max-md:px-4 max-md:py-2 group-has-data-wide-page/page:max-w-page">
        {children}
      </div>
    </header>
  );
}
