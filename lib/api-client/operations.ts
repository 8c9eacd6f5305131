// Made from the OpenAPI document by `npm run api:client`; change the operations, not this file.

export const OPERATIONS = {
  listPublicReports: { method: "GET", path: "/reports", isOpen: true },
  getPublicReport: { method: "GET", path: "/reports/{reportId}", isOpen: true },
  getPublicFigures: { method: "GET", path: "/reports/{reportId}/figures", isOpen: true },
  getPublicFile: { method: "GET", path: "/reports/{reportId}/files/{format}", isOpen: true },
  getToken: { method: "GET", path: "/token", isOpen: false },
  listYears: { method: "GET", path: "/cycles", isOpen: false },
  getForm: { method: "GET", path: "/cycles/{cycleId}/form", isOpen: false },
  listOwnSections: { method: "GET", path: "/cycles/{cycleId}/submissions", isOpen: false },
  getSection: { method: "GET", path: "/submissions/{submissionId}", isOpen: false },
  saveFigures: { method: "PUT", path: "/submissions/{submissionId}/figures", isOpen: false },
  saveParagraph: { method: "PUT", path: "/submissions/{submissionId}/paragraphs/{headingKey}", isOpen: false },
  declareNil: { method: "POST", path: "/submissions/{submissionId}/nil", isOpen: false },
  withdrawNil: { method: "POST", path: "/submissions/{submissionId}/withdraw-nil", isOpen: false },
  explainFinding: { method: "POST", path: "/submissions/{submissionId}/explanations", isOpen: false },
  submitSection: { method: "POST", path: "/submissions/{submissionId}/submit", isOpen: false },
  withdrawSection: { method: "POST", path: "/submissions/{submissionId}/withdraw", isOpen: false },
  signSection: { method: "POST", path: "/submissions/{submissionId}/sign", isOpen: false },
  declineSignature: { method: "POST", path: "/submissions/{submissionId}/decline-signature", isOpen: false },
  resolveComment: { method: "POST", path: "/submissions/{submissionId}/comments/{commentId}/resolve", isOpen: false },
  listQueue: { method: "GET", path: "/cycles/{cycleId}/queue", isOpen: false },
  getReview: { method: "GET", path: "/reviews/{submissionId}", isOpen: false },
  beginReview: { method: "POST", path: "/reviews/{submissionId}/begin", isOpen: false },
  releaseReview: { method: "POST", path: "/reviews/{submissionId}/release", isOpen: false },
  approveSection: { method: "POST", path: "/reviews/{submissionId}/approve", isOpen: false },
  returnSection: { method: "POST", path: "/reviews/{submissionId}/return", isOpen: false },
  reopenSection: { method: "POST", path: "/reviews/{submissionId}/reopen", isOpen: false },
  addComment: { method: "POST", path: "/reviews/{submissionId}/comments", isOpen: false },
  removeComment: { method: "DELETE", path: "/reviews/{submissionId}/comments/{commentId}", isOpen: false },
  settleComment: { method: "POST", path: "/reviews/{submissionId}/comments/{commentId}/settle", isOpen: false },
  acceptExplanation: { method: "POST", path: "/reviews/{submissionId}/accept-explanation", isOpen: false },
  getRollUp: { method: "GET", path: "/cycles/{cycleId}/roll-up", isOpen: false },
  getTrace: { method: "GET", path: "/cycles/{cycleId}/roll-up/{cellKey}", isOpen: false },
  getReport: { method: "GET", path: "/cycles/{cycleId}/report", isOpen: false },
  getReportFile: { method: "GET", path: "/cycles/{cycleId}/report/files/{format}", isOpen: false },
  proposeAdjustment: { method: "POST", path: "/cycles/{cycleId}/adjustments", isOpen: false },
  decideAdjustment: { method: "POST", path: "/adjustments/{adjustmentId}/decide", isOpen: false },
  withdrawAdjustment: { method: "POST", path: "/adjustments/{adjustmentId}/withdraw", isOpen: false },
  revokeAdjustment: { method: "POST", path: "/adjustments/{adjustmentId}/revoke", isOpen: false },
  saveReportText: { method: "PUT", path: "/cycles/{cycleId}/report/texts/{headingKey}", isOpen: false },
  savePreface: { method: "PUT", path: "/cycles/{cycleId}/report/preface", isOpen: false },
  explainReportFinding: { method: "POST", path: "/cycles/{cycleId}/report/explanations", isOpen: false },
  finaliseReport: { method: "POST", path: "/reports/{reportId}/finalise", isOpen: false },
  unlockReport: { method: "POST", path: "/reports/{reportId}/unlock", isOpen: false },
  publishReport: { method: "POST", path: "/reports/{reportId}/publish", isOpen: false },
  beginErratum: { method: "POST", path: "/reports/{reportId}/begin-correction", isOpen: false },
  callOffErratum: { method: "POST", path: "/reports/{reportId}/call-off-correction", isOpen: false },
} as const;

export type Operations = {
  listPublicReports: {
    params: Record<never, never>;
    query: { cursor?: string; limit?: string; year?: string; district?: string; state?: "published" };
    body: null;
    result: { items: ({ id: string; district: string; year: number; version: number; title: string; state: "published" | "superseded"; publishedAt: string | null; verificationCode: string | null; sha256: string | null; url: string })[]; next: string | null };
  };
  getPublicReport: {
    params: { reportId: string };
    query: Record<never, never>;
    body: null;
    result: { id: string; district: string; year: number; version: number; title: string; state: "published" | "superseded"; publishedAt: string | null; verificationCode: string | null; sha256: string | null; url: string; successorId: string | null; office: string; format: string; preface: (string)[]; sections: ({ id: "overview" | "active" | "requests" | "litigation" | "problems" | "other"; number: string; title: string; headings: ({ key: string; number: string; title: string; paragraphs: (string)[] })[] })[] };
  };
  getPublicFigures: {
    params: { reportId: string };
    query: Record<never, never>;
    body: null;
    result: { reportId: string; year: number; format: string; figures: ({ cellKey: string; label: string; value: string | null })[] };
  };
  getPublicFile: {
    params: { reportId: string; format: "pdf" | "docx" | "xlsx" | "html" | "csv" | "json" | "xml" | "zip" };
    query: Record<never, never>;
    body: null;
    result: Blob;
  };
  getToken: {
    params: Record<never, never>;
    query: Record<never, never>;
    body: null;
    result: { account: string; name: string; districtId: string; districtName: string; roles: ({ organisationId: string; role: "submitter" | "head" | "reviewer" | "editor" | "director" | "admin" | "auditor" })[]; scopes: ("read" | "fill" | "review" | "edit" | "publish")[]; permissions: (string)[] };
  };
  listYears: {
    params: Record<never, never>;
    query: Record<never, never>;
    body: null;
    result: { items: ({ id: string; year: number; state: "open" | "closed"; tablesDueAt: string; narrativeDueAt: string; statutoryDueAt: string; report: { id: string; version: number; state: "draft" | "final" | "published" | "superseded" | "called_off" } | null })[] };
  };
  getForm: {
    params: { cycleId: string };
    query: Record<never, never>;
    body: null;
    result: { cycleId: string; year: number; format: string; sections: ({ id: "overview" | "active" | "requests" | "litigation" | "problems" | "other"; number: string; title: string; kind: "narrative" | "tables"; cells: ({ key: string; label: string; type: "count" | "signed_count" | "amount"; isComputed: boolean })[]; headings: ({ key: string; number: string; title: string; owners: (string)[] })[] })[] };
  };
  listOwnSections: {
    params: { cycleId: string };
    query: Record<never, never>;
    body: null;
    result: { items: ({ id: string; cycleId: string; organisationId: string; unitName: string; sectionId: "overview" | "active" | "requests" | "litigation" | "problems" | "other"; year: number; state: "not_started" | "draft" | "awaiting_signature" | "submitted" | "returned" | "approved"; revision: number; latestVersion: number; isNil: boolean; isExempt: boolean; isReviewBegun: boolean; dueAt: string; submittedAt: string | null; submittedByName: string | null; receipt: string | null; returnReason: string | null; approvedAt: string | null; approvedByName: string | null; updatedAt: string })[] };
  };
  getSection: {
    params: { submissionId: string };
    query: Record<never, never>;
    body: null;
    result: { submission: { id: string; cycleId: string; organisationId: string; unitName: string; sectionId: "overview" | "active" | "requests" | "litigation" | "problems" | "other"; year: number; state: "not_started" | "draft" | "awaiting_signature" | "submitted" | "returned" | "approved"; revision: number; latestVersion: number; isNil: boolean; isExempt: boolean; isReviewBegun: boolean; dueAt: string; submittedAt: string | null; submittedByName: string | null; receipt: string | null; returnReason: string | null; approvedAt: string | null; approvedByName: string | null; updatedAt: string }; moves: (string)[]; figures: ({ cellKey: string; label: string; value: string | null; isComputed: boolean })[]; paragraphs: ({ headingKey: string; title: string; body: string })[]; blanksAsZero: (string)[]; findings: ({ id: string; rule: "REQ-IDENTITY" | "REQ-OUTCOME-SUM" | "REQ-ROW-SUM" | "LIT-SUM" | "BLANK" | "NON-NUMERIC" | "UNIT" | "CARRY-YEAR" | "ITEM-STOCK-YEAR" | "DOC-STOCK-YEAR" | "OWN-REPORT" | "LEDGER-COUNT" | "NARR-TABLE" | "NARR-SUM" | "NARR-PERCENT" | "NARR-YEAR" | "OVERVIEW-LENGTH" | "OVERVIEW-ASPECT-MISSING" | "SECTION-MISSING" | "FEE-REPORTED" | "SAME-AS-LAST-YEAR" | "REPEATED-TEXT" | "OUTLIER" | "WRONG-FORMAT-VERSION" | "REGULATION-AUTHORITY"; severity: "error" | "warning" | "info"; cells: (string)[]; message: string; expected: string | null; actual: string | null; isExplained: boolean })[]; explanations: ({ findingId: string; body: string; authorName: string; createdAt: string; acceptedAt: string | null })[]; comments: ({ id: string; versionNumber: number; anchor: string; quote: string; body: string; authorName: string; createdAt: string; sentAt: string | null; resolvedAt: string | null; reply: "changed" | "stays" | null; replyText: string; settledAt: string | null })[]; versions: ({ number: number; isNil: boolean; receipt: string; contentHash: string; submittedByName: string; submittedAt: string })[] };
  };
  saveFigures: {
    params: { submissionId: string };
    query: Record<never, never>;
    body: { changes: ({ cellKey: string; seen: string | null; value: string | null })[] };
    result: { savedAt: string; revision: number; cells: ({ cellKey: string; value: string | null })[]; conflicts: ({ theirs: string | null; by: string; isOwn: boolean; at: string; cellKey: string; seen: string | null; yours: string | null })[] };
  };
  saveParagraph: {
    params: { submissionId: string; headingKey: string };
    query: Record<never, never>;
    body: { seen: string; value: string };
    result: { savedAt: string; conflict: { theirs: string | null; by: string; isOwn: boolean; at: string } | null; revision: number };
  };
  declareNil: {
    params: { submissionId: string };
    query: Record<never, never>;
    body: { expectedRevision: number };
    result: { id: string; cycleId: string; organisationId: string; unitName: string; sectionId: "overview" | "active" | "requests" | "litigation" | "problems" | "other"; year: number; state: "not_started" | "draft" | "awaiting_signature" | "submitted" | "returned" | "approved"; revision: number; latestVersion: number; isNil: boolean; isExempt: boolean; isReviewBegun: boolean; dueAt: string; submittedAt: string | null; submittedByName: string | null; receipt: string | null; returnReason: string | null; approvedAt: string | null; approvedByName: string | null; updatedAt: string };
  };
  withdrawNil: {
    params: { submissionId: string };
    query: Record<never, never>;
    body: { expectedRevision: number };
    result: { id: string; cycleId: string; organisationId: string; unitName: string; sectionId: "overview" | "active" | "requests" | "litigation" | "problems" | "other"; year: number; state: "not_started" | "draft" | "awaiting_signature" | "submitted" | "returned" | "approved"; revision: number; latestVersion: number; isNil: boolean; isExempt: boolean; isReviewBegun: boolean; dueAt: string; submittedAt: string | null; submittedByName: string | null; receipt: string | null; returnReason: string | null; approvedAt: string | null; approvedByName: string | null; updatedAt: string };
  };
  explainFinding: {
    params: { submissionId: string };
    query: Record<never, never>;
    body: { findingId: string; body: string };
    result: null;
  };
  submitSection: {
    params: { submissionId: string };
    query: Record<never, never>;
    body: { expectedRevision: number; blanksSeen?: number; unchangedReason?: string };
    result: { receipt: string; version: number; submittedAt: string; awaitsSignature: boolean };
  };
  withdrawSection: {
    params: { submissionId: string };
    query: Record<never, never>;
    body: { expectedRevision: number };
    result: { id: string; cycleId: string; organisationId: string; unitName: string; sectionId: "overview" | "active" | "requests" | "litigation" | "problems" | "other"; year: number; state: "not_started" | "draft" | "awaiting_signature" | "submitted" | "returned" | "approved"; revision: number; latestVersion: number; isNil: boolean; isExempt: boolean; isReviewBegun: boolean; dueAt: string; submittedAt: string | null; submittedByName: string | null; receipt: string | null; returnReason: string | null; approvedAt: string | null; approvedByName: string | null; updatedAt: string };
  };
  signSection: {
    params: { submissionId: string };
    query: Record<never, never>;
    body: { expectedRevision: number; answers: ({ statement: "complete" | "accurate" | "withheld" | "fees" | "scope"; holds: boolean; reason?: string | null })[] };
    result: { id: string; cycleId: string; organisationId: string; unitName: string; sectionId: "overview" | "active" | "requests" | "litigation" | "problems" | "other"; year: number; state: "not_started" | "draft" | "awaiting_signature" | "submitted" | "returned" | "approved"; revision: number; latestVersion: number; isNil: boolean; isExempt: boolean; isReviewBegun: boolean; dueAt: string; submittedAt: string | null; submittedByName: string | null; receipt: string | null; returnReason: string | null; approvedAt: string | null; approvedByName: string | null; updatedAt: string };
  };
  declineSignature: {
    params: { submissionId: string };
    query: Record<never, never>;
    body: { expectedRevision: number; reason: string };
    result: { id: string; cycleId: string; organisationId: string; unitName: string; sectionId: "overview" | "active" | "requests" | "litigation" | "problems" | "other"; year: number; state: "not_started" | "draft" | "awaiting_signature" | "submitted" | "returned" | "approved"; revision: number; latestVersion: number; isNil: boolean; isExempt: boolean; isReviewBegun: boolean; dueAt: string; submittedAt: string | null; submittedByName: string | null; receipt: string | null; returnReason: string | null; approvedAt: string | null; approvedByName: string | null; updatedAt: string };
  };
  resolveComment: {
    params: { submissionId: string; commentId: string };
    query: Record<never, never>;
    body: { reply: "changed" | "stays"; replyText?: string };
    result: null;
  };
  listQueue: {
    params: { cycleId: string };
    query: { cursor?: string; q?: string };
    body: null;
    result: { items: ({ id: string; cycleId: string; organisationId: string; unitName: string; sectionId: "overview" | "active" | "requests" | "litigation" | "problems" | "other"; year: number; state: "not_started" | "draft" | "awaiting_signature" | "submitted" | "returned" | "approved"; revision: number; latestVersion: number; isNil: boolean; isExempt: boolean; isReviewBegun: boolean; dueAt: string; submittedAt: string | null; submittedByName: string | null; receipt: string | null; returnReason: string | null; approvedAt: string | null; approvedByName: string | null; updatedAt: string; isOwn: boolean; changes: number | null; explanations: number; takenBy: string | null })[]; next: string | null };
  };
  getReview: {
    params: { submissionId: string };
    query: { version?: string };
    body: null;
    result: { submission: { id: string; cycleId: string; organisationId: string; unitName: string; sectionId: "overview" | "active" | "requests" | "litigation" | "problems" | "other"; year: number; state: "not_started" | "draft" | "awaiting_signature" | "submitted" | "returned" | "approved"; revision: number; latestVersion: number; isNil: boolean; isExempt: boolean; isReviewBegun: boolean; dueAt: string; submittedAt: string | null; submittedByName: string | null; receipt: string | null; returnReason: string | null; approvedAt: string | null; approvedByName: string | null; updatedAt: string }; moves: (string)[]; shown: { number: number; isNil: boolean; receipt: string; contentHash: string; submittedByName: string; submittedAt: string; figures: ({ cellKey: string; label: string; value: string | null })[]; paragraphs: ({ headingKey: string; title: string; body: string })[] } | null; changes: ({ key: string; before: string | null; after: string | null })[]; findings: ({ id: string; rule: "REQ-IDENTITY" | "REQ-OUTCOME-SUM" | "REQ-ROW-SUM" | "LIT-SUM" | "BLANK" | "NON-NUMERIC" | "UNIT" | "CARRY-YEAR" | "ITEM-STOCK-YEAR" | "DOC-STOCK-YEAR" | "OWN-REPORT" | "LEDGER-COUNT" | "NARR-TABLE" | "NARR-SUM" | "NARR-PERCENT" | "NARR-YEAR" | "OVERVIEW-LENGTH" | "OVERVIEW-ASPECT-MISSING" | "SECTION-MISSING" | "FEE-REPORTED" | "SAME-AS-LAST-YEAR" | "REPEATED-TEXT" | "OUTLIER" | "WRONG-FORMAT-VERSION" | "REGULATION-AUTHORITY"; severity: "error" | "warning" | "info"; cells: (string)[]; message: string; expected: string | null; actual: string | null; isExplained: boolean })[]; explanations: ({ findingId: string; body: string; authorName: string; createdAt: string; acceptedAt: string | null })[]; comments: ({ id: string; versionNumber: number; anchor: string; quote: string; body: string; authorName: string; createdAt: string; sentAt: string | null; resolvedAt: string | null; reply: "changed" | "stays" | null; replyText: string; settledAt: string | null })[]; versions: ({ number: number; isNil: boolean; receipt: string; contentHash: string; submittedByName: string; submittedAt: string })[] };
  };
  beginReview: {
    params: { submissionId: string };
    query: Record<never, never>;
    body: null;
    result: { id: string; cycleId: string; organisationId: string; unitName: string; sectionId: "overview" | "active" | "requests" | "litigation" | "problems" | "other"; year: number; state: "not_started" | "draft" | "awaiting_signature" | "submitted" | "returned" | "approved"; revision: number; latestVersion: number; isNil: boolean; isExempt: boolean; isReviewBegun: boolean; dueAt: string; submittedAt: string | null; submittedByName: string | null; receipt: string | null; returnReason: string | null; approvedAt: string | null; approvedByName: string | null; updatedAt: string };
  };
  releaseReview: {
    params: { submissionId: string };
    query: Record<never, never>;
    body: { expectedRevision: number };
    result: { id: string; cycleId: string; organisationId: string; unitName: string; sectionId: "overview" | "active" | "requests" | "litigation" | "problems" | "other"; year: number; state: "not_started" | "draft" | "awaiting_signature" | "submitted" | "returned" | "approved"; revision: number; latestVersion: number; isNil: boolean; isExempt: boolean; isReviewBegun: boolean; dueAt: string; submittedAt: string | null; submittedByName: string | null; receipt: string | null; returnReason: string | null; approvedAt: string | null; approvedByName: string | null; updatedAt: string };
  };
  approveSection: {
    params: { submissionId: string };
    query: Record<never, never>;
    body: { expectedRevision: number };
    result: { id: string; cycleId: string; organisationId: string; unitName: string; sectionId: "overview" | "active" | "requests" | "litigation" | "problems" | "other"; year: number; state: "not_started" | "draft" | "awaiting_signature" | "submitted" | "returned" | "approved"; revision: number; latestVersion: number; isNil: boolean; isExempt: boolean; isReviewBegun: boolean; dueAt: string; submittedAt: string | null; submittedByName: string | null; receipt: string | null; returnReason: string | null; approvedAt: string | null; approvedByName: string | null; updatedAt: string };
  };
  returnSection: {
    params: { submissionId: string };
    query: Record<never, never>;
    body: { expectedRevision: number; reason?: string; dueAt?: string };
    result: { id: string; cycleId: string; organisationId: string; unitName: string; sectionId: "overview" | "active" | "requests" | "litigation" | "problems" | "other"; year: number; state: "not_started" | "draft" | "awaiting_signature" | "submitted" | "returned" | "approved"; revision: number; latestVersion: number; isNil: boolean; isExempt: boolean; isReviewBegun: boolean; dueAt: string; submittedAt: string | null; submittedByName: string | null; receipt: string | null; returnReason: string | null; approvedAt: string | null; approvedByName: string | null; updatedAt: string };
  };
  reopenSection: {
    params: { submissionId: string };
    query: Record<never, never>;
    body: { expectedRevision: number; reason: string; dueAt?: string };
    result: { id: string; cycleId: string; organisationId: string; unitName: string; sectionId: "overview" | "active" | "requests" | "litigation" | "problems" | "other"; year: number; state: "not_started" | "draft" | "awaiting_signature" | "submitted" | "returned" | "approved"; revision: number; latestVersion: number; isNil: boolean; isExempt: boolean; isReviewBegun: boolean; dueAt: string; submittedAt: string | null; submittedByName: string | null; receipt: string | null; returnReason: string | null; approvedAt: string | null; approvedByName: string | null; updatedAt: string };
  };
  addComment: {
    params: { submissionId: string };
    query: Record<never, never>;
    body: { anchor: string; body: string };
    result: null;
  };
  removeComment: {
    params: { submissionId: string; commentId: string };
    query: Record<never, never>;
    body: null;
    result: null;
  };
  settleComment: {
    params: { submissionId: string; commentId: string };
    query: Record<never, never>;
    body: null;
    result: null;
  };
  acceptExplanation: {
    params: { submissionId: string };
    query: Record<never, never>;
    body: { findingId: string };
    result: null;
  };
  getRollUp: {
    params: { cycleId: string };
    query: Record<never, never>;
    body: null;
    result: { report: { id: string; cycleId: string | null; year: number; version: number; title: string; state: "draft" | "final" | "published" | "superseded" | "called_off"; documentHash: string | null; verificationCode: string | null; finalisedByName: string | null; finalisedAt: string | null; publishedByName: string | null; publishedAt: string | null }; figures: ({ cellKey: string; label: string; value: string | null; units: number })[]; units: ({ organisationId: string; name: string; status: "included" | "nil" | "exempt" | "missing" })[]; adjustments: ({ id: string; cellKey: string; amount: string; reason: string; state: "proposed" | "signed" | "declined" | "withdrawn" | "revoked"; proposedByName: string; proposedAt: string; decidedByName: string | null; decidedAt: string | null })[] };
  };
  getTrace: {
    params: { cycleId: string; cellKey: string };
    query: { cursor?: string };
    body: null;
    result: { cellKey: string; value: string | null; parts: (string)[]; units: ({ unit: string; value: string; version: number; submittedBy: string; submittedAt: string; approvedBy: string; approvedAt: string })[]; next: string | null };
  };
  getReport: {
    params: { cycleId: string };
    query: Record<never, never>;
    body: null;
    result: { report: { id: string; cycleId: string | null; year: number; version: number; title: string; state: "draft" | "final" | "published" | "superseded" | "called_off"; documentHash: string | null; verificationCode: string | null; finalisedByName: string | null; finalisedAt: string | null; publishedByName: string | null; publishedAt: string | null }; blockers: ({ kind: "missing_units" | "open_adjustments" | "nothing_corrected" | "errors" | "unexplained"; count?: number; units?: (string)[] })[]; findings: ({ id: string; rule: "REQ-IDENTITY" | "REQ-OUTCOME-SUM" | "REQ-ROW-SUM" | "LIT-SUM" | "BLANK" | "NON-NUMERIC" | "UNIT" | "CARRY-YEAR" | "ITEM-STOCK-YEAR" | "DOC-STOCK-YEAR" | "OWN-REPORT" | "LEDGER-COUNT" | "NARR-TABLE" | "NARR-SUM" | "NARR-PERCENT" | "NARR-YEAR" | "OVERVIEW-LENGTH" | "OVERVIEW-ASPECT-MISSING" | "SECTION-MISSING" | "FEE-REPORTED" | "SAME-AS-LAST-YEAR" | "REPEATED-TEXT" | "OUTLIER" | "WRONG-FORMAT-VERSION" | "REGULATION-AUTHORITY"; severity: "error" | "warning" | "info"; cells: (string)[]; message: string; expected: string | null; actual: string | null; isExplained: boolean })[]; preface: string; texts: ({ sectionId: "overview" | "active" | "requests" | "litigation" | "problems" | "other"; headingKey: string; number: string; title: string; own: string | null; printed: (string)[] })[] };
  };
  getReportFile: {
    params: { cycleId: string; format: "pdf" | "docx" | "xlsx" | "html" | "csv" | "json" | "xml" | "zip" };
    query: Record<never, never>;
    body: null;
    result: Blob;
  };
  proposeAdjustment: {
    params: { cycleId: string };
    query: Record<never, never>;
    body: { cellKey: string; amount: string; reason: string; confirmed?: boolean };
    result: null;
  };
  decideAdjustment: {
    params: { adjustmentId: string };
    query: Record<never, never>;
    body: { decision: "signed" | "declined"; confirmed?: boolean };
    result: null;
  };
  withdrawAdjustment: {
    params: { adjustmentId: string };
    query: Record<never, never>;
    body: null;
    result: null;
  };
  revokeAdjustment: {
    params: { adjustmentId: string };
    query: Record<never, never>;
    body: { reason: string };
    result: null;
  };
  saveReportText: {
    params: { cycleId: string; headingKey: string };
    query: Record<never, never>;
    body: { seen: string | null; value: string | null };
    result: { savedAt: string; conflict: { theirs: string | null; by: string; isOwn: boolean; at: string } | null };
  };
  savePreface: {
    params: { cycleId: string };
    query: Record<never, never>;
    body: { seen: string; value: string };
    result: { savedAt: string; conflict: { theirs: string | null; by: string; isOwn: boolean; at: string } | null };
  };
  explainReportFinding: {
    params: { cycleId: string };
    query: Record<never, never>;
    body: { findingId: string; body: string };
    result: null;
  };
  finaliseReport: {
    params: { reportId: string };
    query: Record<never, never>;
    body: { withoutCharts?: boolean; withUnitAnnexes?: boolean };
    result: { id: string; cycleId: string | null; year: number; version: number; title: string; state: "draft" | "final" | "published" | "superseded" | "called_off"; documentHash: string | null; verificationCode: string | null; finalisedByName: string | null; finalisedAt: string | null; publishedByName: string | null; publishedAt: string | null };
  };
  unlockReport: {
    params: { reportId: string };
    query: Record<never, never>;
    body: { reason: string };
    result: { id: string; cycleId: string | null; year: number; version: number; title: string; state: "draft" | "final" | "published" | "superseded" | "called_off"; documentHash: string | null; verificationCode: string | null; finalisedByName: string | null; finalisedAt: string | null; publishedByName: string | null; publishedAt: string | null };
  };
  publishReport: {
    params: { reportId: string };
    query: Record<never, never>;
    body: null;
    result: { id: string; cycleId: string | null; year: number; version: number; title: string; state: "draft" | "final" | "published" | "superseded" | "called_off"; documentHash: string | null; verificationCode: string | null; finalisedByName: string | null; finalisedAt: string | null; publishedByName: string | null; publishedAt: string | null };
  };
  beginErratum: {
    params: { reportId: string };
    query: Record<never, never>;
    body: { reason: string };
    result: { id: string; cycleId: string | null; year: number; version: number; title: string; state: "draft" | "final" | "published" | "superseded" | "called_off"; documentHash: string | null; verificationCode: string | null; finalisedByName: string | null; finalisedAt: string | null; publishedByName: string | null; publishedAt: string | null };
  };
  callOffErratum: {
    params: { reportId: string };
    query: Record<never, never>;
    body: { reason: string };
    result: { id: string; cycleId: string | null; year: number; version: number; title: string; state: "draft" | "final" | "published" | "superseded" | "called_off"; documentHash: string | null; verificationCode: string | null; finalisedByName: string | null; finalisedAt: string | null; publishedByName: string | null; publishedAt: string | null };
  };
};
