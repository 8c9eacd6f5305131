import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

const badge = cva("inline-flex items-center gap-1.25 text-sm whitespace-nowrap text-ink-2 [&>svg]:size-3.75", {
  variants: {
    /** Plain is the bare word and icon of lists; boxed has a border, for page heads and where it stands alone. */
    variant: { plain: "", boxed: "rounded-xs border border-idle-line bg-surface py-px pr-1.75 pl-1.25" },
    tone: { neutral: "", accent: "", ok: "", warn: "", danger: "" },
  },
  compoundVariants: [
    { variant: "boxed", tone: "accent", class: "border-accent-line bg-accent-soft text-accent-strong" },
    { variant: "boxed", tone: "ok", class: "border-ok-line bg-ok-soft text-ok" },
    { variant: "boxed", tone: "warn", class: "border-warn-line bg-warn-soft" },
    { variant: "boxed", tone: "danger", class: "border-danger-line bg-danger-soft" },
  ],
  defaultVariants: { variant: "plain", tone: "neutral" },
});

type BadgeProps = VariantProps<typeof badge> & ComponentProps<"span">;

/** A word with its icon. A state of the workflow is a `StateBadge`. */
export function Badge({ variant, tone, className, ...rest }: BadgeProps): ReactNode {
  return <span className={cn(badge({ variant, tone }), className)} {...rest} />;
}
