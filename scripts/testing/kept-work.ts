import { Client } from "pg";
import { EventSchema } from "@/lib/domain/events";
import { replayEvents } from "@/lib/domain/replay";
import type { Acknowledged } from "./busy-clerks";

/** How often something that was acknowledged once is there. */
type Counted = { what: string; times: number };
type EventRow = { submissionId: string; type: string; data: unknown };
type Held = { id: string; state: string; version: number; figures: Record<string, string | null> };
type VersionRow = { submissionId: string; number: number; receipt: string; figures: Record<string, string | null> };

/** A sentence for each thing that is not as clerks were told. */
export type Losses = { missing: string[]; doubled: string[]; contradicted: string[] };

/** Looks, as the database's owner, for everything that was acknowledged. */
export async function findLosses(ownerUrl: string, acknowledged: Acknowledged): Promise<Losses> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const events = await list<EventRow>(
      client,
      `select submission_id as "submissionId", type, data from events where submission_id is not null order by id`,
    );
    const versions = await list<VersionRow>(
      client,
      `select submission_id as "submissionId", number, receipt, content -> 'figures' as figures from versions order by number`,
    );
    const receipts = await list<{ id: string; receipt: string | null }>(
      client,
      "select id, result ->> 'receipt' as receipt from requests",
    );
    const held = await list<Held>(
      client,
      `select id, state, latest_version as version,
         (select coalesce(jsonb_object_agg(cell_key, found), '{}') from figures where submission_id = submissions.id) as figures
       from submissions`,
    );
    const counted = [...countSaves(events, acknowledged), ...countMoves(receipts, versions, acknowledged)];
    const linesOf = (isWanted: (times: number) => boolean) =>
      counted.filter(({ times }) => isWanted(times)).map(({ what, times }) => `${what} is there ${times} times`);
    return {
      missing: linesOf((times) => times === 0),
      doubled: linesOf((times) => times > 1),
      contradicted: [...acknowledged.strange, ...contradictions(events, versions, held)],
    };
  } finally {
    await client.end();
  }
}

/** Each value was typed once: it stands in the history once, neither missing nor written twice. */
function countSaves(events: readonly EventRow[], { saves }: Acknowledged): Counted[] {
  const written = new Map<string, number>();
  for (const { submissionId, event } of events.map(filed)) {
    if (event.type !== "figures_saved") continue;
    for (const { cellKey, to } of event.data.changes) {
      const key = `${submissionId} ${cellKey} ${to}`;
      written.set(key, (written.get(key) ?? 0) + 1);
    }
  }
  return saves.map(({ submissionId, cellKey, value }) => ({
    what: `a save of ${value} in ${cellKey}`,
    times: written.get(`${submissionId} ${cellKey} ${value}`) ?? 0,
  }));
}

function countMoves(
  requests: readonly { id: string; receipt: string | null }[],
  versions: readonly VersionRow[],
  { moves }: Acknowledged,
): Counted[] {
  const receiptOf = new Map(requests.map(({ id, receipt }) => [id, receipt]));
  return moves.map(({ requestId, kind, submissionId }) => {
    const receipt = receiptOf.get(requestId);
    if (receipt === undefined) return { what: `the request of a ${kind}`, times: 0 };
    if (kind === "withdraw") return { what: "a withdrawal", times: 1 };
    const made = versions.filter((version) => version.submissionId === submissionId && version.receipt === receipt);
    return { what: `a version with the receipt ${receipt}`, times: made.length };
  });
}

/** What is stored is what the history tells: states, numbers of versions, cells, and the cells of each version. */
function contradictions(events: readonly EventRow[], versions: readonly VersionRow[], held: readonly Held[]): string[] {
  const wrong: string[] = [];
  const history = events.map(filed);
  const { submissions } = replayEvents(history);
  for (const { id, state, version, figures } of held) {
    const replayed = submissions.get(id);
    if ((replayed?.state ?? "not_started") !== state)
      wrong.push(`${id} is ${state}; the history says ${replayed?.state}`);
    if ((replayed?.latestVersion ?? 0) !== version)
      wrong.push(`${id} has version ${version}, not ${replayed?.latestVersion}`);
    if (!sameFigures(figures, replayed?.figures)) wrong.push(`the cells of ${id} differ from its history`);
  }
  for (const { submissionId, number, figures } of versions) {
    const upTo = history.findIndex(
      ({ submissionId: of, event }) =>
        of === submissionId && event.type === "section_submitted" && event.data.version === number,
    );
    if (upTo < 0) wrong.push(`nothing tells of version ${number} of ${submissionId}`);
    const replayed = replayEvents(history.slice(0, upTo + 1)).submissions.get(submissionId);
    if (!sameFigures(figures, replayed?.figures))
      wrong.push(`version ${number} of ${submissionId} differs from its history`);
  }
  return wrong;
}

function filed({ submissionId, type, data }: EventRow) {
  return { organisationId: null, submissionId, reportId: null, event: EventSchema.parse({ type, data }) };
}

function sameFigures(
  stored: Readonly<Record<string, string | null>>,
  replayed: ReadonlyMap<string, string | null> | undefined,
): boolean {
  const keys = new Set([...Object.keys(stored), ...(replayed?.keys() ?? [])]);
  return [...keys].every((key) => (stored[key] ?? null) === (replayed?.get(key) ?? null));
}

async function list<Row extends object>(client: Client, text: string): Promise<Row[]> {
  return (await client.query<Row>(text)).rows;
}
