import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { upsertFigures } from "@/db/queries/figures";
import { insertSubmissions } from "@/db/queries/submissions";
import type { Actor } from "@/lib/domain/access";
import { carriedFrom } from "@/lib/domain/carry-forward";
import { type Cycle, dueDateOf, type Indicator, type OutlineHeading, sectionsOfUnit } from "@/lib/domain/cycle";
import type { SectionId } from "@/lib/domain/format";
import type { Organisation } from "@/lib/domain/organisation";
import { listPreviousOfUnits } from "@/lib/services/previous-of-units";

/** What a first year starts from where there is no year before; the demonstration brings its own. */
export type CycleStart = {
  outline: readonly OutlineHeading[];
  indicators: readonly Indicator[];
  preface: string;
  statutoryDueAt: Date;
};

type AddedSection = { id: string; organisationId: string; sectionId: SectionId };

/** Makes the sections of every unit: those whose headings or indicators it owns, and the tables. */
export async function addSections(
  tx: Db,
  of: { cycle: Cycle; units: readonly Organisation[]; start: CycleStart; now: Date },
): Promise<AddedSection[]> {
  const { cycle, start } = of;
  const sections = of.units.flatMap((unit) =>
    sectionsOfUnit(cycle.format, unit.id, start.outline, start.indicators).map((sectionId) => ({
      districtId: cycle.districtId,
      cycleId: cycle.id,
      id: randomUUID(),
      organisationId: unit.id,
      sectionId,
      dueAt: dueDateOf(cycle, sectionId),
      updatedAt: of.now,
    })),
  );
  await insertSubmissions(tx, sections);
  return sections;
}

type CarriedSection = { id: string; organisationId: string; cells: { cellKey: string; found: string }[] };

/**
 * Fills in 上年结转 of every unit whose year before is known, in one statement for all of them. Gives the sections in which
 * something was filled in, with what.
 */
export async function fillCarriedFigures(
  tx: Db,
  actor: Actor,
  { cycle, sections, now }: { cycle: Cycle; sections: readonly AddedSection[]; now: Date },
): Promise<CarriedSection[]> {
  const { year, format, districtId } = cycle;
  const requests = sections.filter((section) => section.sectionId === "requests");
  const organisationIds = requests.map((section) => section.organisationId);
  const previousOf = await listPreviousOfUnits(tx, actor, { year, organisationIds });
  const filled = requests.flatMap(({ id, organisationId }): CarriedSection[] => {
    const carried = carriedFrom({ format, year, previous: previousOf.get(organisationId) ?? null });
    const cells = [...carried].map(([cellKey, found]) => ({ cellKey, found }));
    return cells.length === 0 ? [] : [{ id, organisationId, cells }];
  });
  await upsertFigures(tx, {
    districtId,
    by: actor,
    at: now,
    sections: filled.map(({ id: submissionId, organisationId, cells }) => ({ submissionId, organisationId, cells })),
  });
  return filled;
}
