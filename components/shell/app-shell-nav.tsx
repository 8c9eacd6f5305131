"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import type { NavigationItem } from "@/components/shell/page-cycle";
import { cycleOfPath, itemsOfCycle, type ShellCycle } from "@/components/shell/page-cycle";
import { cn } from "@/components/ui/cn";
import { menuItemVariants } from "@/components/ui/menu-item";

type AppShellNavProps = {
  label: string;
  items: readonly NavigationItem[];
  /** The chosen year, and all of them: a page of another year stays in its own. */
  cycle: ShellCycle | null;
  cycles: readonly ShellCycle[];
  /** In the bar at the top, or on a phone in the person's menu. */
  place: "bar" | "menu";
};

const BAR_ITEM =
  "relative flex items-center gap-1.5 px-2.75 whitespace-nowrap text-ink-2 hover:bg-hover hover:text-ink hover:no-underline focus-visible:-outline-offset-2 aria-[current]:font-bold aria-[current]:text-ink";
const BAR_COUNT = "rounded-lg bg-sunken px-1.25 text-xs leading-4 font-normal text-ink-2";

/** The places of the product; the one that the reader is in is marked. */
export function AppShellNav(props: AppShellNavProps): ReactNode {
  const { label, cycle, cycles, place } = props;
  const path = usePathname();
  const items = itemsOfCycle(props.items, cycle, cycleOfPath(cycles, cycle, path));
  const current = findCurrent(items, path);
  return (
    <nav className={cn(place === "bar" && "ml-1 flex gap-0.5 self-stretch max-md:hidden")} aria-label={label}>
      {items.map((item) => {
        const link = {
          className: place === "bar" ? BAR_ITEM : menuItemVariants(),
          "aria-current": item.key === current ? ("page" as const) : undefined,
          children: <Label item={item} place={place} isCurrent={item.key === current} />,
        };
        // Choosing a year writes a cookie, which nothing fetched ahead may do.
        return item.via ? (
          <a key={item.key} href={item.via} {...link} />
        ) : (
          <Link key={item.key} href={item.href} {...link} />
        );
      })}
    </nav>
  );
}

type LabelProps = { item: NavigationItem; place: AppShellNavProps["place"]; isCurrent: boolean };

function Label({ item: { label, count = 0, countLabel }, place, isCurrent }: LabelProps): ReactNode {
  return (
    <>
      {label}
      {place === "bar" && isCurrent ? <i className="absolute inset-x-2.75 -bottom-px h-0.5 bg-accent" /> : null}
      {count > 0 ? (
        <span className={place === "bar" ? BAR_COUNT : "ml-auto text-ink-3"}>
          <span aria-hidden={countLabel !== undefined}>{count}</span>
          {countLabel ? <span className="sr-only">{countLabel}</span> : null}
        </span>
      ) : null}
    </>
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
