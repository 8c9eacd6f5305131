/** The 文武线 on top of every page, a thick and a thin rule in azurite: the product's signature. */
export const TOP_RULE =
  "border-t-3 border-accent bg-surface before:mt-0.5 before:block before:h-px before:bg-accent print:hidden";
