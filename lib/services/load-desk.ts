import { type Db, withActor } from "@/db/connect";
import { listOpenComments } from "@/db/queries/comments";
import { listEvents, listLatestEvents } from "@/db/queries/events";
import { listExplanationsOfSections } from "@/db/queries/explanations";
import { listFiguresOfUnits } from "@/db/queries/figures";
import { listIndicators } from "@/db/queries/indicators";
import { listUnits } from "@/db/queries/organisations";
import { listOutline } from "@/db/queries/outline-headings";
import { listUnitParagraphs } from "@/db/queries/paragraphs";
import { listLedgerCounts } from "@/db/queries/request-ledgers";
import { listConfirmedRuleSettings } from "@/db/queries/rule-settings";
import { getNewestSeal } from "@/db/queries/seals";
import { listSubmissions } from "@/db/queries/submission-entries";
import { listUnitReports } from "@/db/queries/unit-reports";
import { type Actor, unitsFilledBy } from "@/lib/domain/access";
import type { Cycle } from "@/lib/domain/cycle";
import { TOLD_TYPES } from "@/lib/domain/desk-events";
import { arrangeDesk, type Desk, type DeskMaterial } from "@/lib/domain/desk-work";
import { rulesInForce } from "@/lib/domain/rule-setting";
import { type ChosenCycle, getCurrentCycle } from "@/lib/services/current-cycle";
import { listPreviousOfUnits } from "@/lib/services/previous-of-units";

/**
 * Loads everything on a person's desk: the sections of the units that they fill in, checked as they stand. Null while the
 * district has no year; empty for somebody who fills in for no unit.
 */
export async function loadDesk(db: Db, actor: Actor, input: ChosenCycle, _now: Date): Promise<Desk | null> {
  return withActor(db, actor, async (tx) => {
    const cycle = await getCurrentCycle(tx, actor, input);
    if (!cycle) return null;
    const organisationIds = [...new Set(unitsFilledBy(actor))];
    if (organisationIds.length === 0) return { cycle, tasks: [], others: [], seal: null, reminder: null };
    return arrangeDesk(await getDeskMaterial(tx, actor, { cycle, organisationIds }), actor);
  });
}

async function getDeskMaterial(
  tx: Db,
  actor: Actor,
  { cycle, organisationIds }: { cycle: Cycle; organisationIds: string[] },
): Promise<DeskMaterial> {
  const { districtId } = actor;
  const { id: cycleId, year } = cycle;
  const scope = { districtId, units: organisationIds };
  const of = { scope, cycleId };
  const entries = await listSubmissions(tx, of);
  const submissionIds = entries.map((entry) => entry.id);
  const [outline, units, indicators, figures, paragraphs, comments, explanations, events, reminders, published] =
    await Promise.all([
      listOutline(tx, { districtId, cycleId }),
      listUnits(tx, { districtId }),
      listIndicators(tx, of),
      listFiguresOfUnits(tx, { ...of, organisationIds }),
      listUnitParagraphs(tx, { ...of, organisationIds }),
      listOpenComments(tx, { scope, submissionIds }),
      listExplanationsOfSections(tx, { scope, submissionIds }),
      listLatestEvents(tx, { scope, submissionIds, types: TOLD_TYPES }),
      listEvents(tx, { scope, filter: { cycleId, types: ["unit_reminded"] }, limit: 1 }),
      listUnitReports(tx, { scope, year }),
    ]);
  const [seal, previous, settings, ledgers] = await Promise.all([
    getNewestSeal(tx, { districtId }),
    listPreviousOfUnits(tx, actor, { year, organisationIds }),
    listConfirmedRuleSettings(tx, { districtId }),
    listLedgerCounts(tx, { scope, submissionIds }),
  ]);
  return {
    cycle,
    entries,
    outline,
    units,
    indicators,
    figures,
    paragraphs,
    comments,
    explanations,
    events,
    lastReminder: reminders[0] ?? null,
    ledgers,
    published,
    previous,
    seal,
    ruleSettings: rulesInForce(settings),
  };
}
