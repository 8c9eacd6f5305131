import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type EmptyProps = {
  /** What it means that there is nothing here. */
  title: string;
  /** What comes next. */
  children?: ReactNode;
  /** At most one secondary button. */
  action?: ReactNode;
  /** A tick where nothing is left to do; a list that nothing has come to yet has no picture. */
  icon?: ReactNode;
  className?: string;
};

/** Stands where a list has nothing in it. Never an illustration. */
export function Empty({ title, children, action, icon, className }: EmptyProps): ReactNode {
  return (
    <div
      className={cn(
        "px-4 py-7 text-center text-balance text-ink-2 [&>svg]:size-7 [&>svg]:stroke-[1.2] [&>svg]:text-ink-3",
        className,
      )}
    >
      {icon}
      <h3 className="mt-2 text-ink">{title}</h3>
      {children ? <p className="mt-1 text-sm">{children}</p> : null}
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}
