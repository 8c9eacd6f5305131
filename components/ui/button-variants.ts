import { tv, type VariantProps } from "tailwind-variants/lite";
import { cn } from "@/components/ui/cn";

const button = tv({
  base: [
    "inline-flex items-center justify-center gap-1.5 rounded-sm border border-line-2 bg-surface font-normal whitespace-nowrap text-ink no-underline transition-colors",
    "hover:border-field hover:bg-hover hover:no-underline active:bg-sunken",
    "aria-busy:cursor-progress",
    // What cannot be done now looks so, but a button that is at work keeps its looks.
    "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:font-normal disabled:text-ink-3",
    "not-aria-busy:aria-disabled:cursor-not-allowed not-aria-busy:aria-disabled:border-line not-aria-busy:aria-disabled:bg-sunken not-aria-busy:aria-disabled:font-normal not-aria-busy:aria-disabled:text-ink-3",
  ],
  variants: {
    /** One primary button a page; danger is for what cannot lightly be taken back; ghost is text. */
    variant: {
      primary:
        "[--icon-cut:var(--color-accent)] border-accent bg-accent font-bold text-white hover:border-accent-strong hover:bg-accent-strong active:bg-accent-strong active:inset-shadow-press",
      secondary: "",
      danger: "border-danger-line text-danger hover:border-danger hover:bg-danger-soft active:bg-danger-soft",
      ghost:
        "border-transparent bg-transparent px-2 text-accent hover:border-transparent hover:bg-accent-soft active:bg-accent-soft",
    },
    /** The icon sizes hold an icon alone; such a button needs an `aria-label`. */
    size: {
      sm: "h-field-sm px-2.5 text-sm max-md:h-9",
      md: "h-field px-3.5 max-md:h-row-lg",
      lg: "h-field-lg px-5 text-md max-md:h-row-lg",
      icon: "h-field w-field p-0 max-md:size-row-lg",
      "icon-sm": "h-field-sm w-field-sm p-0 max-md:size-9",
    },
  },
  compoundVariants: [{ variant: "ghost", size: ["sm", "md", "lg"], class: "px-2" }],
  defaultVariants: { variant: "secondary", size: "md" },
});

export type ButtonVariants = VariantProps<typeof button>;

/** The classes of a button, for an `<a>` that looks like one. */
export function buttonVariants({
  className,
  ...variants
}: ButtonVariants & { className?: string | undefined } = {}): string {
  return cn(button(variants), className);
}
