"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type ComposeMaterial, lookupOf } from "@/components/compose/compose-model";
import type { CellSaver } from "@/components/saving/cell-saver";
import { useSaving } from "@/components/saving/use-cell-saver";
import { SectionConflicts } from "@/components/section/section-conflicts";
import { headingOfAnchor } from "@/lib/domain/anchor";
import { PREFACE_KEY } from "@/lib/domain/check/finding";
import { mapNarrative } from "@/lib/domain/narrative-map";

/** Texts that somebody else changed meanwhile, both as they would be printed. */
export function ComposeConflicts({ material, saver }: { material: ComposeMaterial; saver: CellSaver }): ReactNode {
  const t = useTranslations("compose.outline");
  const { conflicts } = useSaving(saver);
  if (conflicts.length === 0) return null;
  const headingAt = (anchor: string) => material.headings.find((heading) => heading.key === headingOfAnchor(anchor));
  const printed = (anchor: string, text: string | null) =>
    mapNarrative(text ?? headingAt(anchor)?.assembled ?? "", lookupOf(material.values)).printed;
  return (
    <div className="px-6 pb-3 max-md:px-4">
      <SectionConflicts
        conflicts={conflicts.map((conflict) => ({
          ...conflict,
          mine: printed(conflict.cellKey, conflict.mine),
          theirs: printed(conflict.cellKey, conflict.theirs),
        }))}
        saver={saver}
        placeOf={(anchor) => {
          const heading = headingAt(anchor);
          if (headingOfAnchor(anchor) === PREFACE_KEY || !heading) return t("preface");
          const section = material.sections.find((section) => section.id === heading.sectionId);
          return `${heading.number}${heading.title}` || `${section?.number ?? ""}、${section?.title ?? ""}`;
        }}
      />
    </div>
  );
}
