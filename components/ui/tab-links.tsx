import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { TABS } from "@/components/ui/tabs-variants";

export type TabLink = { key: string; label: ReactNode; href: string; isCurrent: boolean; count?: number | undefined };

type TabLinksProps = {
  label: string;
  links: readonly TabLink[];
  /** False where the page stays where it was moved to. */
  scroll?: boolean;
  className?: string;
};

/** Pages that belong together, each with its own address. Panels of one page are `Tabs`. */
export function TabLinks({ label, links, scroll, className }: TabLinksProps): ReactNode {
  return (
    <nav className={cn(TABS.list, className)} aria-label={label}>
      {links.map(({ key, label: name, href, isCurrent, count }) => (
        <Link
          key={key}
          className={TABS.tab}
          href={href}
          aria-current={isCurrent ? "page" : undefined}
          {...(scroll === undefined ? {} : { scroll })}
        >
          {name}
          {count === undefined ? null : <span className={TABS.count}>{count}</span>}
        </Link>
      ))}
    </nav>
  );
}
