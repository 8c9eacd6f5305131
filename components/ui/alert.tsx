import { cva } from "class-variance-authority";
import { CheckIcon, InfoIcon, type LucideIcon, TriangleAlertIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { ErrorOctagonIcon } from "@/components/ui/state-icons";

type AlertVariant = "error" | "warning" | "info" | "success";

const alert = cva("flex gap-2.5 rounded-sm border border-l-3 px-3.5 py-2.25", {
  variants: {
    variant: {
      error: "border-danger-line border-l-danger bg-danger-soft",
      warning: "border-warn-line border-l-warn bg-warn-soft",
      info: "border-accent-line border-l-accent bg-accent-wash",
      success: "border-ok-line border-l-ok bg-ok-soft",
    },
    hasActions: {
      true: "items-center py-1.25 pr-2 max-md:flex-wrap max-md:items-start max-md:px-3 max-md:py-2.5",
    },
  },
});

const ICON = {
  error: { icon: ErrorOctagonIcon, className: "text-danger" },
  warning: { icon: TriangleAlertIcon, className: "text-warn" },
  info: { icon: InfoIcon, className: "text-accent" },
  success: { icon: CheckIcon, className: "text-ok" },
} as const satisfies Record<AlertVariant, { icon: LucideIcon | typeof ErrorOctagonIcon; className: string }>;

type AlertProps = ComponentProps<"div"> & {
  variant: AlertVariant;
  /** Instead of the icon of the variant. */
  icon?: LucideIcon;
  /** Read out at once when it appears after an act; leave it out for what was there when the page came. */
  isAnnounced?: boolean;
  /** Buttons at the right end. */
  actions?: ReactNode;
};

/** One message about the page: what happened in bold, then what follows from it. */
export function Alert({ variant, icon, isAnnounced, actions, className, children, ...rest }: AlertProps): ReactNode {
  const { className: tone } = ICON[variant];
  const Icon = icon ?? ICON[variant].icon;
  const role = isAnnounced ? (variant === "error" || variant === "warning" ? "alert" : "status") : undefined;
  const hasActions = Boolean(actions);
  return (
    <div className={cn(alert({ variant, hasActions }), className)} role={role} {...rest}>
      <Icon className={cn("mt-0.75", tone, hasActions && "md:mt-0")} />
      <div className="min-w-0 flex-1 wrap-anywhere [&_a:not([data-slot])]:underline">{children}</div>
      {actions ? <div className="flex flex-wrap items-center gap-2 max-md:w-full max-md:pl-6.5">{actions}</div> : null}
    </div>
  );
}
