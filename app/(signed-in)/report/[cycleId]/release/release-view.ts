import type { getTranslations } from "next-intl/server";
import type { Condition } from "@/components/release-steps";
import { listBlockers } from "@/lib/domain/finalise";
import type { ReportWork } from "@/lib/services/load-report";
import { routes } from "@/lib/web/routes";

type Translate = Awaited<ReturnType<typeof getTranslations<never>>>;

/** The conditions of finalising as sentences; of a report that is fixed they were all met. */
export function conditionsOf(work: ReportWork, t: Translate): Condition[] {
  const { cycle, rollUp, adjustments, findings, report } = work;
  const blockers = report.state === "draft" ? listBlockers(work) : [];
  const missing = blockers.find((blocker) => blocker.kind === "missing_units");
  const unsigned = blockers.find((blocker) => blocker.kind === "open_adjustments");
  const errors = blockers.find((blocker) => blocker.kind === "errors");
  const warnings = findings.filter((finding) => finding.severity === "warning").length;
  const expected = rollUp.units.filter((unit) => unit.status !== "exempt").length;
  const first = adjustments.find((adjustment) => adjustment.state === "proposed");

  const conditions: Condition[] = [
    missing
      ? {
          key: "units",
          state: "blocking",
          text: t("release.check.missing", {
            count: missing.units.length,
            units: missing.units.join(t("common.listSeparator")),
          }),
          link: { label: t("release.check.missingLink"), href: routes.overview() },
        }
      : { key: "units", state: "met", text: t("release.check.units", { count: expected }) },
    unsigned
      ? {
          key: "adjustments",
          state: "blocking",
          text: t("release.check.unsigned", { count: unsigned.count }),
          link: {
            label: t("release.check.unsignedLink"),
            href: routes.rollUp(cycle.id, first ? { cell: first.cellKey } : {}),
          },
        }
      : { key: "adjustments", state: "met", text: t("release.check.signed") },
    errors
      ? {
          key: "errors",
          state: "blocking",
          text: t("release.check.errors", { count: errors.count }),
          link: { label: t("release.check.errorsLink"), href: routes.compose(cycle.id) },
        }
      : { key: "errors", state: "met", text: t("release.check.noErrors") },
  ];
  if (warnings === 0) return conditions;
  return [
    ...conditions,
    {
      key: "warnings",
      state: "remark",
      text: t("release.check.warnings", { count: warnings }),
      link: { label: t("release.check.warningsLink"), href: routes.rollUp(cycle.id) },
    },
  ];
}
