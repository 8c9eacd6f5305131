import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { listCycleUnits } from "@/db/queries/cycle-units";
import { listIndicators } from "@/db/queries/indicators";
import { listOutline } from "@/db/queries/outline-headings";
import { listSubmissions } from "@/db/queries/submission-entries";
import { deleteUnstartedSubmission, insertSubmissions } from "@/db/queries/submissions";
import type { Actor } from "@/lib/domain/access";
import { type Cycle, dueDateOf, sectionsOfUnit } from "@/lib/domain/cycle";
import type { SectionId } from "@/lib/domain/format";
import { Refusal } from "@/lib/domain/refusal";
import { dueDateOfLate } from "@/lib/domain/review";
import { getOpenCycle } from "@/lib/services/change-cycle";
import { refuseFixedReport } from "@/lib/services/refuse-fixed-report";

/**
 * The year, locked, while it is open and its report is still being worked on.
 *
 * @throws what `refuseFixedReport` refuses
 */
export async function getDraftCycle(tx: Db, actor: Actor, cycleId: string): Promise<Cycle> {
  const cycle = await getOpenCycle(tx, actor, cycleId);
  await refuseFixedReport(tx, { districtId: actor.districtId, cycleId });
  return cycle;
}

/**
 * Only units that the year expects can be asked for something.
 *
 * @throws Refusal not_found
 */
export async function refuseUnknownUnits(
  tx: Db,
  actor: Actor,
  cycleId: string,
  organisationIds: readonly string[],
): Promise<void> {
  const units = await listCycleUnits(tx, { scope: actor.scope, cycleId });
  const known = new Set(units.map((unit) => unit.organisationId));
  if (organisationIds.some((id) => !known.has(id))) throw new Refusal("not_found");
}

/**
 * What a unit is asked for does not change under a section that it has handed in.
 *
 * @throws Refusal section_handed_in with `unit`
 */
export async function refuseHandedIn(
  tx: Db,
  actor: Actor,
  cycleId: string,
  sectionId: SectionId,
  organisationIds: readonly string[],
): Promise<void> {
  const submissions = await listSubmissions(tx, {
    scope: actor.scope,
    cycleId,
    states: ["awaiting_signature", "submitted", "approved"],
  });
  const handedIn = submissions.find(
    (submission) => submission.sectionId === sectionId && organisationIds.includes(submission.organisationId),
  );
  if (handedIn) throw new Refusal("section_handed_in", { unit: handedIn.unitName });
}

/**
 * Makes the sections of every unit of the year what its outline and indicators ask for.
 *
 * @throws Refusal heading_in_use
 */
export async function askForSections(
  tx: Db,
  actor: Actor,
  cycle: Cycle,
  now: Date,
  /** A unit with a due date of its own. */
  own?: { organisationId: string; dueAt: Date },
): Promise<void> {
  const of = { districtId: actor.districtId, cycleId: cycle.id };
  const units = await listCycleUnits(tx, { scope: actor.scope, cycleId: cycle.id });
  const outline = await listOutline(tx, of);
  const indicators = await listIndicators(tx, { scope: actor.scope, cycleId: cycle.id });
  const submissions = await listSubmissions(tx, { scope: actor.scope, cycleId: cycle.id });

  for (const { organisationId } of units) {
    const askedSectionIds = sectionsOfUnit(cycle.format, organisationId, outline, indicators);
    const existing = submissions.filter((submission) => submission.organisationId === organisationId);
    for (const submission of existing) {
      if (askedSectionIds.includes(submission.sectionId)) continue;
      const isGone = await deleteUnstartedSubmission(tx, { districtId: actor.districtId, id: submission.id });
      if (!isGone) throw new Refusal("heading_in_use");
    }
    const missing = askedSectionIds.filter(
      (sectionId) => !existing.some((submission) => submission.sectionId === sectionId),
    );
    await insertSubmissions(
      tx,
      missing.map((sectionId) => ({
        ...of,
        id: randomUUID(),
        organisationId,
        sectionId,
        ...(own?.organisationId === organisationId
          ? { dueAt: own.dueAt, isExtended: true }
          : dueDateOfLate(dueDateOf(cycle, sectionId), now)),
        updatedAt: now,
      })),
    );
  }
}
