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
import { faultOfPerson, faultOfReport, faultOfSubmission, faultOfVersion } from "@/lib/domain/history-check";
import { faultOfCycles, faultOfLetterheads, faultOfUnitReports } from "@/lib/domain/history-check-files";
import type { HistoryFault } from "@/lib/domain/history-fault";
import type { Verification } from "@/lib/domain/seal";
import { adjustmentKey, type ToldHistory, tellHistory } from "@/lib/domain/told-history";
import { hashOf } from "@/lib/services/hash";
import { verificationCodeOf } from "@/lib/services/release-report";
import { checkChain } from "./verify-chain";

const ROW_BATCH = 200;

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
