import { type Actor, may, type Permission } from "@/lib/domain/access";
import type { RefusalCode } from "@/lib/domain/refusal";

export const REPORT_STATES = ["draft", "final", "published", "superseded", "called_off"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** A consolidated report of one cycle; version 2 is the first erratum. */
export type Report = {
  id: string;
  districtId: string;
  cycleId: string | null;
  version: number;
  state: ReportState;
  finalisedBy: string | null;
};

type Transition = { from: readonly ReportState[]; to: ReportState; permission: Permission };

const TRANSITIONS = {
  finalise: { from: ["draft"], to: "final", permission: "report:finalise" },
  unlock: { from: ["final"], to: "draft", permission: "report:finalise" },
  publish: { from: ["final"], to: "published", permission: "report:publish" },
  call_off: { from: ["draft"], to: "called_off", permission: "report:publish" },
  supersede: { from: ["published"], to: "superseded", permission: "report:publish" },
} as const satisfies Record<string, Transition>;

export type ReportMove = keyof typeof TRANSITIONS;

export type ReportMoveDecision = { ok: true; from: ReportState; to: ReportState } | { ok: false; refusal: RefusalCode };

/**
 * The report that a year's pages speak of and its work goes into: the newest version that was not called off. Until it
 * is final, what it is made of may change; from then on only a correction, begun first, opens it again.
 */
export function reportInWork<Version extends Pick<Report, "version" | "state">>(
  versions: readonly Version[],
): Version | null {
  return versions
    .filter((report) => report.state !== "called_off")
    .reduce<Version | null>((newest, report) => (newest && newest.version > report.version ? newest : report), null);
}

/** Whether a correction of a report is in work, or was published since. */
export function hasLaterVersion(
  reports: readonly (Pick<Report, "version" | "state"> & { year: number })[],
  report: Pick<Report, "version"> & { year: number },
): boolean {
  return reports.some(
    ({ year, version, state }) => year === report.year && version > report.version && state !== "called_off",
  );
}

/** Why what a report is made of may not change now; null while it may. */
export function refuseChange(state: ReportState | null): "report_final" | "report_published" | null {
  if (state === "final") return "report_final";
  return state === "published" || state === "superseded" ? "report_published" : null;
}

/**
 * Decides on a report's move. Publishing needs a second person: not the one who finalised it. Only a
 * correction can be called off: a year's first report is what the year is for.
 */
export function decideReportMove(
  report: Report,
  move: ReportMove,
  actor: Pick<Actor, "userId" | "permissions">,
): ReportMoveDecision {
  const transition: Transition = TRANSITIONS[move];
  if (!may(actor, transition.permission)) return { ok: false, refusal: "not_permitted" };
  if (!transition.from.includes(report.state)) return { ok: false, refusal: "wrong_state" };
  if (move === "call_off" && report.version === 1) return { ok: false, refusal: "wrong_state" };
  if (move === "publish" && report.finalisedBy === actor.userId) return { ok: false, refusal: "second_person_needed" };
  return { ok: true, from: report.state, to: transition.to };
}

export type StoredReportText = {
  headingKey: string;
  body: string;
  updatedBy: string;
  updatedByName: string;
  updatedAt: Date;
};

/** A report without its document. */
export type ReportEntry = Report & {
  year: number;
  title: string;
  districtName: string;
  origin: "composed" | "imported";
  documentHash: string | null;
  verificationCode: string | null;
  erratumReason: string | null;
  finalisedByName: string | null;
  finalisedAt: Date | null;
  publishedByName: string | null;
  publishedAt: Date | null;
  /** How it is printed, fixed when it is made final. */
  letterheadId: string | null;
  hasCharts: boolean;
  hasUnitAnnexes: boolean;
};
