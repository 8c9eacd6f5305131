import { cva, type VariantProps } from "class-variance-authority";

/**
 * The classes of a button, also for an `<a>` that looks like one. Variants and sizes contradict neither the base nor each
 * other, so that what only links (public pages, the page of a fault) does without `cn`.
 */
export const buttonVariants = cva(
  [
    "inline-flex items-center justify-center gap-1.5 rounded-sm border whitespace-nowrap no-underline transition-[color,background-color,border-color] hover:no-underline",
    "aria-busy:cursor-progress print:hidden",
    "off:cursor-not-allowed off:border-line off:bg-sunken off:font-normal off:text-ink-3",
  ],
  {
    variants: {
      /** One primary button a page; danger is for what cannot lightly be taken back; ghost is text. */
      variant: {
        primary:
          "[--icon-cut:var(--color-accent)] border-accent bg-accent font-bold text-white hover:border-accent-strong hover:bg-accent-strong active:bg-accent-strong active:inset-shadow-press",
        secondary: "border-line-2 bg-surface font-normal text-ink hover:border-field hover:bg-hover active:bg-sunken",
        danger:
          "border-danger-line bg-surface font-normal text-danger hover:border-danger hover:bg-danger-soft active:bg-danger-soft",
        ghost:
          "border-transparent bg-transparent font-normal text-accent hover:border-transparent hover:bg-accent-soft active:bg-accent-soft",
      },
      /** The icon sizes hold an icon alone; such a button needs an `aria-label`. */
      size: {
        sm: "h-field-sm text-sm max-md:h-9",
        md: "h-field max-md:h-row-lg",
        lg: "h-field-lg text-md max-md:h-row-lg",
        icon: "h-field w-field p-0 max-md:size-row-lg",
        "icon-sm": "h-field-sm w-field-sm p-0 max-md:size-9",
      },
    },
    compoundVariants: [
      { variant: ["primary", "secondary", "danger"], size: "sm", class: "px-2.5" },
      { variant: ["primary", "secondary", "danger"], size: "md", class: "px-3.5" },
      { variant: ["primary", "secondary", "danger"], size: "lg", class: "px-5" },
      { variant: "ghost", size: ["sm", "md", "lg"], class: "px-2" },
    ],
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonVariants = VariantProps<typeof buttonVariants>;
