import type { ReactNode } from "react";
import { ErrorOctagonIcon, InfoRingIcon, TickIcon, WarningTriangleIcon } from "@/components/icons";

type AlertKind = "error" | "warning" | "info" | "done";

const CLASS = { error: "al-e", warning: "al-w", info: "al-i", done: "al-o" } as const;
const ICON = { error: ErrorOctagonIcon, warning: WarningTriangleIcon, info: InfoRingIcon, done: TickIcon } as const;

type AlertProps = {
  kind: AlertKind;
  /** Read out at once when it appears after an act; leave it out for what was there when the page came. */
  isAnnounced?: boolean;
  /** Buttons at the right end. */
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** One message about the page: what happened in bold, then what follows from it. */
export function Alert({ kind, isAnnounced, actions, className, children }: AlertProps): ReactNode {
  const Icon = ICON[kind];
  const role = isAnnounced ? (kind === "error" || kind === "warning" ? "alert" : "status") : undefined;
  return (
    <div
      className={["al", CLASS[kind], actions ? "al-act" : "", className ?? ""].filter(Boolean).join(" ")}
      role={role}
    >
      <Icon />
      <div className="grow">{children}</div>
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  );
}
