/** One year's collection, as the bar lists it. */
export type ShellCycle = { id: string; year: number; href: string };

/** The year that a page is about: the one its address names, else the one that was chosen. */
export function cycleOfPath(cycles: readonly ShellCycle[], chosen: ShellCycle | null, path: string): ShellCycle | null {
  const parts = path.split("/");
  return cycles.find(({ id }) => parts.includes(id)) ?? chosen;
}

/**
 * The places as they are reached from a page of another year than the chosen one: they stay in that year, which is
 * chosen on the way where the place has no year in its address. What waits is counted for the chosen year only.
 */
export function itemsOfCycle(
  items: readonly NavigationItem[],
  chosen: ShellCycle | null,
  shown: ShellCycle | null,
): readonly NavigationItem[] {
  if (!chosen || !shown || chosen.id === shown.id) return items;
  const moved = (path: string) => path.replace(`/${chosen.id}`, `/${shown.id}`);
  return items.map(({ count: _count, countLabel: _countLabel, ...item }) => ({
    ...item,
    href: moved(item.href),
    ...(item.also ? { also: item.also.map(moved) } : {}),
    ...(item.isOfChosenYear ? { via: `${shown.href}?${new URLSearchParams({ to: item.href })}` } : {}),
  }));
}

export type NavigationItem = {
  key: string;
  label: string;
  href: string;
  /** How much waits there; nothing is shown for 0. */
  count?: number;
  /** The same in words, for screen readers: 2 项待办. */
  countLabel?: string;
  /** Paths that belong to this place besides `href` and what lies under it; one that ends in "/" means only what lies under. */
  also?: readonly string[];
  /** The page has no year in its address: it is about the chosen one. */
  isOfChosenYear?: boolean;
  /** An address that chooses the year of the present page and goes on to `href`. */
  via?: string;
};
