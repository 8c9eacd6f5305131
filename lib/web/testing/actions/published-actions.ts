import { request } from "@/db/testing/builders";
import { importUnitReport } from "@/lib/services/import-unit-report";
import { settleUnitReport, withdrawUnitReport } from "@/lib/services/settle-unit-report";
import { type ActionTable, guarded } from "./action-row";
import { OTHER_REPORT, REASON } from "./forged-values";

export const PUBLISHED_ACTIONS: ActionTable = {
  "app/(signed-in)/published/actions.ts": {
    readPublishedAction: { kind: "function", because: "it reads a file that was sent and stores nothing" },
    importUnitReportAction: guarded(["submission:fill", "cycle:manage"], importUnitReport, ({ organisationId }) => ({
      ...request(),
      organisationId,
      report: OTHER_REPORT,
    })),
    settleUnitReportAction: guarded(["cycle:manage", "submission:review"], settleUnitReport, ({ proposalId }) => ({
      ...request(),
      proposalId,
      decision: "decline" as const,
      reason: REASON,
    })),
    withdrawUnitReportAction: guarded(["submission:fill", "cycle:manage"], withdrawUnitReport, ({ proposalId }) => ({
      ...request(),
      proposalId,
    })),
  },
};
