import type { ReactNode } from "react";

type EmptyProps = {
  /** What it means that there is nothing here. */
  title: string;
  /** What comes next. */
  children?: ReactNode;
  /** At most one secondary button. */
  action?: ReactNode;
  /** A tick where nothing is left to do; a list that nothing has come to yet has no picture. */
  icon?: ReactNode;
};

/** Stands where a list has nothing in it. Never an illustration. */
export function Empty({ title, children, action, icon }: EmptyProps): ReactNode {
  return (
    <div className="empty">
      {icon}
      <h3 className="mt8">{title}</h3>
      {children ? <p className="sm mt4">{children}</p> : null}
      {action ? <div className="mt12">{action}</div> : null}
    </div>
  );
}
