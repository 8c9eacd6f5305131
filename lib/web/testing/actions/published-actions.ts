import { request } from "@/db/testing/builders";
import { decideUnitReport, withdrawUnitReport } from "@/lib/services/decide-unit-report";
import { importUnitReport } from "@/lib/services/import-unit-report";
import { readUnitReport } from "@/lib/services/read-unit-report";
import { type ActionTable, guarded, ofOwnDistrict } from "./action-row";
import { OTHER_REPORT, REASON, UNREADABLE_FILE } from "./forged-values";

export const PUBLISHED_ACTIONS: ActionTable = {
  "app/(signed-in)/published/actions.ts": {
    readUnitReportAction: ofOwnDistrict(["submission:fill", "cycle:manage"], readUnitReport, () => ({
      document: UNREADABLE_FILE,
    })),
    importUnitReportAction: guarded(["submission:fill", "cycle:manage"], importUnitReport, ({ organisationId }) => ({
      ...request(),
      organisationId,
      report: OTHER_REPORT,
    })),
    decideUnitReportAction: guarded(["cycle:manage", "submission:review"], decideUnitReport, ({ proposalId }) => ({
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
