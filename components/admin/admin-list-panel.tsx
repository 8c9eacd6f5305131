import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { PageAside, PageColumns } from "@/components/ui/page";

type AdminListPanelProps = {
  list: ReactNode;
  /** Whether the panel holds what was asked for; on a phone it then comes before the list it was asked from. */
  isAsked: boolean;
  children: ReactNode;
};

/** A list, and beside it the panel `#panel`: what was chosen from the list, or the form for a new entry. */
export function AdminListPanel({ list, isAsked, children }: AdminListPanelProps): ReactNode {
  return (
    <PageColumns>
      <div className="min-w-0 space-y-4">{list}</div>
      <PageAside id="panel" className={cn("space-y-4", isAsked && "max-md:order-first")}>
        {children}
      </PageAside>
    </PageColumns>
  );
}
