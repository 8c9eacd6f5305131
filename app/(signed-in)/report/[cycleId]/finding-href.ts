import type { Finding } from "@/lib/domain/check/finding";
import { routes } from "@/lib/web/routes";

/** A finding about a figure leads to the figure, one about the text to its words. */
export function hrefOfFinding(finding: Finding, cycleId: string): string {
  const [cell] = finding.cells;
  if (finding.text || cell === undefined) return `${routes.compose(cycleId)}#finding-${finding.id}`;
  return routes.rollUp(cycleId, { cell });
}
