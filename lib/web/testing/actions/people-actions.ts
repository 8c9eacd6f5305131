import { request } from "@/db/testing/builders";
import { addPerson } from "@/lib/services/add-person";
import { changePersonEmail } from "@/lib/services/change-notices";
import { endRole, grantRole } from "@/lib/services/change-roles";
import { dropSecondFactor } from "@/lib/services/change-second-factor";
import { addWebhook, removeWebhook, resendCall } from "@/lib/services/change-webhooks";
import { endToken } from "@/lib/services/end-token";
import { handOver } from "@/lib/services/hand-over";
import { importStaff } from "@/lib/services/import-staff";
import { inviteAll, invitePerson } from "@/lib/services/invite-people";
import { changePerson, deactivatePerson, issueCode } from "@/lib/services/manage-people";
import { addSystem, endSystem, makeSystemToken } from "@/lib/services/manage-systems";
import { readStaffList } from "@/lib/services/read-staff-list";
import { removePerson } from "@/lib/services/remove-person";
import { setSignInRule } from "@/lib/services/set-sign-in-rule";
import { linkIdentity, refuseIdentity, removeIdentity } from "@/lib/services/settle-identity";
import { type ActionTable, guarded, ofOwnDistrict } from "./action-row";
import { UNREADABLE_FILE } from "./forged-values";

const channel = { appSecret: "s".repeat(32), isMailSent: true };

export const PEOPLE_ACTIONS: ActionTable = {
  "app/(signed-in)/admin/people/list/actions.ts": {
    readStaffListAction: ofOwnDistrict(["person:manage"], readStaffList, () => ({ bytes: UNREADABLE_FILE.bytes })),
    importStaffAction: ofOwnDistrict(["person:manage"], importStaff, () => ({
      ...request(),
      rows: { units: [], people: [] },
      digest: "0".repeat(64),
    })),
  },
  "app/(signed-in)/account/end-token-action.ts": {
    endTokenAction: guarded(["person:manage"], endToken, ({ tokenId }) => ({ ...request(), tokenId })),
  },
  "app/(signed-in)/admin/connections/actions.ts": {
    addSystemAction: guarded(["person:manage"], addSystem, ({ organisationId }) => ({
      ...request(),
      account: "forged",
      name: "某系统",
      organisationId,
      role: "submitter" as const,
    })),
    makeSystemTokenAction: guarded(["person:manage"], makeSystemToken, ({ systemId }) => ({
      ...request(),
      systemId,
      name: "令牌",
      scopes: [],
      days: "30" as const,
      proof: "forged",
      origin: { source: "192.0.2.7", deviceId: null },
      appSecret: "s".repeat(32),
    })),
    endSystemAction: guarded(["person:manage"], endSystem, ({ systemId }) => ({ ...request(), systemId })),
  },
  "app/(signed-in)/admin/connections/webhook-actions.ts": {
    addWebhookAction: ofOwnDistrict(["person:manage"], addWebhook, () => ({
      ...request(),
      name: "别的程序",
      webhookAddress: "https://forged.example/in",
      topics: ["published" as const],
      appSecret: "s".repeat(32),
    })),
    removeWebhookAction: guarded(["person:manage"], removeWebhook, ({ webhookId }) => ({ ...request(), webhookId })),
    resendCallAction: guarded(["person:manage"], resendCall, ({ callId }) => ({ ...request(), callId })),
  },
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
    invitePersonAction: guarded(["person:manage"], invitePerson, ({ userId }) => ({
      ...request(),
      ...channel,
      userId,
    })),
    inviteAllAction: ofOwnDistrict(["person:manage"], inviteAll, () => ({ ...request(), ...channel })),
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
    dropSecondFactorAction: guarded(["person:manage"], dropSecondFactor, ({ userId }) => ({ ...request(), userId })),
    setSignInRuleAction: ofOwnDistrict(["person:manage"], setSignInRule, () => ({ ...request(), roles: [] })),
    linkIdentityAction: guarded(["person:manage"], linkIdentity, ({ identityId, userId }) => ({
      ...request(),
      identityId,
      userId,
    })),
    refuseIdentityAction: guarded(["person:manage"], refuseIdentity, ({ identityId }) => ({
      ...request(),
      identityId,
    })),
    removeIdentityAction: guarded(["person:manage"], removeIdentity, ({ identityId }) => ({
      ...request(),
      identityId,
    })),
    removePersonAction: guarded(["person:manage"], removePerson, ({ userId }) => ({ ...request(), userId })),
  },
};
