import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import * as icons from "@/components/icons";
import type { ReportState } from "@/lib/domain/report";
import type { SubmissionState } from "@/lib/domain/submission";

/** Every state that the product has a word for. */
export type StateName =
  | SubmissionState
  | "reopened"
  | "late"
  | "extended"
  | "included"
  | "nil"
  | "exempt"
  | "missing"
  | "pending"
  | `report_${ReportState}`
  | "error"
  | "warning"
  | "info"
  | "explained";

/** The silhouette and the family of each state: told apart in black and white, then by colour. */
const LOOK = {
  not_started: { icon: icons.NotStartedIcon, className: "st-none" },
  draft: { icon: icons.HalfDiscIcon, className: "st-draft" },
  awaiting_signature: { icon: icons.PenIcon, className: "st-sign" },
  submitted: { icon: icons.SentDiscIcon, className: "st-sent" },
  returned: { icon: icons.ReturnedIcon, className: "st-ret" },
  reopened: { icon: icons.ReturnedIcon, className: "st-ret" },
  approved: { icon: icons.TickDiscIcon, className: "st-ok" },
  late: { icon: icons.ClockIcon, className: "st-late" },
  extended: { icon: icons.CalendarPlusIcon, className: "st-ext" },
  included: { icon: icons.TickDiscIcon, className: "st-in" },
  nil: { icon: icons.NilRingIcon, className: "st-nil" },
  exempt: { icon: icons.DashRingIcon, className: "st-exempt" },
  missing: { icon: icons.MissingDiamondIcon, className: "st-miss" },
  pending: { icon: icons.NotStartedIcon, className: "st-none" },
  report_draft: { icon: icons.HalfDiscIcon, className: "st-rdraft" },
  report_final: { icon: icons.LockIcon, className: "st-final" },
  report_published: { icon: icons.GlobeIcon, className: "st-pub" },
  report_superseded: { icon: icons.TwoSheetsIcon, className: "st-sup" },
  report_called_off: { icon: icons.DashRingIcon, className: "st-exempt" },
  error: { icon: icons.ErrorOctagonIcon, className: "t-danger" },
  warning: { icon: icons.WarningTriangleIcon, className: "t-warn" },
  info: { icon: icons.InfoRingIcon, className: "t-accent" },
  explained: { icon: icons.TickIcon, className: "" },
} as const satisfies Record<StateName, { icon: (props: icons.IconProps) => ReactNode; className: string }>;

type StateTagProps = {
  state: StateName;
  /** Other words for the state: 第1版已退回, 2 处错误, 逾期 4 天. The silhouette stays. */
  children?: ReactNode;
  /** A border, for page heads and where it stands alone; in lists the bare word and icon. */
  isBoxed?: boolean;
};

/** A state: its word, its silhouette, its colour. */
export function StateTag({ state, children, isBoxed = false }: StateTagProps): ReactNode {
  const t = useTranslations("common.state");
  const { icon: Icon, className } = LOOK[state];
  return (
    <span className={["st", className, isBoxed ? "tag" : ""].filter(Boolean).join(" ")}>
      <Icon />
      {children ?? t(state)}
    </span>
  );
}

/** The silhouette alone, for a button or a heading that says the word itself. */
export function StateIcon({ state, isSmall = false }: { state: StateName; isSmall?: boolean }): ReactNode {
  const Icon = LOOK[state].icon;
  return <Icon isSmall={isSmall} />;
}
