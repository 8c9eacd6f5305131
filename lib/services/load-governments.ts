import { type Db, withActor } from "@/db/connect";
import { listAskedCorrections, listCorrectionRequests } from "@/db/queries/correction-requests";
import { getOwnGovernment, listChildGovernments } from "@/db/queries/governments";
import { listOutline } from "@/db/queries/outline-headings";
import { getPublicReport, listPublishedVersions } from "@/db/queries/public-reports";
import { listSubmissions } from "@/db/queries/submission-entries";
import { listTakenReports } from "@/db/queries/taken-reports";
import { listVersionContents } from "@/db/queries/versions";
import type { Actor } from "@/lib/domain/access";
import {
  type ChildGovernment,
  contentOfChild,
  isTakenAgain,
  levelsBelow,
  listUnreadCells,
  offerState,
} from "@/lib/domain/child-report";
import type { Cycle } from "@/lib/domain/cycle";
import type { GovernmentLevel } from "@/lib/domain/government-level";
import { type ChosenGovernment, type GovernmentEntry, listOfferChanges, type Offer } from "@/lib/domain/report-offer";
import { SECTION_IDS } from "@/lib/domain/section-ids";
import { type ChosenCycle, getCurrentCycle } from "@/lib/services/current-cycle";

/** The other levels of government in a year: those below, the one that was asked for, and what the one above waits for. */
export type GovernmentsWork = {
  cycle: Cycle;
  entries: GovernmentEntry[];
  chosen: ChosenGovernment | null;
  /** How much of the year's report the government above sent back that is not answered. */
  unanswered: number;
};

/** The governments below for the administrator, and which levels may be set up. */
export async function loadGovernmentList(
  db: Db,
  actor: Actor,
  _input: Record<never, never>,
  _now: Date,
): Promise<{
  governments: ChildGovernment[];
  own: { level: GovernmentLevel; parentName: string } | null;
  levels: GovernmentLevel[];
}> {
  const { districtId } = actor;
  return withActor(db, actor, async (tx) => {
    const [governments, own] = await Promise.all([
      listChildGovernments(tx, { districtId }),
      getOwnGovernment(tx, { districtId }),
    ]);
    return { governments, own, levels: levelsBelow(own?.level ?? null) };
  });
}

/** Loads how the reports of the governments below stand in the chosen year; null where there is no year. */
export async function loadGovernments(
  db: Db,
  actor: Actor,
  input: ChosenCycle & { organisationId: string | null },
  _now: Date,
): Promise<GovernmentsWork | null> {
  return withActor(db, actor, async (tx) => {
    const cycle = await getCurrentCycle(tx, actor, input);
    if (!cycle) return null;
    const [entries, asked] = await Promise.all([
      listEntries(tx, actor, cycle),
      listCorrectionRequests(tx, { districtId: actor.districtId, year: cycle.year }),
    ]);
    const unanswered = asked.filter(({ answer }) => answer === null).length;
    const found = entries.find(({ organisationId }) => organisationId === input.organisationId);
    const chosen = found ? { ...found, offer: await getOffer(tx, actor, cycle, found) } : null;
    return { cycle, entries, chosen, unanswered };
  });
}

async function listEntries(tx: Db, { districtId }: Actor, { id: cycleId, year }: Cycle): Promise<GovernmentEntry[]> {
  const children = await listChildGovernments(tx, { districtId });
  if (children.length === 0) return [];
  const districtIds = children.map((child) => child.districtId);
  const [published, taken, sections, asked] = await Promise.all([
    listPublishedVersions(tx, { districtIds, year }),
    listTakenReports(tx, { districtId, cycleId }),
    listSubmissions(tx, { scope: { districtId, units: children.map((child) => child.organisationId) }, cycleId }),
    listAskedCorrections(tx, { parentDistrictId: districtId, districtIds, year }),
  ]);
  return children.map((child) => {
    const offered = published.find((report) => report.districtId === child.districtId) ?? null;
    const latest = taken.find((report) => report.organisationId === child.organisationId) ?? null;
    return {
      ...child,
      state: offerState(offered, latest),
      published: offered,
      taken: latest,
      sections: sections
        .filter((section) => section.organisationId === child.organisationId)
        .toSorted((left, right) => SECTION_IDS.indexOf(left.sectionId) - SECTION_IDS.indexOf(right.sectionId)),
      asked: asked.filter((request) => request.districtId === child.districtId),
    };
  });
}

async function getOffer(
  tx: Db,
  { districtId, scope }: Actor,
  cycle: Cycle,
  entry: GovernmentEntry,
): Promise<Offer | null> {
  const { published, sections } = entry;
  const isSettled = entry.state === "taken" && !sections.some(isTakenAgain);
  if (!published || isSettled || sections.length === 0) return null;
  const report = await getPublicReport(tx, { id: published.reportId });
  if (!report) return null;
  const { document } = report;
  if (document.format.id !== cycle.format.id) {
    return { changes: [], outline: [], unread: 0, otherForm: document.format.name };
  }
  const [outline, before] = await Promise.all([
    listOutline(tx, { districtId, cycleId: cycle.id }),
    listVersionContents(tx, {
      scope,
      versions: sections.flatMap(({ id: submissionId, latestVersion: number }) =>
        number > 0 ? [{ submissionId, number }] : [],
      ),
    }),
  ]);
  const changes = sections.flatMap(({ id, sectionId, organisationId }) => {
    const headings = outline.filter(
      (heading) => heading.sectionId === sectionId && heading.owners.includes(organisationId),
    );
    const content = contentOfChild(document, { format: cycle.format, sectionId, headings });
    return listOfferChanges(before.find(({ submissionId }) => submissionId === id)?.content ?? null, content);
  });
  return { changes, outline, unread: listUnreadCells(cycle.format, document.figures).length, otherForm: null };
}
