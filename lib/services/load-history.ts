import { type Db, withActor } from "@/db/connect";
import { listCycles } from "@/db/queries/cycles";
import { countEvents, type EventFilter, listEvents } from "@/db/queries/events";
import { listIndicators } from "@/db/queries/indicators";
import { listUnits } from "@/db/queries/organisations";
import { listOutline } from "@/db/queries/outline-headings";
import { listPeople } from "@/db/queries/people";
import { getNewestSeal } from "@/db/queries/seals";
import { listSystemAccounts } from "@/db/queries/system-accounts";
import { type Actor, may } from "@/lib/domain/access";
import { listTypesForUnits, listTypesOfKinds } from "@/lib/domain/describe-event";
import type { StoredEvent } from "@/lib/domain/events";
import type { EventKind } from "@/lib/domain/events/event-rows";
import type { History, HistoryNames } from "@/lib/domain/history";
import { verifySeals } from "@/lib/services/verify-chain";
import { verifyHistory } from "@/lib/services/verify-history";

const HISTORY_PAGE_SIZE = 50;

/** Up to so many events the seals are checked whenever somebody looks; beyond, and all they seal, when somebody asks. */
const CHECKED_AT_ONCE = 5000;

export type HistoryQuestion = {
  organisationId: string | null;
  actorId: string | null;
  submissionId: string | null;
  /** Empty for all kinds. */
  kinds: readonly EventKind[];
  from: Date | null;
  to: Date | null;
  /** The page before this event. */
  beforeId: number | null;
};

/** Loads a page of the history as far as the actor may read it; `isVerified` checks all that the seals hold, whatever it takes. */
export async function loadHistory(
  db: Db,
  actor: Actor,
  { question, isVerified }: { question: HistoryQuestion; isVerified: boolean },
  now: Date,
): Promise<History> {
  return withActor(db, actor, async (tx) => {
    const readsAll = may(actor, "history:read");
    const filter = filterOf(actor, question);
    const [events, total, units, people, systems, names, seal] = await Promise.all([
      listEvents(tx, { scope: actor.scope, filter, limit: HISTORY_PAGE_SIZE + 1 }),
      countEvents(tx, { scope: actor.scope, filter }),
      listUnits(tx, { districtId: actor.districtId }),
      readsAll ? listPeople(tx, { districtId: actor.districtId, now }) : null,
      readsAll ? listSystemAccounts(tx, { districtId: actor.districtId, now }) : [],
      getHistoryNames(tx, actor),
      readsAll ? getSeal(tx, actor, isVerified) : null,
    ]);
    const visible = units.filter((unit) => actor.scope.units === "all" || actor.scope.units.includes(unit.id));
    return {
      events: events.slice(0, HISTORY_PAGE_SIZE),
      total,
      hasMore: events.length > HISTORY_PAGE_SIZE,
      units: visible.map(({ id, name }) => ({ id, name })),
      people: people && [...people, ...systems].map(({ id, name }) => ({ id, name })),
      names,
      seal,
    };
  });
}

/** Loads everything that a question finds, newest first, for a file, with the names that its sentences need. */
export async function loadHistoryExport(
  db: Db,
  actor: Actor,
  question: HistoryQuestion,
  _now: Date,
): Promise<{ events: StoredEvent[]; names: HistoryNames }> {
  return withActor(db, actor, async (tx) => ({
    events: await listAllEvents(tx, actor, question),
    names: await getHistoryNames(tx, actor),
  }));
}

const BATCH = 2000;

async function listAllEvents(tx: Db, actor: Actor, question: HistoryQuestion): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  let beforeId: number | undefined;
  for (;;) {
    const filter = { ...filterOf(actor, question), beforeId };
    const batch = await listEvents(tx, { scope: actor.scope, filter, limit: BATCH });
    found.push(...batch);
    beforeId = batch.at(-1)?.id;
    if (batch.length < BATCH) return found;
  }
}

/** Every name in the district that a sentence may need; the newest year's where they differ. */
async function getHistoryNames(tx: Db, actor: Actor): Promise<HistoryNames> {
  const { districtId } = actor;
  const [units, cycles] = await Promise.all([listUnits(tx, { districtId }), listCycles(tx, { districtId })]);
  const ofCycles = await Promise.all(
    cycles.toReversed().map(async ({ id }) => ({
      outline: await listOutline(tx, { districtId, cycleId: id }),
      indicators: await listIndicators(tx, { scope: actor.scope, cycleId: id }),
    })),
  );
  const headings = new Map(
    ofCycles.flatMap(({ outline }) => outline.map(({ key, number, title }) => [key, `${number}${title}`] as const)),
  );
  const indicators = new Map<string, string>(
    ofCycles.flatMap((cycle) => cycle.indicators.map(({ key, label }) => [`indicators.${key}`, label] as const)),
  );
  return {
    units: new Map(units.map(({ id, name }) => [id, name])),
    years: new Map(cycles.map(({ id, year }) => [id, year])),
    indicators,
    headings: (key) => headings.get(key) ?? null,
  };
}

function filterOf(actor: Actor, question: HistoryQuestion): EventFilter {
  const asked = question.kinds.length === 0 ? undefined : listTypesOfKinds(question.kinds);
  const allowed = may(actor, "history:read") ? undefined : listTypesForUnits();
  const types = asked && allowed ? asked.filter((type) => allowed.includes(type)) : (asked ?? allowed);
  return {
    organisationId: question.organisationId ?? undefined,
    actorId: question.actorId ?? undefined,
    submissionId: question.submissionId ?? undefined,
    types,
    from: question.from ?? undefined,
    to: question.to ?? undefined,
    beforeId: question.beforeId ?? undefined,
  };
}

async function getSeal(tx: Db, actor: Actor, isVerified: boolean): Promise<NonNullable<History["seal"]>> {
  const { districtId } = actor;
  const [newest, all] = await Promise.all([
    getNewestSeal(tx, { districtId }),
    countEvents(tx, { scope: actor.scope, filter: {} }),
  ]);
  if (isVerified) return { newest, all, verification: await verifyHistory(tx, { districtId }) };
  return { newest, all, verification: all <= CHECKED_AT_ONCE ? await verifySeals(tx, { districtId }) : null };
}
