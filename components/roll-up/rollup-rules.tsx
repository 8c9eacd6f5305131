import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RollUpFold } from "@/components/roll-up/rollup-fold";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Line, LineList } from "@/components/ui/line-list";
import { RULE_OUTCOMES, type RuleOutcome } from "@/lib/domain/check/finding";
import type { RuleResult } from "@/lib/domain/check/rule-results";

const STYLE: Readonly<Record<RuleOutcome, string>> = {
  passed: "text-ok",
  info: "text-accent",
  warning: "text-warn",
  error: "text-danger",
  off: "text-ink-3",
  not_applicable: "text-ink-3",
};

type RollUpRulesProps = {
  results: readonly RuleResult[];
  /** Where rules are switched off and on; null for who may not. */
  settingsHref: string | null;
};

/** The list of checks: every rule with its version and what became of it; what the office switched off comes first. */
export function RollUpRules({ results, settingsHref }: RollUpRulesProps): ReactNode {
  const t = useTranslations("checks");
  const changed = results.filter(({ setting }) => setting !== null);
  const counts = RULE_OUTCOMES.flatMap((outcome) => {
    const count = results.filter((result) => result.outcome === outcome).length;
    return count === 0 ? [] : [t(`list.counts.${outcome}`, { count })];
  });
  return (
    <Card className="mt-4">
      <CardHeader>
        <CardTitle>{t("list.title")}</CardTitle>
      </CardHeader>
      <CardContent className="text-sm text-ink-2">
        <p>{t("list.summary", { count: results.length, counts: counts.join(t("list.and")) })}</p>
        {changed.map(({ rule, version, setting }) =>
          setting ? (
            <p key={rule} className="mt-2 text-warn">
              {t("list.changed", {
                rule: t(`rules.${rule}`),
                version,
                effect: setting.effect,
                since: setting.since,
                proposer: setting.proposedBy ?? "",
                by: setting.decidedBy,
                reason: setting.reason,
              })}
            </p>
          ) : null,
        )}
      </CardContent>
      <RollUpFold summary={t("list.all")}>
        <LineList className="-mx-4">
          {results.map(({ rule, version, outcome, findings }) => (
            <Line key={rule} data-outcome={outcome}>
              <span className="min-w-0 flex-1">
                {t(`rules.${rule}`)} <span className="text-xs text-ink-3">{t("list.version", { version })}</span>
              </span>
              <span className={STYLE[outcome]}>{t(`list.outcome.${outcome}`, { count: findings })}</span>
            </Line>
          ))}
        </LineList>
        {settingsHref === null ? null : (
          <p className="mt-2">
            <Link href={settingsHref} prefetch={false}>
              {t("list.settings")}
            </Link>
          </p>
        )}
      </RollUpFold>
    </Card>
  );
}
