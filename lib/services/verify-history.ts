import { createHash } from "node:crypto";
import type { Db } from "@/db/connect";
import {
  FIRST_ID,
  listCheckedAdjustments,
  listCheckedCycles,
  listCheckedLetterheads,
  listCheckedPeople,
  listCheckedProposals,
  listCheckedSubmissions,
  listCheckedUnitReports,
  listCheckedVersions,
  type StoredFile,
} from "@/db/queries/history-check";
import { getReport, listReports } from "@/db/queries/reports";
import { getHistoryHead, listRawEventsAfter, type RawEvent } from "@/db/queries/sealed-events";
import { listSeals } from "@/db/queries/seals";
import { EventSchema } from "@/lib/domain/events";
import {
  adjustmentKey,
  faultOfPerson,
  faultOfReport,
  faultOfSubmission,
  faultOfVersion,
  type ToldHistory,
  tellHistory,
} from "@/lib/domain/history-check";
import { faultOfCycles, faultOfLetterheads, faultOfUnitReports } from "@/lib/domain/history-check-files";
import type { CheckedEvent, HistoryFault } from "@/lib/domain/history-fault";
import type { Verification } from "@/lib/domain/seal";
import { checkSeals, followTrees } from "@/lib/services/check-seals";
import { hashOf } from "@/lib/services/hash";
import { verificationCodeOf } from "@/lib/services/release-report";

const EVENT_BATCH = 2000;
const ROW_BATCH = 200;

/** Computes the chain of events and every seal anew and says up to where they hold. */
export async function verifySeals(tx: Db, params: { districtId: string }): Promise<Verification> {
  return (await checkChain(tx, params.districtId)).verification;
}

/**
 * As `verifySeals`, and then holds everything that the history tells of against what is stored: the versions and what is
 * summed of them, the states, the reports with their documents, the adjustments, the roles. The caller's transaction
 * sees the whole district, as of one moment.
 */
export async function verifyHistory(tx: Db, params: { districtId: string }): Promise<Verification> {
  const { districtId } = params;
  const { verification, events } = await checkChain(tx, districtId);
  if (!verification.isIntact) return verification;
  const told = tellHistory(events);
  const fault =
    (await faultOfVersions(tx, districtId, told)) ??
    (await faultOfSubmissions(tx, districtId, told)) ??
    (await faultOfReports(tx, districtId, told)) ??
    (await faultOfAdjustments(tx, districtId, told)) ??
    (await faultOfPeople(tx, districtId, told)) ??
    (await faultOfFiles(tx, districtId, told));
  return { ...verification, isIntact: fault === null, fault };
}

type Checked = { verification: Verification; events: CheckedEvent[] };

async function checkChain(tx: Db, districtId: string): Promise<Checked> {
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

/** Goes through all rows of a list that is read in batches; gives the first fault. */
async function faultOfEach<Row extends { id: string }>(
  list: (afterId: string) => Promise<Row[]>,
  faultOf: (row: Row) => HistoryFault | null,
): Promise<HistoryFault | null> {
  let afterId = FIRST_ID;
  for (;;) {
    const batch = await list(afterId);
    for (const row of batch) {
      const fault = faultOf(row);
      if (fault) return fault;
    }
    afterId = batch.at(-1)?.id ?? afterId;
    if (batch.length < ROW_BATCH) return null;
  }
}

async function faultOfVersions(tx: Db, districtId: string, told: ToldHistory): Promise<HistoryFault | null> {
  const missing = new Set(told.submitted.keys());
  const fault = await faultOfEach(
    (afterId) => listCheckedVersions(tx, { districtId, afterId, limit: ROW_BATCH }),
    (version) => {
      missing.delete(`${version.submissionId} ${version.number}`);
      return faultOfVersion(version, told, hashOf);
    },
  );
  if (fault) return fault;
  const [first] = missing;
  return first === undefined ? null : { kind: "version_missing", row: `versions ${first}` };
}

function faultOfSubmissions(tx: Db, districtId: string, told: ToldHistory): Promise<HistoryFault | null> {
  return faultOfEach(
    (afterId) => listCheckedSubmissions(tx, { districtId, afterId, limit: ROW_BATCH }),
    (submission) => faultOfSubmission(submission, told),
  );
}

async function faultOfReports(tx: Db, districtId: string, told: ToldHistory): Promise<HistoryFault | null> {
  const listed = await listReports(tx, { districtId });
  for (const { id } of listed) {
    const report = await getReport(tx, { districtId, id });
    const computed = report?.document ? verificationCodeOf(report.document) : null;
    const fault = report ? faultOfReport(report, told, computed) : null;
    if (fault) return fault;
  }
  const stored = new Set(listed.map(({ id }) => id));
  const isPublic = (state: string | undefined) => state === "published" || state === "superseded";
  const missing = [...told.fixed.keys()].find((id) => !stored.has(id) && isPublic(told.replayed.reports.get(id)));
  return missing === undefined ? null : { kind: "report_missing", row: `reports ${missing}` };
}

async function faultOfAdjustments(tx: Db, districtId: string, told: ToldHistory): Promise<HistoryFault | null> {
  const unmatched = new Map(told.proposed);
  for (const adjustment of await listCheckedAdjustments(tx, { districtId })) {
    const key = adjustmentKey(adjustment.cycleId, adjustment);
    const count = unmatched.get(key) ?? 0;
    if (count === 0) return { kind: "adjustment_changed", row: `adjustments ${adjustment.id}` };
    unmatched.set(key, count - 1);
  }
  return null;
}

async function faultOfPeople(tx: Db, districtId: string, told: ToldHistory): Promise<HistoryFault | null> {
  for (const person of await listCheckedPeople(tx, { districtId })) {
    const fault = faultOfPerson(person, told);
    if (fault) return fault;
  }
  return null;
}

async function faultOfFiles(tx: Db, districtId: string, { files }: ToldHistory): Promise<HistoryFault | null> {
  const [reports, proposals, letterheads, cycles] = await Promise.all([
    listCheckedUnitReports(tx, { districtId }),
    listCheckedProposals(tx, { districtId }),
    listCheckedLetterheads(tx, { districtId }),
    listCheckedCycles(tx, { districtId }),
  ]);
  const withHash = (stored: StoredFile) => ({ ...stored, computed: hashOf(stored.report) });
  return (
    faultOfCycles(
      cycles.map(({ format, ...cycle }) => ({ ...cycle, formatId: format.id, computed: hashOf(format) })),
      files,
    ) ??
    faultOfUnitReports(reports.map(withHash), files.unitReports, "unit_reports") ??
    faultOfUnitReports(proposals.map(withHash), files.proposals, "proposed_unit_reports") ??
    faultOfLetterheads(letterheads, files)
  );
}
