/** For a prefix that only one group of utilities has, and for colours, which come after all else that begins so. */
const any = (): boolean => true;
/** "2" or "[1.5px]": a width where a colour can stand as well. */
const isSize = (value: string): boolean => /^\[?\d/.test(value);

/** Groups that are named as the prefix of all their utilities. */
const PREFIXES = [
  ...["inset", "inset-x", "inset-y", "top", "right", "bottom", "left", "z", "order", "basis", "col-start", "col-end"],
  ...[
    "row-start",
    "row-end",
    "row",
    "grid-cols",
    "grid-rows",
    "gap",
    "gap-x",
    "gap-y",
    "justify-items",
    "justify-self",
  ],
  ...["justify", "items", "self", "place-items", "p", "px", "py", "pt", "pr", "pb", "pl", "m", "mx", "my", "mt", "mr"],
  ...["mb", "ml", "space-y", "size", "w", "min-w", "max-w", "h", "min-h", "max-h", "tracking", "leading", "indent"],
  ...["align", "whitespace", "wrap", "content", "bg", "rounded", "rounded-t", "rounded-r", "rounded-b", "rounded-l"],
  ...["outline-offset", "underline-offset", "shadow", "inset-shadow", "opacity", "transition", "animate", "rotate"],
  ...["appearance", "cursor", "field-sizing", "pointer-events", "resize", "scroll-mt", "scroll-my", "scroll-pt"],
  ...["select", "fill", "overflow", "overflow-x", "overflow-y", "break-inside", "float", "table", "list"],
] as const;

const SIDES = ["t", "r", "b", "l"] as const;
const LINE_STYLES = ["solid", "dashed", "dotted", "double", "none", "wavy"];
const BORDERS = ["border", "border-x", "border-y", ...SIDES.map((side) => `border-${side}` as const)] as const;

function byPrefix(name: string): [string, [Readonly<Record<string, readonly (() => boolean)[]>>]] {
  return [name, [{ [name]: [any] }]];
}

/**
 * Which utilities say the same thing. tailwind-merge has a list of all that Tailwind knows, three times as many bytes as
 * this one of those that the markup uses, on every page with a form. `class-groups.test.ts` holds the two against each
 * other for every two class names of the markup.
 */
export const CLASS_GROUPS = {
  ...Object.fromEntries(PREFIXES.map(byPrefix)),
  display: ["block", "inline-block", "flex", "inline-flex", "grid", "inline-grid", "contents", "hidden"],
  position: ["static", "fixed", "absolute", "relative", "sticky"],
  visibility: ["visible", "invisible"],
  "flex-direction": [{ flex: ["row", "col"] }],
  "flex-wrap": [{ flex: ["wrap", "nowrap"] }],
  flex: [{ flex: [any] }],
  grow: [{ grow: ["", isSize] }],
  shrink: [{ shrink: ["", isSize] }],
  col: [{ col: ["auto", { span: [any] }] }],
  "font-weight": [{ font: ["normal", "bold"] }],
  "font-family": [{ font: [any] }],
  "text-align": [{ text: ["left", "center", "right"] }],
  "text-overflow": ["truncate", { text: ["ellipsis", "clip"] }],
  "text-wrap": [{ text: ["wrap", "nowrap", "balance", "pretty"] }],
  "font-size": [
    { text: ["xs", "sm", "base", "md", "lg", "xl", "2xl", "doc", "doc-sm", "doc-title", "doc-title-sm", isSize] },
  ],
  "text-color": [{ text: [any] }],
  "text-decoration": ["underline", "no-underline"],
  "decoration-style": [{ decoration: LINE_STYLES }],
  "decoration-thickness": [{ decoration: ["auto", isSize] }],
  "decoration-color": [{ decoration: [any] }],
  "border-collapse": [{ border: ["separate", "collapse"] }],
  "border-style": [{ border: LINE_STYLES }],
  ...Object.fromEntries(BORDERS.map((name) => [`${name}-width`, [{ [name]: ["", isSize] }]])),
  ...Object.fromEntries(BORDERS.map((name) => [`${name}-color`, [{ [name]: [any] }]])),
  "outline-width": [{ outline: ["", isSize] }],
  "outline-color": [{ outline: [any] }],
  "inset-ring-width": [{ "inset-ring": ["", isSize] }],
  "inset-ring-color": [{ "inset-ring": [any] }],
  "stroke-width": [{ stroke: [isSize] }],
  "stroke-color": [{ stroke: [any] }],
  "sr-only": ["sr-only"],
};

const PADDINGS = ["px", "py", "pt", "pr", "pb", "pl"];
const MARGINS = ["mx", "my", "mt", "mr", "mb", "ml"];
const widths = (...sides: string[]) => sides.map((side) => `border-${side}-width`);
const colors = (...sides: string[]) => sides.map((side) => `border-${side}-color`);

/** The groups that a later utility of a group also overrides. */
export const OVERRIDDEN_GROUPS = {
  inset: ["inset-x", "inset-y", "top", "right", "bottom", "left"],
  "inset-x": ["right", "left"],
  "inset-y": ["top", "bottom"],
  flex: ["basis", "grow", "shrink"],
  gap: ["gap-x", "gap-y"],
  overflow: ["overflow-x", "overflow-y"],
  p: PADDINGS,
  px: ["pr", "pl"],
  py: ["pt", "pb"],
  m: MARGINS,
  mx: ["mr", "ml"],
  my: ["mt", "mb"],
  size: ["w", "h"],
  rounded: SIDES.map((side) => `rounded-${side}`),
  "border-width": widths("x", "y", ...SIDES),
  "border-x-width": widths("r", "l"),
  "border-y-width": widths("t", "b"),
  "border-color": colors("x", "y", ...SIDES),
  "border-x-color": colors("r", "l"),
  "border-y-color": colors("t", "b"),
  "scroll-my": ["scroll-mt"],
  "place-items": ["items", "justify-items"],
  "sr-only": [
    "position",
    "size",
    "w",
    "h",
    "p",
    ...PADDINGS,
    "m",
    ...MARGINS,
    "overflow",
    "overflow-x",
    "overflow-y",
    "whitespace",
  ],
};
