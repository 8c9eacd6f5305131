import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KitSection } from "@/components/kit/kit-section";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { StateBadge, type StateName } from "@/components/ui/state-badge";

const STATES: readonly StateName[] = [
  "not_started",
  "draft",
  "awaiting_signature",
  "submitted",
  "returned",
  "reopened",
  "approved",
  "late",
  "extended",
  "included",
  "nil",
  "exempt",
  "missing",
  "report_draft",
  "report_final",
  "report_published",
  "report_superseded",
  "error",
  "warning",
  "info",
  "explained",
];

/** What says how something stands: badges and alerts. */
export function KitStates(): ReactNode {
  const t = useTranslations("common");
  const href = "/kit";
  return (
    <>
      <KitSection title="StateBadge, Badge">
        {(["plain", "boxed"] as const).map((variant) => (
          <div key={variant} className="flex flex-wrap items-center gap-3">
            {STATES.map((state) => (
              <StateBadge key={state} state={state} variant={variant} />
            ))}
            {(["neutral", "accent", "ok", "warn", "danger"] as const).map((tone) => (
              <Badge key={tone} variant={variant} tone={tone}>
                {t("version", { version: "2" })}
              </Badge>
            ))}
          </div>
        ))}
      </KitSection>
      <KitSection title="Alert">
        {(["error", "warning", "info", "success"] as const).map((variant) => (
          <Alert key={variant} variant={variant} actions={<Button size="sm">{t("undo")}</Button>}>
            <b>{t("details")}</b> <a href={href}>{t("more")}</a>
          </Alert>
        ))}
        <Alert variant="info">{t("product").repeat(24)}</Alert>
      </KitSection>
    </>
  );
}
