import { ALL_HOLD } from "@/db/demo/head-answers";
import { request } from "@/db/testing/builders";
import { resolveComment } from "@/lib/services/comment-on-submission";
import { correctCarriedFigure } from "@/lib/services/correct-carried-figure";
import { countLedgerRows, readLedgerFile } from "@/lib/services/count-ledger";
import { declareNilTogether, withdrawNil } from "@/lib/services/declare-nil";
import { explainFinding } from "@/lib/services/explain-finding";
import { fillSection } from "@/lib/services/fill-section";
import { loadCellHistory } from "@/lib/services/load-cell-history";
import { readPastedTable } from "@/lib/services/read-pasted-table";
import { readUnitWorkbook } from "@/lib/services/read-unit-workbook";
import { saveFigures } from "@/lib/services/save-figures";
import { saveParagraph } from "@/lib/services/save-paragraph";
import { declineSignature, signSubmission, signSubmissions } from "@/lib/services/sign-submission";
import { submitSection, submitSections } from "@/lib/services/submit-section";
import { removeLedger, takeLedger } from "@/lib/services/take-ledger";
import { withdrawSubmission } from "@/lib/services/withdraw-submission";
import { type ActionTable, guarded } from "./action-row";
import { REASON, UNSEEN } from "./forged-values";

const steps = (submissionId: string) => ({ ...request(), sections: [{ submissionId, ...UNSEEN }] });

/** A ledger of nothing, as it comes back from the page that showed it. */
const LEDGER = {
  reading: { sheets: [], otherSheets: [], columns: [], dropped: [], words: [], lines: [], skipped: [] },
  columns: { received: "", kind: "", outcome: "", detail: "", answered: "", extended: "" },
  words: [],
};

export const SECTION_ACTIONS: ActionTable = {
  "app/(signed-in)/desk/[submissionId]/ledger/actions.ts": {
    readLedgerAction: guarded(["submission:fill"], readLedgerFile, ({ open }) => ({
      submissionId: open,
      bytes: new Uint8Array(1),
    })),
    countLedgerAction: guarded(["submission:fill"], countLedgerRows, ({ open }) => ({ submissionId: open, ...LEDGER })),
    takeLedgerAction: guarded(["submission:fill"], takeLedger, ({ open }) => ({
      ...request(),
      submissionId: open,
      ...LEDGER,
      digest: "0".repeat(64),
    })),
    removeLedgerAction: guarded(["submission:fill"], removeLedger, ({ open }) => ({
      ...request(),
      submissionId: open,
      hash: "0".repeat(64),
      restore: true,
    })),
  },
  "app/(signed-in)/desk/hand-in/actions.ts": {
    declareNilTogetherAction: guarded(["submission:fill"], declareNilTogether, ({ open }) => steps(open)),
    withdrawNilAction: guarded(["submission:fill"], withdrawNil, ({ open }) => steps(open)),
    submitSectionsAction: guarded(["submission:submit"], submitSections, ({ open }) => steps(open)),
    signSubmissionsAction: guarded(["submission:sign"], signSubmissions, ({ awaiting }) => ({
      ...steps(awaiting),
      answers: ALL_HOLD,
    })),
    explainTogetherAction: guarded(["submission:fill"], explainFinding, ({ open, findingId }) => ({
      ...request(),
      submissionId: open,
      findingId,
      body: REASON,
    })),
  },
  "lib/web/section-calls.ts": {
    saveFiguresCall: guarded(["submission:fill"], saveFigures, ({ open }) => ({
      ...request(),
      submissionId: open,
      changes: [{ cellKey: "requests.received.business", seen: "0", value: "7" }],
    })),
    saveParagraphCall: guarded(["submission:fill"], saveParagraph, ({ openText }) => ({
      ...request(),
      submissionId: openText,
      headingKey: "safety",
      seen: "没有见过",
      value: "不该由这个人来写",
    })),
    submitSectionCall: guarded(["submission:submit"], submitSection, ({ open }) => ({
      ...request(),
      ...UNSEEN,
      submissionId: open,
    })),
  },
  "app/(signed-in)/desk/[submissionId]/actions.ts": {
    readPastedTableAction: guarded(["submission:fill"], readPastedTable, ({ open }) => ({
      submissionId: open,
      html: "<p>7</p>",
    })),
    readUnitWorkbookAction: guarded(["submission:fill"], readUnitWorkbook, ({ open }) => ({
      submissionId: open,
      file: "UEsDBA==",
    })),
    loadCellHistoryAction: guarded(["submission:fill", "history:read"], loadCellHistory, ({ open }) => ({
      submissionId: open,
      cellKey: "requests.received.business",
    })),
    fillSectionAction: guarded(["submission:fill", "submission:submit"], fillSection, ({ open }) => ({
      ...request(),
      ...UNSEEN,
      submissionId: open,
      step: "submit" as const,
      blanksSeen: undefined,
      unchangedReason: undefined,
      figures: [{ cellKey: "requests.received.business", seen: "0", value: "7" }],
      paragraphs: [],
      explanations: [],
      resolved: [],
    })),
    withdrawSubmissionAction: guarded(["submission:submit"], withdrawSubmission, ({ awaiting }) => ({
      ...request(),
      ...UNSEEN,
      submissionId: awaiting,
    })),
    explainFindingAction: guarded(["submission:fill"], explainFinding, ({ open, findingId }) => ({
      ...request(),
      submissionId: open,
      findingId,
      body: REASON,
    })),
    correctCarriedFigureAction: guarded(["submission:fill"], correctCarriedFigure, ({ open }) => ({
      ...request(),
      submissionId: open,
      cellKey: "requests.carried_in.business",
      value: "若干",
      reason: REASON,
    })),
    resolveCommentAction: guarded(["submission:fill"], resolveComment, ({ open, sentComment }) => ({
      ...request(),
      submissionId: open,
      commentId: sentComment,
      reply: "changed" as const,
      replyText: "",
    })),
    signSubmissionAction: guarded(["submission:sign"], signSubmission, ({ awaiting }) => ({
      ...request(),
      ...UNSEEN,
      submissionId: awaiting,
      answers: ALL_HOLD,
    })),
    declineSignatureAction: guarded(["submission:sign"], declineSignature, ({ awaiting }) => ({
      ...request(),
      ...UNSEEN,
      submissionId: awaiting,
      reason: REASON,
    })),
  },
};
