import { request } from "@/db/testing/builders";
import { addPerson } from "@/lib/services/add-person";
import { changePersonEmail } from "@/lib/services/change-notices";
import { endRole, grantRole } from "@/lib/services/change-roles";
import { handOver } from "@/lib/services/hand-over";
import { changePerson, deactivatePerson, issueCode } from "@/lib/services/manage-people";
import { removePerson } from "@/lib/services/remove-person";
import { type ActionTable, guarded } from "./action-row";

export const PEOPLE_ACTIONS: ActionTable = {
  "app/(signed-in)/admin/people/actions.ts": {
    addPersonAction: guarded(["person:manage"], addPerson, ({ organisationId }) => ({
      ...request(),
      account: "forged",
      name: "某人",
      organisationId,
      role: "submitter" as const,
    })),
    handOverAction: guarded(["person:manage"], handOver, ({ membershipId }) => ({
      ...request(),
      membershipId,
      userId: "",
      account: "forged",
      name: "某人",
      endsAccount: true,
    })),
    giveCodeAction: guarded(["person:manage"], issueCode, ({ userId }) => ({ ...request(), userId })),
    grantRoleAction: guarded(["person:manage"], grantRole, ({ userId, organisationId }) => ({
      ...request(),
      userId,
      organisationId,
      role: "head" as const,
    })),
    endRoleAction: guarded(["person:manage"], endRole, ({ membershipId }) => ({ ...request(), membershipId })),
    changePersonAction: guarded(["person:manage"], changePerson, ({ userId }) => ({
      ...request(),
      userId,
      name: "某人",
    })),
    changePersonEmailAction: guarded(["person:manage"], changePersonEmail, ({ userId }) => ({
      ...request(),
      userId,
      email: "x@example.cn",
    })),
    deactivatePersonAction: guarded(["person:manage"], deactivatePerson, ({ userId }) => ({ ...request(), userId })),
    removePersonAction: guarded(["person:manage"], removePerson, ({ userId }) => ({ ...request(), userId })),
  },
};
