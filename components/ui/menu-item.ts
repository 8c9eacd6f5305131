import { cn } from "@/components/ui/cn";

/** An entry of a menu: a link or a button that fills its line. */
export function menuItemVariants(className?: string): string {
  return cn(
    "flex min-h-8 w-full items-center gap-2 rounded-xs px-2 text-left text-ink hover:bg-hover hover:no-underline max-md:min-h-row-lg",
    "aria-disabled:text-ink-3 aria-[current]:bg-accent-soft aria-pressed:bg-accent-soft",
    className,
  );
}
