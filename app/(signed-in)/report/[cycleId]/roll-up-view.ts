import type { CompletenessRow } from "@/components/roll-up/rollup-completeness";
import type { Actor } from "@/lib/domain/access";
import { type Adjustment, decideAdjustmentMove } from "@/lib/domain/adjustment";
import { type Blocker, listBlockers } from "@/lib/domain/finalise";
import type { FormatSection, SectionId } from "@/lib/domain/format";
import type { JudgedReport } from "@/lib/domain/report-work";
import { standInSection } from "@/lib/domain/roll-up";
import { daysLeft } from "@/lib/i18n/dates";
import { routes } from "@/lib/web/routes";

/** What the tabs offer: a section with tables, or the local indicators. */
export type RollUpTab = { key: string; section: FormatSection | null };

export function listTabs(work: JudgedReport): RollUpTab[] {
  const tables = work.cycle.format.sections.filter((section) => section.kind === "tables");
  return [...tables.map((section) => ({ key: section.id, section })), { key: "indicators", section: null }];
}

/** Where the office stands with the figures, and what opens the way. */
export type Standing = "published" | "final" | "ready" | Blocker;

export function standingOf(work: JudgedReport): Standing {
  const { state } = work.report;
  if (state === "published" || state === "superseded") return "published";
  if (state === "final") return "final";
  return listBlockers(work)[0] ?? "ready";
}

/** The units that a section is asked of, with how each stands in it. */
export function completenessRows(work: JudgedReport, sectionId: SectionId, now: Date): CompletenessRow[] {
  const sections = work.submissions.filter((submission) => submission.sectionId === sectionId);
  const sectionOf = new Map(sections.map((section) => [section.organisationId, section]));
  return work.rollUp.units.flatMap((unit) => {
    const section = sectionOf.get(unit.organisationId);
    if (!section) return [];
    const isApproved = section.state === "approved" && !section.isExempt;
    const days = section.submittedAt ? daysLeft(section.dueAt, section.submittedAt) : 0;
    return [
      {
        organisationId: unit.organisationId,
        name: unit.name,
        isOffice: unit.isOffice,
        standing: standInSection(section, now),
        state: section.state,
        lateDays: Math.max(0, -days),
        version: isApproved ? section.latestVersion : null,
        href: isApproved ? routes.review(section.id) : null,
      },
    ];
  });
}

/** Whether this person may sign or decline an adjustment; the service decides again. */
export function mayDecide(actor: Actor, work: JudgedReport, adjustment: Adjustment): boolean {
  return decideAdjustmentMove(adjustment, "sign", actor, work.report.state).ok;
}
