import type { getTranslations } from "next-intl/server";
import type { Condition } from "@/components/release/release-steps";
import { type FindingsByNeed, sortByNeed } from "@/lib/domain/explanation";
import { listBlockers } from "@/lib/domain/finalise";
import type { JudgedReport } from "@/lib/domain/report-work";
import { routes } from "@/lib/web/routes";

type Translate = Awaited<ReturnType<typeof getTranslations<never>>>;

/** The conditions of finalising as sentences; of a report that is fixed they were all met. */
export function conditionsOf(work: JudgedReport, t: Translate): Condition[] {
  const { cycle, rollUp, adjustments, report, superseded } = work;
  const blockers = report.state === "draft" ? listBlockers(work) : [];
  const missing = blockers.find((blocker) => blocker.kind === "missing_units");
  const unsigned = blockers.find((blocker) => blocker.kind === "open_adjustments");
  const isUnchanged = blockers.some((blocker) => blocker.kind === "nothing_corrected");
  const errors = blockers.find((blocker) => blocker.kind === "errors");
  const unexplained = blockers.find((blocker) => blocker.kind === "unexplained");
  const { explained } = needOf(work);
  const expected = rollUp.units.filter((unit) => unit.status !== "exempt").length;
  const first = adjustments.find((adjustment) => adjustment.state === "proposed");

  return [
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
    ...(superseded
      ? [
          isUnchanged
            ? {
                key: "corrected",
                state: "blocking" as const,
                text: t("release.check.nothingCorrected", { version: superseded.version }),
                link: { label: t("release.check.errorsLink"), href: routes.compose(cycle.id) },
              }
            : {
                key: "corrected",
                state: "met" as const,
                text: t("release.check.corrected", { version: superseded.version }),
              },
        ]
      : []),
    errors
      ? {
          key: "errors",
          state: "blocking",
          text: t("release.check.errors", { count: errors.count }),
          link: { label: t("release.check.errorsLink"), href: routes.compose(cycle.id) },
        }
      : { key: "errors", state: "met", text: t("release.check.noErrors") },
    unexplained
      ? {
          key: "warnings",
          state: "blocking",
          text: t("release.check.unexplained", { count: unexplained.count }),
          link: { label: t("release.check.unexplainedLink"), href: routes.compose(cycle.id) },
        }
      : {
          key: "warnings",
          state: "met",
          text:
            explained.length > 0
              ? t("release.check.explained", { count: explained.length })
              : t("release.check.noWarnings"),
        },
  ];
}

/** What the checks say of the report, by what is still to be done about it. */
export function needOf({ findings, explanations }: Pick<JudgedReport, "findings" | "explanations">): FindingsByNeed {
  return sortByNeed(findings, new Set(explanations.map((explanation) => explanation.findingId)));
}
