import { useEffect, useEffectEvent, useState } from "react";
import type { ComposeMaterial } from "@/components/compose/compose-model";
import type { ComposeEditors } from "@/components/compose/use-compose-editors";
import type { Finding } from "@/lib/domain/check/finding";
import { sortByNeed } from "@/lib/domain/explanation";

/** The way from finding to finding: which one is looked at, the tab that shows it, and the next that is open. */
export function useFindingTour(material: ComposeMaterial, findings: readonly Finding[], editors: ComposeEditors) {
  const [current, setCurrent] = useState<string | null>(null);
  const [tab, setTab] = useState("findings");
  const explainedIds = new Set(
    material.explanations.flatMap((explanation) => (explanation.unit === null ? [explanation.findingId] : [])),
  );
  const need = sortByNeed(findings, explainedIds);

  const goToFinding = (finding: Finding) => {
    setCurrent(finding.id);
    setTab("findings");
    if (finding.text) editors.showPlace(finding.text);
    else if (finding.sectionId) {
      const first = material.headings.find((heading) => heading.sectionId === finding.sectionId);
      editors.goTo(first?.key ?? `section-${finding.sectionId}`);
    }
  };
  const goToAddressed = useEffectEvent((hash: string) => {
    const addressed = findings.find((finding) => hash === `#finding-${finding.id}`);
    if (addressed) goToFinding(addressed);
  });
  useEffect(() => goToAddressed(window.location.hash), []);

  return {
    current,
    tab,
    setTab,
    need,
    goToFinding,
    goToNext(): void {
      const open = need.errors.length > 0 ? need.errors : need.warnings;
      const at = open.findIndex((finding) => finding.id === current);
      const next = open[(at + 1) % open.length];
      if (next) goToFinding(next);
    },
  };
}
