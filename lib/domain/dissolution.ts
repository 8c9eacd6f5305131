import type { Organisation } from "@/lib/domain/organisation";
import { isHandedIn } from "@/lib/domain/progress";
import type { RefusalCode } from "@/lib/domain/refusal";
import type { SubmissionState } from "@/lib/domain/submission";

type Dissolution = {
  /** The day, as an ISO date. */
  on: string;
  reason: string;
  /** The office's decision on what was handed in. */
  isCounted: boolean;
};

/** Why a unit cannot be dissolved; null when it can: the office stays, and nothing is said of a day that has not come. */
export function refusalOfDissolving(
  unit: Pick<Organisation, "kind" | "isActive">,
  on: string,
  today: string,
): RefusalCode | null {
  if (unit.kind === "office") return "office_stays";
  if (!unit.isActive) return "wrong_state";
  return on > today ? "day_not_come" : null;
}

/**
 * What becomes of a dissolved unit in a year under way: nothing more is expected of it. What it handed in counts or does
 * not, as the office decides; the note is printed in the report's list of units, which is Chinese.
 */
export function standingAfterDissolution(
  { on, reason, isCounted }: Dissolution,
  sections: readonly { state: SubmissionState }[],
): { note: string; isExempt: boolean } {
  const [year, month, day] = on.split("-").map(Number);
  const sentence = `${year}年${month}月${day}日撤销：${reason.replace(/[。；，\s]+$/u, "")}`;
  if (!sections.some(isHandedIn)) return { note: sentence, isExempt: true };
  return { note: `${sentence}；撤销前报送的内容${isCounted ? "计入" : "不计入"}本报告`, isExempt: !isCounted };
}
