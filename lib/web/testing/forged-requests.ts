import type { Db } from "@/db/connect";
import { request, TEST_NOW } from "@/db/testing/builders";
import type { Actor } from "@/lib/domain/access";
import { addPerson } from "@/lib/services/add-person";
import { addUnit } from "@/lib/services/add-unit";
import {
  decideAdjustment,
  proposeAdjustment,
  revokeAdjustment,
  withdrawAdjustment,
} from "@/lib/services/adjust-roll-up";
import { approveSubmission } from "@/lib/services/approve-submission";
import { askForFile } from "@/lib/services/ask-for-file";
import { beginReview } from "@/lib/services/begin-review";
import { callOffErratum } from "@/lib/services/call-off-erratum";
import { changeCycleDates, closeCycle, reopenCycle } from "@/lib/services/change-cycle";
import { removeLetterhead, uploadLetterhead } from "@/lib/services/change-letterhead";
import { endRole, grantRole } from "@/lib/services/change-roles";
import { changeContact, changeDistrict, changeUnit } from "@/lib/services/change-unit";
import { addComment, removeComment, resolveComment } from "@/lib/services/comment-on-submission";
import { correctCarriedFigure } from "@/lib/services/correct-carried-figure";
import { beginErratum } from "@/lib/services/correct-report";
import { dissolveUnit, restoreUnit } from "@/lib/services/dissolve-unit";
import { removeIndicator, saveIndicator } from "@/lib/services/edit-indicator";
import { removeOutlineHeading, saveOutlineHeading } from "@/lib/services/edit-outline";
import { exemptUnit } from "@/lib/services/exempt-unit";
import { acceptExplanation, explainFinding } from "@/lib/services/explain-finding";
import { chooseNote, explainReportFinding } from "@/lib/services/explain-report-finding";
import { extendDueDate } from "@/lib/services/extend-due-date";
import { extendUnits } from "@/lib/services/extend-units";
import { fillSection } from "@/lib/services/fill-section";
import { handOver } from "@/lib/services/hand-over";
import { importPublishedReport } from "@/lib/services/import-published-report";
import { importUnitReport } from "@/lib/services/import-unit-report";
import { includeUnit } from "@/lib/services/include-unit";
import { changePerson, deactivatePerson, issueCode } from "@/lib/services/manage-people";
import { openCycle } from "@/lib/services/open-cycle";
import { readPastReport } from "@/lib/services/read-past-report";
import { readPastedTable } from "@/lib/services/read-pasted-table";
import { finaliseReport, publishReport, unlockReport } from "@/lib/services/release-report";
import { releaseReview } from "@/lib/services/release-review";
import { remindUnits } from "@/lib/services/remind-units";
import { removePerson } from "@/lib/services/remove-person";
import { removeUnit } from "@/lib/services/remove-unit";
import { reopenSubmission } from "@/lib/services/reopen-submission";
import { retryJob } from "@/lib/services/retry-job";
import { returnSubmission } from "@/lib/services/return-submission";
import { saveFigures } from "@/lib/services/save-figures";
import { saveParagraph } from "@/lib/services/save-paragraph";
import { savePreface, saveReportText } from "@/lib/services/save-report-text";
import { proposeRuleSetting, settleRuleSetting, withdrawRuleSetting } from "@/lib/services/set-rule";
import { settleUnitReport, withdrawUnitReport } from "@/lib/services/settle-unit-report";
import { declineSignature, signSubmission } from "@/lib/services/sign-submission";
import { withdrawSubmission } from "@/lib/services/withdraw-submission";

/** What stands in one district, by what can be done to it: the ids that a stranger would have to know. */
export type Targets = {
  cycleId: string;
  organisationId: string;
  reportId: string;
  adjustmentId: string;
  proposalId: string;
  ruleSettingId: string;
  /** A job that failed. */
  jobId: string;
  userId: string;
  membershipId: string;
  /** Sections of one unit. */
  open: string;
  openText: string;
  awaiting: string;
  submitted: string;
  approved: string;
  unsentComment: string;
  sentComment: string;
  /** Of a warning in the open section that is explained. */
  findingId: string;
  /** Of a warning of the report that is explained. */
  reportFindingId: string;
};

export type ForgedRequest = {
  service: { readonly name: string };
  send: (db: Db, actor: Actor, at: Targets) => Promise<unknown>;
};

function forged<Input>(
  service: (db: Db, actor: Actor, input: Input, now: Date) => Promise<unknown>,
  inputOf: (at: Targets) => Input,
): ForgedRequest {
  return { service, send: (db, actor, at) => service(db, actor, inputOf(at), TEST_NOW) };
}

const LATER = new Date("2020-02-20T16:00:00Z");
/** Nobody has seen this revision: whoever may make the move is told that the page is out of date. */
const unseen = { expectedRevision: 999_999 };
const why = "不该由这个人来做";

const report = {
  schema: "nianbao.report/1" as const,
  title: "2017年年度报告",
  year: 2017,
  format: "2019",
  figures: {},
};

/** For every action, a request that only the right person may send, of things that do exist. */
export const FORGED_REQUESTS: Readonly<Record<string, ForgedRequest>> = {
  openCycleAction: forged(openCycle, () => ({ ...request(), year: 2020, tablesDueAt: LATER, narrativeDueAt: LATER })),
  changeCycleDatesAction: forged(changeCycleDates, ({ cycleId }) => ({
    ...request(),
    cycleId,
    tablesDueAt: LATER,
    narrativeDueAt: LATER,
  })),
  closeCycleAction: forged(closeCycle, ({ cycleId }) => ({ ...request(), cycleId })),
  reopenCycleAction: forged(reopenCycle, ({ cycleId }) => ({ ...request(), cycleId, reason: why })),
  extendDueDateAction: forged(extendDueDate, ({ open }) => ({
    ...request(),
    submissionId: open,
    dueAt: LATER,
    reason: why,
  })),
  extendUnitsAction: forged(extendUnits, ({ cycleId, organisationId }) => ({
    ...request(),
    cycleId,
    organisationIds: [organisationId],
    dueAt: LATER,
    reason: why,
  })),
  exemptUnitAction: forged(exemptUnit, ({ cycleId, organisationId }) => ({
    ...request(),
    cycleId,
    organisationId,
    reason: why,
  })),
  includeUnitAction: forged(includeUnit, ({ cycleId, organisationId }) => ({
    ...request(),
    cycleId,
    organisationId,
    dueAt: LATER,
  })),
  saveHeadingAction: forged(saveOutlineHeading, ({ cycleId, organisationId }) => ({
    ...request(),
    cycleId,
    key: "forged",
    sectionId: "overview" as const,
    position: 1,
    level: 2,
    number: "1.",
    title: "标题",
    owners: [organisationId],
  })),
  removeHeadingAction: forged(removeOutlineHeading, ({ cycleId }) => ({ ...request(), cycleId, key: "opening" })),
  saveIndicatorAction: forged(saveIndicator, ({ cycleId, organisationId }) => ({
    ...request(),
    cycleId,
    key: "forged",
    organisationId,
    label: "指标",
    unit: "次",
    isApproximate: false,
    position: 1,
  })),
  removeIndicatorAction: forged(removeIndicator, ({ cycleId }) => ({ ...request(), cycleId, key: "portal_posts" })),

  addPersonAction: forged(addPerson, ({ organisationId }) => ({
    ...request(),
    account: "forged",
    name: "某人",
    organisationId,
    role: "submitter" as const,
  })),
  handOverAction: forged(handOver, ({ membershipId }) => ({
    ...request(),
    membershipId,
    userId: "",
    account: "forged",
    name: "某人",
    endsAccount: true,
  })),
  giveCodeAction: forged(issueCode, ({ userId }) => ({ ...request(), userId })),
  grantRoleAction: forged(grantRole, ({ userId, organisationId }) => ({
    ...request(),
    userId,
    organisationId,
    role: "head" as const,
  })),
  endRoleAction: forged(endRole, ({ membershipId }) => ({ ...request(), membershipId })),
  changePersonAction: forged(changePerson, ({ userId }) => ({ ...request(), userId, name: "某人" })),
  deactivatePersonAction: forged(deactivatePerson, ({ userId }) => ({ ...request(), userId })),
  addUnitAction: forged(addUnit, () => ({ ...request(), name: "新单位", kind: "department" as const, position: 9 })),
  changeUnitAction: forged(changeUnit, ({ organisationId }) => ({
    ...request(),
    organisationId,
    name: "改名",
    needsSignature: false,
    position: 9,
  })),
  dissolveUnitAction: forged(dissolveUnit, ({ organisationId }) => ({
    ...request(),
    organisationId,
    on: "2020-01-01",
    reason: why,
    handedIn: "counted" as const,
  })),
  restoreUnitAction: forged(restoreUnit, ({ organisationId }) => ({ ...request(), organisationId })),
  removeUnitAction: forged(removeUnit, ({ organisationId }) => ({ ...request(), organisationId })),
  proposeRuleSettingAction: forged(proposeRuleSetting, () => ({
    ...request(),
    rule: "BLANK" as const,
    effect: "off" as const,
    holdsFrom: "2020-01-01",
    reason: why,
  })),
  settleRuleSettingAction: forged(settleRuleSetting, ({ ruleSettingId }) => ({
    ...request(),
    settingId: ruleSettingId,
    decision: "confirm" as const,
  })),
  withdrawRuleSettingAction: forged(withdrawRuleSetting, ({ ruleSettingId }) => ({
    ...request(),
    settingId: ruleSettingId,
  })),
  retryJobAction: forged(retryJob, ({ jobId }) => ({ ...request(), jobId })),
  removePersonAction: forged(removePerson, ({ userId }) => ({ ...request(), userId })),
  changeDistrictAction: forged(changeDistrict, () => ({ ...request(), name: "改名区" })),
  changeContactAction: forged(changeContact, () => ({ ...request(), address: "某路", postcode: "1", phone: "1" })),
  askForFileAction: forged(askForFile, ({ cycleId }) => ({ ...request(), cycleId, format: "pdf" })),
  uploadLetterheadAction: forged(uploadLetterhead, () => ({
    ...request(),
    fileName: "别人的.docx",
    file: new Uint8Array(1),
  })),
  removeLetterheadAction: forged(removeLetterhead, () => request()),

  readPastReportAction: {
    service: readPastReport,
    send: (_db, actor) => readPastReport(actor, { bytes: new Uint8Array(1), fileName: "a.txt" }),
  },
  readPastedTableAction: {
    service: readPastedTable,
    send: (db, actor, { open }) => readPastedTable(db, actor, { submissionId: open, html: "<p>7</p>" }, TEST_NOW),
  },
  takeOverPastReportAction: forged(importPublishedReport, () => ({
    ...request(),
    report: { schema: "nianbao.report/1" as const, title: "别人的年报", year: 2018, format: "2019", figures: {} },
    publishedAt: TEST_NOW,
  })),

  saveFiguresAction: forged(saveFigures, ({ open }) => ({
    ...request(),
    submissionId: open,
    changes: [{ cellKey: "requests.received.business", seen: "0", value: "7" }],
  })),
  saveParagraphAction: forged(saveParagraph, ({ openText }) => ({
    ...request(),
    submissionId: openText,
    headingKey: "safety",
    seen: "没有见过",
    value: "不该由这个人来写",
  })),
  fillSectionAction: forged(fillSection, ({ open }) => ({
    ...request(),
    ...unseen,
    submissionId: open,
    step: "submit" as const,
    unchangedReason: undefined,
    figures: [{ cellKey: "requests.received.business", seen: "0", value: "7" }],
    paragraphs: [],
    explanations: [],
    resolved: [],
  })),
  withdrawSubmissionAction: forged(withdrawSubmission, ({ awaiting }) => ({
    ...request(),
    ...unseen,
    submissionId: awaiting,
  })),
  explainFindingAction: forged(explainFinding, ({ open, findingId }) => ({
    ...request(),
    submissionId: open,
    findingId,
    body: why,
  })),
  correctCarriedFigureAction: forged(correctCarriedFigure, ({ open }) => ({
    ...request(),
    submissionId: open,
    cellKey: "requests.carried_in.business",
    value: "若干",
    reason: why,
  })),
  resolveCommentAction: forged(resolveComment, ({ open, sentComment }) => ({
    ...request(),
    submissionId: open,
    commentId: sentComment,
  })),
  signSubmissionAction: forged(signSubmission, ({ awaiting }) => ({ ...request(), ...unseen, submissionId: awaiting })),
  declineSignatureAction: forged(declineSignature, ({ awaiting }) => ({
    ...request(),
    ...unseen,
    submissionId: awaiting,
    reason: why,
  })),

  approveAction: forged(approveSubmission, ({ submitted }) => ({ ...request(), ...unseen, submissionId: submitted })),
  returnAction: forged(returnSubmission, ({ submitted }) => ({
    ...request(),
    ...unseen,
    submissionId: submitted,
    reason: why,
    dueAt: undefined,
  })),
  reopenAction: forged(reopenSubmission, ({ approved }) => ({
    ...request(),
    ...unseen,
    submissionId: approved,
    reason: why,
    dueAt: undefined,
  })),
  releaseReviewAction: forged(releaseReview, ({ submitted }) => ({ ...request(), ...unseen, submissionId: submitted })),
  beginReviewAction: forged(beginReview, ({ submitted }) => ({ submissionId: submitted })),
  addCommentAction: forged(addComment, ({ submitted }) => ({
    ...request(),
    submissionId: submitted,
    anchor: "active.licensing.change",
    body: why,
  })),
  removeCommentAction: forged(removeComment, ({ submitted, unsentComment }) => ({
    ...request(),
    submissionId: submitted,
    commentId: unsentComment,
  })),
  acceptExplanationAction: forged(acceptExplanation, ({ open, findingId }) => ({
    ...request(),
    submissionId: open,
    findingId,
  })),
  remindUnitsAction: forged(remindUnits, ({ cycleId, organisationId }) => ({
    ...request(),
    cycleId,
    organisationIds: [organisationId],
  })),

  importUnitReportAction: forged(importUnitReport, ({ organisationId }) => ({ ...request(), organisationId, report })),
  settleUnitReportAction: forged(settleUnitReport, ({ proposalId }) => ({
    ...request(),
    proposalId,
    decision: "decline" as const,
    reason: why,
  })),
  withdrawUnitReportAction: forged(withdrawUnitReport, ({ proposalId }) => ({ ...request(), proposalId })),

  proposeAdjustmentAction: forged(proposeAdjustment, ({ cycleId }) => ({
    ...request(),
    cycleId,
    cellKey: "litigation.review.upheld",
    amount: "-1",
    reason: why,
  })),
  decideAdjustmentAction: forged(decideAdjustment, ({ adjustmentId }) => ({
    ...request(),
    adjustmentId,
    decision: "declined" as const,
  })),
  withdrawAdjustmentAction: forged(withdrawAdjustment, ({ adjustmentId }) => ({ ...request(), adjustmentId })),
  revokeAdjustmentAction: forged(revokeAdjustment, ({ adjustmentId }) => ({
    ...request(),
    adjustmentId,
    reason: why,
  })),
  saveReportTextAction: forged(saveReportText, ({ cycleId }) => ({
    ...request(),
    cycleId,
    headingKey: "opening",
    seen: null,
    value: "不该由这个人来写",
  })),
  savePrefaceAction: forged(savePreface, ({ cycleId }) => ({
    ...request(),
    cycleId,
    seen: "没有见过",
    value: "不该由这个人来写",
  })),
  explainReportFindingAction: forged(explainReportFinding, ({ cycleId, reportFindingId }) => ({
    ...request(),
    cycleId,
    findingId: reportFindingId,
    body: why,
  })),
  chooseNoteAction: forged(chooseNote, ({ cycleId, reportFindingId }) => ({
    ...request(),
    cycleId,
    submissionId: "",
    findingId: reportFindingId,
    note: why,
  })),
  finaliseReportAction: forged(finaliseReport, ({ reportId }) => ({ ...request(), reportId })),
  unlockReportAction: forged(unlockReport, ({ reportId }) => ({ ...request(), reportId, reason: why })),
  publishReportAction: forged(publishReport, ({ reportId }) => ({ ...request(), reportId })),
  beginErratumAction: forged(beginErratum, ({ reportId }) => ({ ...request(), reportId, reason: why })),
  callOffErratumAction: forged(callOffErratum, ({ reportId }) => ({ ...request(), reportId, reason: why })),
};
