import { createTailwindMerge } from "tailwind-merge";
import { CLASS_GROUPS, OVERRIDDEN_GROUPS } from "./class-groups";

/**
 * Joins class names and lets the later of two utilities that say the same win, so that a `className` given to a
 * primitive overrides what the primitive says itself.
 */
export const cn = createTailwindMerge(() => ({
  cacheSize: 500,
  theme: {},
  classGroups: CLASS_GROUPS,
  conflictingClassGroups: OVERRIDDEN_GROUPS,
  conflictingClassGroupModifiers: {},
  postfixLookupClassGroups: [],
  orderSensitiveModifiers: ["before", "after", "marker", "placeholder", "file", "selection"],
}));
