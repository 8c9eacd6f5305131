import type { Finding, FindingTerm, RuleId, Severity, TextPlace } from "@/lib/domain/check/finding";
import type { CellKey, SectionId } from "@/lib/domain/format";

type FindingDraft = {
  rule: RuleId;
  severity: Severity;
  messageKey: string;
  sectionId?: SectionId | null;
  cells?: readonly CellKey[];
  text?: Finding["text"];
  earlierText?: TextPlace;
  expected?: string | null;
  actual?: string | null;
  values?: Readonly<Record<string, string | number>>;
  terms?: readonly FindingTerm[];
};

/**
 * Completes a finding and gives it its id: the same rule saying the same of the same cells and values has the same id,
 * wherever in the text it stands by then, so that an explanation outlives another run of the checks.
 */
export function newFinding(draft: FindingDraft): Finding {
  const finding = {
    rule: draft.rule,
    severity: draft.severity,
    sectionId: draft.sectionId ?? null,
    cells: [...(draft.cells ?? [])],
    text: draft.text ?? null,
    ...(draft.earlierText ? { earlierText: draft.earlierText } : {}),
    expected: draft.expected ?? null,
    actual: draft.actual ?? null,
    messageKey: draft.messageKey,
    values: { ...draft.values },
    terms: [...(draft.terms ?? [])],
  };
  const identity = JSON.stringify([
    finding.messageKey,
    finding.sectionId,
    finding.cells,
    finding.text ? [finding.text.headingKey, finding.text.quote] : null,
    finding.expected,
    finding.actual,
    finding.terms,
  ]);
  return { id: `${finding.rule}-${shortHash(identity)}`, ...finding };
}

/** 53 bits in hexadecimal: enough to tell the findings of one report apart, and the same in browser and server. */
function shortHash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, "0");
}
