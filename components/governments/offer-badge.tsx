import { CircleCheckIcon, CircleDashedIcon, InboxIcon, RefreshCwIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { GovernmentEntry } from "@/lib/domain/report-offer";

const LOOK = {
  unpublished: { Icon: CircleDashedIcon, tone: "neutral" },
  offered: { Icon: InboxIcon, tone: "accent" },
  taken: { Icon: CircleCheckIcon, tone: "ok" },
  changed: { Icon: RefreshCwIcon, tone: "accent" },
} as const;

/** How the report of a government below stands here, as a word and an icon. */
export function OfferBadge({
  entry: { state, taken },
}: {
  entry: Pick<GovernmentEntry, "state" | "taken">;
}): ReactNode {
  const t = useTranslations("governments.list.state");
  const { Icon, tone } = LOOK[state];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {t(state, { version: taken?.version ?? 0 })}
    </Badge>
  );
}
