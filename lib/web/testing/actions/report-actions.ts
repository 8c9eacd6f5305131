import { request } from "@/db/testing/builders";
import {
  decideAdjustment,
  proposeAdjustment,
  revokeAdjustment,
  withdrawAdjustment,
} from "@/lib/services/adjust-roll-up";
import { askForFile } from "@/lib/services/ask-for-file";
import { beginErratum } from "@/lib/services/begin-erratum";
import { callOffErratum } from "@/lib/services/call-off-erratum";
import { chooseNote, explainReportFinding } from "@/lib/services/explain-report-finding";
import { loadUnitsBehind } from "@/lib/services/load-units-behind";
import { finaliseReport, publishReport, unlockReport } from "@/lib/services/release-report";
import { savePreface, saveReportText } from "@/lib/services/save-report-text";
import { type ActionTable, guarded } from "./action-row";
import { REASON } from "./forged-values";

export const REPORT_ACTIONS: ActionTable = {
  "app/(signed-in)/report/[cycleId]/actions.ts": {
    proposeAdjustmentAction: guarded(["report:adjust"], proposeAdjustment, ({ cycleId }) => ({
      ...request(),
      cycleId,
      cellKey: "litigation.review.upheld",
      amount: "-1",
      reason: REASON,
    })),
    decideAdjustmentAction: guarded(["report:adjust", "report:publish"], decideAdjustment, ({ adjustmentId }) => ({
      ...request(),
      adjustmentId,
      decision: "declined" as const,
    })),
    withdrawAdjustmentAction: guarded(["report:adjust", "report:publish"], withdrawAdjustment, ({ adjustmentId }) => ({
      ...request(),
      adjustmentId,
    })),
    revokeAdjustmentAction: guarded(["report:adjust", "report:publish"], revokeAdjustment, ({ adjustmentId }) => ({
      ...request(),
      adjustmentId,
      reason: REASON,
    })),
  },
  "app/(signed-in)/report/[cycleId]/compose/actions.ts": {
    saveReportTextAction: guarded(["report:compose"], saveReportText, ({ cycleId }) => ({
      ...request(),
      cycleId,
      headingKey: "opening",
      seen: null,
      value: "不该由这个人来写",
    })),
    savePrefaceAction: guarded(["report:compose"], savePreface, ({ cycleId }) => ({
      ...request(),
      cycleId,
      seen: "没有见过",
      value: "不该由这个人来写",
    })),
    loadUnitsBehindAction: guarded(["report:compose"], loadUnitsBehind, ({ cycleId }) => ({
      cycleId,
      cellKeys: ["requests.received.total"],
    })),
    explainReportFindingAction: guarded(["report:compose"], explainReportFinding, ({ cycleId, reportFindingId }) => ({
      ...request(),
      cycleId,
      findingId: reportFindingId,
      body: REASON,
    })),
    chooseNoteAction: guarded(["report:compose"], chooseNote, ({ cycleId, reportFindingId }) => ({
      ...request(),
      cycleId,
      submissionId: "",
      findingId: reportFindingId,
      note: REASON,
    })),
  },
  "app/(signed-in)/report/[cycleId]/files/actions.ts": {
    askForFileAction: guarded(["report:download"], askForFile, ({ cycleId }) => ({
      ...request(),
      cycleId,
      format: "pdf",
    })),
  },
  "app/(signed-in)/report/[cycleId]/release/actions.ts": {
    finaliseReportAction: guarded(["report:finalise"], finaliseReport, ({ reportId }) => ({ ...request(), reportId })),
    unlockReportAction: guarded(["report:finalise"], unlockReport, ({ reportId }) => ({
      ...request(),
      reportId,
      reason: REASON,
    })),
    publishReportAction: guarded(["report:publish"], publishReport, ({ reportId }) => ({ ...request(), reportId })),
    callOffErratumAction: guarded(["report:publish"], callOffErratum, ({ reportId }) => ({
      ...request(),
      reportId,
      reason: REASON,
    })),
    answerCorrectionAction: {
      kind: "signed_in",
      because:
        "only another district can ask; the tests of what is sent back hold the answer to that district's director",
    },
    beginErratumAction: guarded(["report:publish"], beginErratum, ({ reportId }) => ({
      ...request(),
      reportId,
      reason: REASON,
    })),
  },
};
