import { RULE_OUTCOMES } from "@/lib/domain/check/finding";
import type { RuleRecord } from "@/lib/domain/check-record";
import type { PrintedReport } from "@/lib/domain/report-document";
import type { Block, Grid } from "@/lib/render/block";
import { printFullDay } from "@/lib/render/print-format";
import {
  RULE_COUNT_WORDS,
  RULE_EFFECT_WORDS,
  RULE_OUTCOME_WORDS,
  RULE_WORDS,
  SEVERITY_WORDS,
  WORDS,
} from "@/lib/render/words";

/** The rules that the report was held against, as its first annex; `number` tells it from others. */
export function checkBlocks({ checks }: PrintedReport, number: number | null): Block[] {
  if (!checks) return [];
  return [
    { kind: "heading", level: 1, text: WORDS.checkAnnex(number), anchor: "checks", startsPage: true },
    { kind: "paragraph", segments: [{ kind: "text", text: summariseChecks(checks) }] },
    { kind: "grid", grid: checkGrid(checks) },
    ...listDecisions(checks).map((text): Block => ({ kind: "paragraph", segments: [{ kind: "text", text }] })),
  ];
}

/** Every rule with its version, its day, how grave it is and what became of it. */
export function checkGrid(checks: readonly RuleRecord[]): Grid {
  return {
    caption: WORDS.checkCaption,
    head: [WORDS.checkRule, WORDS.versionLabel, WORDS.checkHoldsFrom, WORDS.checkSeverity, WORDS.checkResult],
    rows: checks.map((record) => [
      nameOf(record),
      String(record.version),
      record.holdsFrom,
      SEVERITY_WORDS[record.severity],
      outcomeOf(record),
    ]),
    numeric: [],
  };
}

/** "本报告按24条校验规则核对：22条通过，1条有提醒，1条停用。" */
export function summariseChecks(checks: readonly RuleRecord[]): string {
  const counts = RULE_OUTCOMES.flatMap((outcome) => {
    const count = checks.filter((record) => record.outcome === outcome).length;
    return count === 0 ? [] : [RULE_COUNT_WORDS[outcome](count)];
  });
  return WORDS.checksMade(checks.length, counts.join("，"));
}

/** A rule that there is no more is called by its code. */
function nameOf({ rule }: RuleRecord): string {
  return new Map<string, string>(Object.entries(RULE_WORDS)).get(rule) ?? rule;
}

function outcomeOf({ outcome, findings, explained }: RuleRecord): string {
  const found = RULE_OUTCOME_WORDS[outcome](findings);
  if (explained === 0) return found;
  return `${found}，${explained === findings ? WORDS.explained : WORDS.explainedOf(explained)}`;
}

/** What the office decided of rules, each with its reason. */
export function listDecisions(checks: readonly RuleRecord[]): string[] {
  return checks.flatMap((record) => {
    const { setting, version } = record;
    if (!setting) return [];
    const { effect, since, reason } = setting;
    return [WORDS.checkSetting(nameOf(record), version, printFullDay(since), RULE_EFFECT_WORDS[effect], reason)];
  });
}
