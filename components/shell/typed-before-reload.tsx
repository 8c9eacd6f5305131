"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { UnsavedEntries } from "@/components/saving/unsaved-entries";

/** What stood in a form of this page when it was loaded anew after an upgrade, to be copied. */
export function TypedBeforeReload(): ReactNode {
  const pathname = usePathname();
  return (
    <div className="mx-auto w-full max-w-page px-gutter pt-3 empty:hidden max-md:px-4">
      <UnsavedEntries key={pathname} of={pathname} />
    </div>
  );
}
