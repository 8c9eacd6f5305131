import { readFigure } from "@/lib/domain/figure";
import type { HistoryFault } from "@/lib/domain/history-fault";
import type { ReportState } from "@/lib/domain/report";
import { listNonZero, type VersionContent } from "@/lib/domain/version";
import { type ToldHistory, versionKey } from "./told-history";

export type CheckedVersion = {
  id: string;
  submissionId: string;
  organisationId: string;
  number: number;
  content: VersionContent;
  contentHash: string;
  isNil: boolean;
  receipt: string;
  submittedBy: string;
  submittedAt: Date;
  /** The rows of `version_figures`: what is summed. */
  summed: Readonly<Record<string, string>>;
};

/** A version against its own hash, the event that told of it, and the rows that are summed. */
export function faultOfVersion(
  version: CheckedVersion,
  told: ToldHistory,
  hashOf: (content: VersionContent) => string,
): HistoryFault | null {
  const row = `versions ${version.id}`;
  const filed = told.submitted.get(versionKey(version.submissionId, version.number));
  if (!filed) return { kind: "version_unknown", row };
  const { data } = filed.event;
  const isSame =
    hashOf(version.content) === version.contentHash &&
    version.contentHash === data.hash &&
    version.receipt === data.receipt &&
    version.isNil === data.isNil &&
    version.content.sectionId === data.sectionId &&
    version.organisationId === filed.organisationId &&
    version.submittedBy === submitterOf(filed) &&
    version.submittedAt.getTime() === filed.at.getTime();
  if (!isSame) return { kind: "version_changed", row };

  const summed = nonZeroFigures(version.content);
  const keys = [...new Set([...Object.keys(summed), ...Object.keys(version.summed)])].sort();
  const wrong = keys.find((key) => summed[key] !== canonical(version.summed[key]));
  return wrong === undefined ? null : { kind: "sums_changed", row: `version_figures ${version.id} ${wrong}` };
}

/** Who submitted a version: whoever did, or the district below whose published report it was taken from. */
function submitterOf({
  actorId,
  event,
}: ToldHistory["submitted"] extends ReadonlyMap<string, infer Told> ? Told : never) {
  return event.type === "section_taken" ? event.data.districtId : actorId;
}

/** The numbers of a version that are not zero: the only ones that are summed. */
export function nonZeroFigures(content: VersionContent): Record<string, string> {
  return Object.fromEntries(listNonZero(content).map(({ cellKey, value }) => [cellKey, value]));
}

/** PostgreSQL keeps the zeros at the end of a decimal; they are the same number. */
function canonical(stored: string | undefined): string | undefined {
  const figure = stored === undefined ? null : readFigure(stored);
  return figure?.kind === "number" ? figure.value : stored;
}

export type CheckedSubmission = {
  id: string;
  state: string;
  latestVersion: number;
  isNil: boolean;
  hasReservation: boolean;
  approvedNumber: number | null;
  figures: Readonly<Record<string, string | null>>;
};

/** A submission's state, its numbers of versions and its working figures against what the history makes of them. */
export function faultOfSubmission(submission: CheckedSubmission, told: ToldHistory): HistoryFault | null {
  const replayed = told.replayed.submissions.get(submission.id);
  const row = `submissions ${submission.id}`;
  const isSame =
    submission.state === (replayed?.state ?? "not_started") &&
    submission.latestVersion === (replayed?.latestVersion ?? 0) &&
    submission.isNil === (replayed?.isNil ?? false) &&
    submission.hasReservation === (replayed?.hasReservation ?? false) &&
    (submission.state !== "approved" || submission.approvedNumber === told.approved.get(submission.id));
  if (!isSame) return { kind: "submission_changed", row };

  const keys = [...new Set([...Object.keys(submission.figures), ...(replayed?.figures.keys() ?? [])])].sort();
  const wrong = keys.find((key) => (submission.figures[key] ?? null) !== (replayed?.figures.get(key) ?? null));
  return wrong === undefined ? null : { kind: "figures_changed", row: `figures ${submission.id} ${wrong}` };
}

export type CheckedReport = {
  id: string;
  state: ReportState;
  year: number;
  version: number;
  title: string;
  districtName: string;
  documentHash: string | null;
  verificationCode: string | null;
  publishedByName: string | null;
  publishedAt: Date | null;
  document: {
    title: string;
    district: string;
    year: number;
    version: number;
    verificationCode: string | null;
  } | null;
};

/** A report that is final or published against its document, the document's own hash and the event that fixed it. */
export function faultOfReport(
  report: CheckedReport,
  told: ToldHistory,
  computed: { hash: string; code: string } | null,
): HistoryFault | null {
  const fault: HistoryFault = { kind: "report_changed", row: `reports ${report.id}` };
  if (report.state !== (told.replayed.reports.get(report.id) ?? "draft")) return fault;
  if (report.state === "draft" || report.state === "called_off") return null;
  const { document } = report;
  const fixed = told.fixed.get(report.id);
  if (!document || !computed || !fixed) return fault;
  const isPublic = report.state !== "final";
  const isSame =
    computed.hash === report.documentHash &&
    computed.hash === fixed.hash &&
    computed.code === report.verificationCode &&
    computed.code === document.verificationCode &&
    report.title === document.title &&
    report.districtName === document.district &&
    report.year === document.year &&
    report.version === document.version &&
    (!isPublic || report.publishedByName === fixed.actorName) &&
    (fixed.event.type !== "report_published" || report.publishedAt?.getTime() === fixed.at.getTime());
  return isSame ? null : fault;
}

/** A person as stored: of the roles that nobody ended, "unit role" and the moment at which each ends by itself. */
export type CheckedPerson = {
  account: string;
  isActive: boolean;
  roles: readonly { key: string; until: string | null }[];
};

/** A person's roles and whether they may sign in, against the history. */
export function faultOfPerson(person: CheckedPerson, told: ToldHistory): HistoryFault | null {
  const replayed = told.replayed.people.get(person.account);
  const isSame =
    replayed !== undefined &&
    replayed.isActive === person.isActive &&
    person.roles
      .map(({ key, until }) => `${key} ${until}`)
      .sort()
      .join() ===
      [...replayed.roles]
        .flatMap(([key, ends]) => ends.map((until) => `${key} ${until}`))
        .sort()
        .join();
  return isSame ? null : { kind: "roles_changed", row: `memberships ${person.account}` };
}
