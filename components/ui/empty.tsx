import type { ReactNode } from "react";
import { TickIcon } from "@/components/icons";

type EmptyProps = {
  /** What it means that there is nothing here. */
  title: string;
  /** What comes next. */
  children?: ReactNode;
  /** At most one secondary button. */
  action?: ReactNode;
  icon?: ReactNode;
};

/** Stands where a list has nothing in it. Never an illustration. */
export function Empty({ title, children, action, icon = <TickIcon /> }: EmptyProps): ReactNode {
  return (
    <div className="empty">
      {icon}
      <h3 className="mt8">{title}</h3>
      {children ? <p className="sm mt4">{children}</p> : null}
      {action ? <div className="mt12">{action}</div> : null}
    </div>
  );
}
