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
  /** Paths that belong to this place besides `href` and what lies under it; one that ends in "/" means only what lies under. */
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
  const current = findCurrent(items, path);
  return (
    <nav className={className || undefined} aria-label={label}>
      {items.map(({ key, label: name, href, count = 0, countLabel }) => (
        <Link key={key} href={href} className={itemClassName} aria-current={key === current ? "page" : undefined}>
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

/** The place whose path says most about where the reader is: /report/1/compose is 统稿, not 汇总. */
export function findCurrent(
  items: readonly Pick<NavigationItem, "key" | "href" | "also">[],
  path: string,
): string | null {
  const matches = items.flatMap(({ key, href, also = [] }) =>
    [href, ...also].filter((place) => isWithin(path, place)).map((place) => ({ key, length: place.length })),
  );
  return matches.toSorted((left, right) => right.length - left.length)[0]?.key ?? null;
}

/** A place that ends in "/" is what lies under it and not the page itself. */
function isWithin(path: string, place: string): boolean {
  if (place.endsWith("/")) return path.startsWith(place);
  return path === place || path.startsWith(`${place}/`);
}
