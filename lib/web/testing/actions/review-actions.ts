import { request } from "@/db/testing/builders";
import { approveNilSections } from "@/lib/services/approve-nil-sections";
import { approveSubmission } from "@/lib/services/approve-submission";
import { beginReview } from "@/lib/services/begin-review";
import { addComment, removeComment, settleComment } from "@/lib/services/comment-on-submission";
import { acceptExplanation } from "@/lib/services/explain-finding";
import { extendUnits } from "@/lib/services/extend-units";
import { removeReturnReason, saveReturnReason } from "@/lib/services/manage-return-reasons";
import { releaseReview } from "@/lib/services/release-review";
import { remindUnits } from "@/lib/services/remind-units";
import { reopenSubmission } from "@/lib/services/reopen-submission";
import { returnSubmission } from "@/lib/services/return-submission";
import { takeReport } from "@/lib/services/take-report";
import { type ActionTable, guarded } from "./action-row";
import { LATER, REASON, UNSEEN } from "./forged-values";

export const REVIEW_ACTIONS: ActionTable = {
  "app/(signed-in)/review/actions.ts": {
    remindUnitsAction: guarded(["unit:remind"], remindUnits, ({ cycleId, organisationId }) => ({
      ...request(),
      cycleId,
      allLate: false,
      organisationIds: [organisationId],
    })),
    chooseUnitsAction: { kind: "signed_in", because: "it leads to a form and changes nothing" },
    extendUnitsAction: guarded(["cycle:manage"], extendUnits, ({ cycleId, organisationId }) => ({
      ...request(),
      cycleId,
      organisationIds: [organisationId],
      dueAt: LATER,
      reason: REASON,
    })),
  },
  "app/(signed-in)/review/governments/actions.ts": {
    takeReportAction: guarded(["submission:review"], takeReport, ({ cycleId, standInId, offeredId }) => ({
      ...request(),
      cycleId,
      organisationId: standInId,
      reportId: offeredId,
      documentHash: "0".repeat(64),
    })),
  },
  "app/(signed-in)/review/queue/nil/actions.ts": {
    approveNilAction: guarded(["submission:review"], approveNilSections, ({ submitted }) => ({
      ...request(),
      seen: [{ submissionId: submitted, revision: 0 }],
    })),
  },
  "app/(signed-in)/review/reasons/actions.ts": {
    saveReturnReasonAction: guarded(["submission:review"], saveReturnReason, ({ returnReasonId }) => ({
      ...request(),
      reasonId: returnReasonId,
      body: REASON,
    })),
    removeReturnReasonAction: guarded(["submission:review"], removeReturnReason, ({ returnReasonId }) => ({
      ...request(),
      reasonId: returnReasonId,
    })),
  },
  "app/(signed-in)/review/[submissionId]/actions.ts": {
    approveAction: guarded(["submission:review"], approveSubmission, ({ submitted }) => ({
      ...request(),
      ...UNSEEN,
      submissionId: submitted,
    })),
    returnAction: guarded(["submission:review"], returnSubmission, ({ submitted }) => ({
      ...request(),
      ...UNSEEN,
      submissionId: submitted,
      reason: REASON,
      dueAt: undefined,
    })),
    reopenAction: guarded(["submission:reopen"], reopenSubmission, ({ approved }) => ({
      ...request(),
      ...UNSEEN,
      submissionId: approved,
      reason: REASON,
      dueAt: undefined,
    })),
    beginReviewAction: guarded(["submission:review"], beginReview, ({ submitted }) => ({ submissionId: submitted })),
    releaseReviewAction: guarded(["submission:review"], releaseReview, ({ submitted }) => ({
      ...request(),
      ...UNSEEN,
      submissionId: submitted,
    })),
    addCommentAction: guarded(["submission:review"], addComment, ({ submitted }) => ({
      ...request(),
      submissionId: submitted,
      anchor: "active.licensing.change",
      body: REASON,
    })),
    removeCommentAction: guarded(["submission:review"], removeComment, ({ submitted, unsentComment }) => ({
      ...request(),
      submissionId: submitted,
      commentId: unsentComment,
    })),
    settleCommentAction: guarded(["submission:review"], settleComment, ({ open, answeredComment }) => ({
      ...request(),
      submissionId: open,
      commentId: answeredComment,
    })),
    acceptExplanationAction: guarded(["submission:review"], acceptExplanation, ({ open, findingId }) => ({
      ...request(),
      submissionId: open,
      findingId,
    })),
  },
};
