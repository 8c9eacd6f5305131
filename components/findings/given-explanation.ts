import type { Finding } from "@/lib/domain/check/finding";
import { type GivenExplanation, staleExplanationOf } from "@/lib/domain/explanation";

/** What was said to a finding that stands. */
export type Explained = { body: string; acceptedByName: string | null };

/** What was said to the same place when other values stood there. */
export type StaleExplained = { body: string; before: string | null; now: string | null };

/** What was said to the same place before its values changed. */
export function staleOf(finding: Finding, explanations: readonly GivenExplanation[]): StaleExplained | null {
  const stale = staleExplanationOf(finding, explanations);
  return stale && { body: stale.body, before: stale.finding?.actual ?? null, now: finding.actual };
}
