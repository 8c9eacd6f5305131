import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StateBadge } from "@/components/ui/state-badge";

/** What the silhouettes mean. */
export function OverviewLegend(): ReactNode {
  const t = useTranslations("overview.matrix");
  const states = ["not_started", "draft", "awaiting_signature", "submitted", "returned", "approved"] as const;
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-3">
      {states.map((state) => (
        <StateBadge key={state} state={state} />
      ))}
      <span>{t("hatch")}</span>
    </p>
  );
}
