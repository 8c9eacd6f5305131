import {
  CalendarPlusIcon,
  CheckIcon,
  CircleDashedIcon,
  CircleMinusIcon,
  ClockIcon,
  FilesIcon,
  GlobeIcon,
  InfoIcon,
  LockIcon,
  PenLineIcon,
  TriangleAlertIcon,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentType, ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import {
  ErrorOctagonIcon,
  HalfDiscIcon,
  MissingDiamondIcon,
  NilRingIcon,
  ReturnedIcon,
  SentDiscIcon,
  TickDiscIcon,
} from "@/components/ui/state-icons";
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

type StateStyle = {
  icon: ComponentType<{ className?: string | undefined }>;
  tone: "neutral" | "accent" | "ok" | "warn" | "danger";
  /** The colour of the silhouette. */
  iconClass: string;
  /** The word's own colour, where somebody has to act. */
  textClass?: string;
};

/** The silhouette and the family of each state: told apart in black and white, then by colour. */
const STATES: Record<StateName, StateStyle> = {
  not_started: { icon: CircleDashedIcon, tone: "neutral", iconClass: "text-idle" },
  draft: { icon: HalfDiscIcon, tone: "neutral", iconClass: "text-ink-2" },
  awaiting_signature: { icon: PenLineIcon, tone: "accent", iconClass: "text-accent" },
  submitted: { icon: SentDiscIcon, tone: "accent", iconClass: "text-accent", textClass: "text-accent" },
  returned: { icon: ReturnedIcon, tone: "danger", iconClass: "text-danger", textClass: "font-bold text-danger" },
  reopened: { icon: ReturnedIcon, tone: "danger", iconClass: "text-danger", textClass: "font-bold text-danger" },
  approved: { icon: TickDiscIcon, tone: "ok", iconClass: "text-ok" },
  late: { icon: ClockIcon, tone: "warn", iconClass: "text-warn", textClass: "text-warn" },
  extended: { icon: CalendarPlusIcon, tone: "warn", iconClass: "text-warn" },
  included: { icon: TickDiscIcon, tone: "ok", iconClass: "text-ok" },
  nil: { icon: NilRingIcon, tone: "neutral", iconClass: "text-ink-2" },
  exempt: { icon: CircleMinusIcon, tone: "neutral", iconClass: "text-ink-2" },
  missing: { icon: MissingDiamondIcon, tone: "danger", iconClass: "text-danger", textClass: "text-danger" },
  pending: { icon: CircleDashedIcon, tone: "neutral", iconClass: "text-idle" },
  report_draft: { icon: HalfDiscIcon, tone: "neutral", iconClass: "text-ink-2" },
  report_final: { icon: LockIcon, tone: "accent", iconClass: "text-accent" },
  report_published: { icon: GlobeIcon, tone: "ok", iconClass: "text-ok" },
  report_superseded: { icon: FilesIcon, tone: "neutral", iconClass: "text-ink-2" },
  report_called_off: { icon: CircleMinusIcon, tone: "neutral", iconClass: "text-ink-2" },
  error: { icon: ErrorOctagonIcon, tone: "danger", iconClass: "text-danger", textClass: "text-danger" },
  warning: { icon: TriangleAlertIcon, tone: "warn", iconClass: "text-warn", textClass: "text-warn" },
  info: { icon: InfoIcon, tone: "accent", iconClass: "text-accent", textClass: "text-accent" },
  explained: { icon: CheckIcon, tone: "neutral", iconClass: "" },
};

type StateBadgeProps = {
  state: StateName;
  /** Other words for the state: 第1版已退回, 2 处错误, 逾期 4 天. The silhouette stays. */
  children?: ReactNode;
  /** Boxed has a border, for page heads and where it stands alone; in lists the bare word and icon. */
  variant?: "plain" | "boxed";
  className?: string;
};

/** A state: its word, its silhouette, its colour. */
export function StateBadge({ state, children, variant = "plain", className }: StateBadgeProps): ReactNode {
  const t = useTranslations("common.state");
  const { icon: Icon, tone, iconClass, textClass } = STATES[state];
  return (
    <Badge variant={variant} tone={tone} data-state={state} className={cn(textClass, className)}>
      <Icon className={iconClass} />
      {children ?? t(state)}
    </Badge>
  );
}

/** The silhouette alone, in the colour of the text around it, for a button or a heading that says the word itself. */
export function StateIcon({ state, className }: { state: StateName; className?: string | undefined }): ReactNode {
  const { icon: Icon } = STATES[state];
  return <Icon className={className} />;
}
