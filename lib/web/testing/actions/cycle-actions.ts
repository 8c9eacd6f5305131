import { request } from "@/db/testing/builders";
import { changeCycleDates, closeCycle, reopenCycle } from "@/lib/services/change-cycle";
import { removeIndicator, saveIndicator } from "@/lib/services/edit-indicator";
import { removeOutlineHeading, saveOutlineHeading } from "@/lib/services/edit-outline";
import { exemptUnit } from "@/lib/services/exempt-unit";
import { extendDueDate } from "@/lib/services/extend-due-date";
import { includeUnit } from "@/lib/services/include-unit";
import { openCycle } from "@/lib/services/open-cycle";
import { orderHeading, orderIndicator } from "@/lib/services/order-outline";
import { type ActionTable, guarded, ofOwnDistrict } from "./action-row";
import { LATER, REASON } from "./forged-values";

export const CYCLE_ACTIONS: ActionTable = {
  "app/(signed-in)/admin/cycles/actions.ts": {
    openCycleAction: ofOwnDistrict(["cycle:manage"], openCycle, () => ({
      ...request(),
      year: 2020,
      tablesDueAt: LATER,
      narrativeDueAt: LATER,
    })),
    changeCycleDatesAction: guarded(["cycle:manage"], changeCycleDates, ({ cycleId }) => ({
      ...request(),
      cycleId,
      tablesDueAt: LATER,
      narrativeDueAt: LATER,
    })),
    extendDueDateAction: guarded(["cycle:manage"], extendDueDate, ({ open }) => ({
      ...request(),
      submissionId: open,
      dueAt: LATER,
      reason: REASON,
    })),
    exemptUnitAction: guarded(["cycle:manage"], exemptUnit, ({ cycleId, organisationId }) => ({
      ...request(),
      cycleId,
      organisationId,
      reason: REASON,
    })),
    includeUnitAction: guarded(["cycle:manage"], includeUnit, ({ cycleId, organisationId }) => ({
      ...request(),
      cycleId,
      organisationId,
      dueAt: LATER,
    })),
    saveHeadingAction: guarded(["cycle:manage"], saveOutlineHeading, ({ cycleId, organisationId }) => ({
      ...request(),
      cycleId,
      key: "forged",
      sectionId: "overview" as const,
      position: 1,
      level: 2,
      number: "1.",
      title: "标题",
      owners: [organisationId],
      mayKeepText: false,
    })),
    removeHeadingAction: guarded(["cycle:manage"], removeOutlineHeading, ({ cycleId }) => ({
      ...request(),
      cycleId,
      key: "opening",
    })),
    orderHeadingAction: guarded(["cycle:manage"], orderHeading, ({ cycleId }) => ({
      ...request(),
      cycleId,
      key: "platform",
      beside: "opening",
      side: "before" as const,
    })),
    orderIndicatorAction: guarded(["cycle:manage"], orderIndicator, ({ cycleId }) => ({
      ...request(),
      cycleId,
      key: "portal_posts",
      beside: "service_items",
      side: "before" as const,
    })),
    saveIndicatorAction: guarded(["cycle:manage"], saveIndicator, ({ cycleId, organisationId }) => ({
      ...request(),
      cycleId,
      key: "forged",
      organisationId,
      label: "指标",
      unit: "次",
      isApproximate: false,
      position: 1,
    })),
    removeIndicatorAction: guarded(["cycle:manage"], removeIndicator, ({ cycleId }) => ({
      ...request(),
      cycleId,
      key: "portal_posts",
    })),
    closeCycleAction: guarded(["cycle:manage"], closeCycle, ({ cycleId }) => ({ ...request(), cycleId })),
    reopenCycleAction: guarded(["cycle:manage"], reopenCycle, ({ cycleId }) => ({
      ...request(),
      cycleId,
      reason: REASON,
    })),
  },
};
