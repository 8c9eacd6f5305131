import type { SsoOutcome } from "@/lib/domain/identity";
import { SCHEMA_FILES } from "@/lib/render/render-format";

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`;
}

type LedgerQuery = { cell?: string; page?: string; done?: "taken" | "removed" };

/** Every address of the product. */
export const routes = {
  home: () => "/",
  signIn: (query: { next?: string | undefined; reason?: "required" | "ended" | "signed_out" } = {}) =>
    withQuery("/sign-in", query),
  secondStep: (query: { next?: string } = {}) => withQuery("/sign-in/second", query),
  /** Leaves for the identity provider, and where that sends people back to. */
  sso: (query: { next?: string | undefined } = {}) => withQuery("/sign-in/sso", query),
  ssoReturn: () => "/sign-in/sso/return",
  ssoOutcome: (is: SsoOutcome) => withQuery("/sign-in/sso/outcome", { is }),
  /** Leaves for where a session at the identity provider is ended. */
  ssoEnd: () => "/sign-in/sso/end",
  setPassword: (query: { account?: string } = {}) => withQuery("/set-password", query),
  /** Where the link of an invitation leads. */
  invitation: (code: string) => withQuery("/invitation", { code }),
  setUp: () => "/set-up",
  account: () => "/account",
  /** Where a calendar program reads one person's due dates. */
  calendar: (file: string) => `/calendar/${file}`,
  help: () => "/help",
  /** What programs can call, to be read and tried. */
  apiHelp: () => "/help/api",
  apiDocument: (lang: string) => withQuery("/api/v1/openapi.json", { lang }),
  /** Keeps the chosen year in a cookie and goes home. */
  chooseCycle: (cycleId: string) => `/cycle/${cycleId}`,

  desk: (query: { declined?: "1" } = {}) => withQuery("/desk", query),
  /** All open sections on one page, to be submitted or signed together. */
  handIn: () => "/desk/hand-in",
  section: (submissionId: string) => `/desk/${submissionId}`,
  /** The section as a workbook, to be filled in offline. */
  sectionWorkbook: (submissionId: string) => `/desk/${submissionId}/workbook`,

  /** Where table three is counted from a ledger of requests, and what each of its cells counts. */
  sectionLedger: (submissionId: string, query: LedgerQuery = {}) => withQuery(`/desk/${submissionId}/ledger`, query),

  published: () => "/published",

  overview: (query: Record<string, string | undefined> = {}) => withQuery("/review", query),
  overviewExport: () => "/review/export",
  returnReasons: () => "/review/reasons",
  /** The reports of the governments below, or one of them. */
  reportsBelow: (query: { unit?: string } = {}) => withQuery("/review/governments", query),
  nilQueue: () => "/review/queue/nil",
  queue: (query: { after?: string; page?: string; q?: string } = {}) => withQuery("/review/queue", query),
  review: (submissionId: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/review/${submissionId}`, query),
  reviewLedger: (submissionId: string, query: LedgerQuery = {}) => withQuery(`/review/${submissionId}/ledger`, query),

  rollUp: (cycleId: string, query: { section?: string; cell?: string; page?: string; balance?: "1" } = {}) =>
    withQuery(`/report/${cycleId}`, query),
  compose: (cycleId: string) => `/report/${cycleId}/compose`,
  preview: (cycleId: string) => `/report/${cycleId}/preview`,
  release: (cycleId: string, query: { ask?: "publish" } = {}) => withQuery(`/report/${cycleId}/release`, query),
  download: (cycleId: string, format: string) => `/report/${cycleId}/download/${format}`,

  files: (cycleId: string, query: { format?: string } = {}) => withQuery(`/report/${cycleId}/files`, query),
  file: (cycleId: string, fileId: string) => `/report/${cycleId}/files/${fileId}`,

  history: (query: { submission?: string } = {}) => withQuery("/history", query),
  historyExport: () => "/history/export",

  admin: () => "/admin",
  governments: () => "/admin/governments",
  units: (query: { unit?: string; q?: string; page?: string } = {}) => withQuery("/admin/units", query),
  people: (
    query: {
      person?: string;
      role?: string;
      unit?: string;
      handover?: string;
      ask?: "deactivate";
      q?: string;
      page?: string;
      identities?: string;
    } = {},
  ) => withQuery("/admin/people", query),
  /** Units and people brought in by a list, and taken out as one. */
  staffList: () => "/admin/people/list",
  staffListFile: (list: "staff.xlsx" | "units.csv" | "people.csv") => `/admin/people/list/${list}`,
  cycles: () => "/admin/cycles",
  openYear: () => "/admin/cycles/open",
  pastReports: () => "/admin/past-reports",
  rules: () => "/admin/rules",
  reminders: () => "/admin/reminders",
  letterhead: () => "/admin/letterhead",
  connections: (query: { ask?: string } = {}) => withQuery("/admin/connections", query),
  operation: (query: { retried?: "1" } = {}) => withQuery("/admin/operation", query),
  letterheadFile: (file: "sample" | "specimen" | "current") => `/admin/letterhead/${file}`,
  cycle: (
    cycleId: string,
    query: {
      view?: string;
      section?: string;
      unit?: string;
      heading?: string;
      indicator?: string;
      q?: string;
      page?: string;
    } = {},
  ) => withQuery(`/admin/cycles/${cycleId}`, query),

  publicReports: () => "/reports",
  publicReport: (reportId: string) => `/reports/${reportId}`,
  publicDownload: (reportId: string, format: string) => `/reports/${reportId}/download/${format}`,
  publicSchema: (format: "json" | "xml") => `/reports/schema/${SCHEMA_FILES[format]}`,
  publicFigure: (reportId: string, cellKey: string) => `/reports/${reportId}/figures/${cellKey}`,
  publicFeed: () => "/reports/feed",
  /** The page about open data, or one of its files. */
  openData: (file?: string) => (file === undefined ? "/reports/data" : `/reports/data/${file}`),
  /** One figure of several bodies over the years, or the same as a file. */
  compareReports: ({ figure, bodies = [] }: { figure?: string; bodies?: readonly string[] } = {}, file?: string) => {
    const query = new URLSearchParams([...(figure ? [["figure", figure]] : []), ...bodies.map((id) => ["body", id])]);
    const path = file === undefined ? "/reports/compare" : `/reports/compare/${file}`;
    return query.size > 0 ? `${path}?${query}` : path;
  },
  sitemap: () => "/sitemap.xml",
  proof: () => "/reports/proof",
  verify: (query: { code?: string } = {}) => withQuery("/reports/verify", query),
  checkup: () => "/checkup",
  checkupFindings: (format: "xlsx" | "json") => `/checkup/findings/${format}`,
} as const;

/**
 * Only an address of our own is gone to after signing in. Browsers take a backslash for a slash and leave out tabs and
 * line ends, so that more than "//" begins another site's address.
 */
export function safeNext(next: string | null | undefined): string {
  return next && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next) ? next : "/";
}
