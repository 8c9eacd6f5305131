/** How the parts of tabs look: shared by the tabs of one page and by links that lead to a page each. */
export const TABS = {
  list: "flex gap-0.5 overflow-x-auto overflow-y-hidden border-b border-line px-2",
  tab: [
    "-mb-px flex items-center gap-1.25 border-b-2 border-transparent px-2.25 pt-2.5 pb-2 text-sm whitespace-nowrap text-ink-2",
    "hover:text-ink hover:no-underline focus-visible:-outline-offset-2",
    "data-[state=active]:border-b-accent data-[state=active]:font-bold data-[state=active]:text-ink",
    "aria-[current]:border-b-accent aria-[current]:font-bold aria-[current]:text-ink",
  ].join(" "),
  count: "font-normal text-ink-3",
};
