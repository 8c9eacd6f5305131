"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

export type NavigationItem = {
  key: string;
  label: string;
  href: string;
  /** How much waits there; nothing is shown for 0. */
  count?: number;
  /** The same in words, for those who hear the page: 2 项待办. */
  countLabel?: string;
  /** Paths that belong to this place besides `href` and what lies under it. */
  also?: readonly string[];
};

type AppShellNavProps = {
  label: string;
  items: readonly NavigationItem[];
  className: string;
  itemClassName?: string;
};

/** The places of the product; the one that the reader is in is marked. */
export function AppShellNav({ label, items, className, itemClassName }: AppShellNavProps): ReactNode {
  const path = usePathname();
  return (
    <nav className={className || undefined} aria-label={label}>
      {items.map(({ key, label: name, href, count = 0, countLabel, also = [] }) => (
        <Link
          key={key}
          href={href}
          className={itemClassName}
          aria-current={[href, ...also].some((place) => isWithin(path, place)) ? "page" : undefined}
        >
          {name}
          {count > 0 ? (
            <span className="n">
              <span aria-hidden={countLabel !== undefined}>{count}</span>
              {countLabel ? <span className="sr">{countLabel}</span> : null}
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  );
}

function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}
