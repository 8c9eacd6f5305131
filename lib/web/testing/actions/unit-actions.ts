import { randomUUID } from "node:crypto";
import { request } from "@/db/testing/builders";
import { addGovernment } from "@/lib/services/add-government";
import { addUnit } from "@/lib/services/add-unit";
import { changeContact, changeDistrict, changeUnit } from "@/lib/services/change-unit";
import { dissolveUnit, restoreUnit } from "@/lib/services/dissolve-unit";
import { removeUnit } from "@/lib/services/remove-unit";
import { type ActionTable, guarded, ofOwnDistrict } from "./action-row";
import { REASON } from "./forged-values";

export const UNIT_ACTIONS: ActionTable = {
  "app/(signed-in)/admin/governments/actions.ts": {
    addGovernmentAction: ofOwnDistrict(["unit:manage"], addGovernment, () => ({
      ...request(),
      name: "新镇",
      level: "township" as const,
      officeName: "党政办公室",
      adminName: "管理员",
      adminAccount: `管理员-${randomUUID().slice(0, 8)}`,
    })),
  },
  "app/(signed-in)/admin/units/actions.ts": {
    addUnitAction: ofOwnDistrict(["unit:manage"], addUnit, () => ({
      ...request(),
      name: "新单位",
      kind: "department" as const,
      position: 9,
    })),
    changeUnitAction: guarded(["unit:manage"], changeUnit, ({ organisationId }) => ({
      ...request(),
      organisationId,
      name: "改名",
      needsSignature: false,
      position: 9,
    })),
    dissolveUnitAction: guarded(["unit:manage"], dissolveUnit, ({ organisationId }) => ({
      ...request(),
      organisationId,
      on: "2020-01-01",
      reason: REASON,
      handedIn: "counted" as const,
    })),
    restoreUnitAction: guarded(["unit:manage"], restoreUnit, ({ organisationId }) => ({
      ...request(),
      organisationId,
    })),
    removeUnitAction: guarded(["unit:manage"], removeUnit, ({ organisationId }) => ({ ...request(), organisationId })),
    changeDistrictAction: ofOwnDistrict(["unit:manage"], changeDistrict, () => ({ ...request(), name: "改名区" })),
    changeContactAction: ofOwnDistrict(["unit:manage"], changeContact, () => ({
      ...request(),
      address: "某路",
      postcode: "1",
      phone: "1",
    })),
  },
};
