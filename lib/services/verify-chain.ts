import { createHash } from "node:crypto";
import type { Db } from "@/db/connect";
import { getHistoryHead, listRawEventsAfter, type RawEvent } from "@/db/queries/sealed-events";
import { listSeals } from "@/db/queries/seals";
import { EventSchema } from "@/lib/domain/events";
import type { CheckedEvent, HistoryFault } from "@/lib/domain/history-fault";
import type { Verification } from "@/lib/domain/seal";
import { checkSeals, followTrees } from "@/lib/services/check-seals";

const EVENT_BATCH = 2000;

/** Computes the chain of events and every seal anew and says up to where they hold. */
export async function verifySeals(tx: Db, params: { districtId: string }): Promise<Verification> {
  return (await checkChain(tx, params.districtId)).verification;
}

type Checked = { verification: Verification; events: CheckedEvent[] };

/** Computes the hash of every event and every seal of a district anew; gives the events that were read and the first fault. */
export async function checkChain(tx: Db, districtId: string): Promise<Checked> {
  const [head, seals] = await Promise.all([getHistoryHead(tx, { districtId }), listSeals(tx, { districtId })]);
  const trees = followTrees(seals);
  const chain = await readChain(tx, districtId, trees.add);
  const sealed = await checkSeals(tx, districtId, seals, trees);
  const fault =
    chain.fault ??
    (chain.last.number === (head?.eventCount ?? 0) && chain.last.hash === (head?.hash ?? "")
      ? null
      : { kind: "events_cut_off" as const, row: `events number ${chain.last.number + 1}` }) ??
    sealed.fault ??
    (seals.length === (head?.sealCount ?? 0)
      ? null
      : { kind: "seal_missing" as const, row: `seals ${seals.length + 1}` });
  const last = sealed.last;
  return {
    events: chain.events,
    verification: {
      isIntact: fault === null,
      fault,
      events: chain.events.length,
      seals: seals.length,
      holdsUpToEventId: last?.upToEventId ?? 0,
      lastSeal: last,
      unsealed: fault ? 0 : chain.ids.filter((id) => id > (last?.upToEventId ?? 0)).length,
    },
  };
}

type Chain = {
  fault: HistoryFault | null;
  last: { number: number; hash: string };
  ids: number[];
  events: CheckedEvent[];
};

/** Reads every event in the order of its number and computes its hash anew, until one does not agree. */
async function readChain(tx: Db, districtId: string, follow: (raw: RawEvent) => void): Promise<Chain> {
  const chain: Chain = { fault: null, last: { number: 0, hash: "" }, ids: [], events: [] };
  for (;;) {
    const batch = await listRawEventsAfter(tx, { districtId, afterNumber: chain.last.number, limit: EVENT_BATCH });
    for (const raw of batch) {
      const expected = chain.last.number + 1;
      if (raw.number !== expected) {
        return { ...chain, fault: { kind: "event_missing", row: `events number ${expected}` } };
      }
      const read = readEvent(raw);
      if (read === null || hashOfEvent(chain.last.hash, districtId, raw) !== raw.hash) {
        return { ...chain, fault: { kind: "event_changed", row: `events ${raw.id}` } };
      }
      chain.last = { number: raw.number, hash: raw.hash };
      chain.ids.push(raw.id);
      chain.events.push(read);
      follow(raw);
    }
    if (batch.length < EVENT_BATCH) return chain;
  }
}

/** As the database's own trigger writes it: the text of a JSON array, whose data is the database's text of it. */
function hashOfEvent(before: string, districtId: string, raw: RawEvent): string {
  const { number, atMicros, actorId, actorName, organisationId, cycleId, submissionId, reportId, type } = raw;
  const about = [actorId, actorName, organisationId, cycleId, submissionId, reportId, type];
  const items = [districtId, number].map((item) => JSON.stringify(item));
  const line = [...items, atMicros, ...about.map((item) => JSON.stringify(item)), raw.dataText].join(", ");
  return createHash("sha256").update(`${before}\n[${line}]`).digest("hex");
}

function readEvent({ atMicros, type, dataText, ...raw }: RawEvent): CheckedEvent | null {
  const data: unknown = JSON.parse(dataText);
  const parsed = EventSchema.safeParse({ type, data });
  return parsed.success ? { ...raw, at: new Date(Number(atMicros) / 1000), event: parsed.data } : null;
}
