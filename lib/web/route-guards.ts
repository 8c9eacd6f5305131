import type { Permission } from "@/lib/domain/access";

/** Who may come in: anybody, anybody who is signed in, or whoever holds one of the permissions. */
export type Guard = "public" | "signed_in" | readonly Permission[];

/** Every page and route with its guard. What a guard keeps out is answered as not found, or led to sign in. */
export const ROUTE_GUARDS: Readonly<Record<string, Guard>> = {
  "app/(public)/checkup/findings/[format]/route.ts": "public",
  "app/(public)/checkup/page.tsx": "public",
  "app/(public)/reports/[reportId]/download/[format]/route.ts": "public",
  "app/(public)/reports/[reportId]/figures/[cellKey]/page.tsx": "public",
  "app/(public)/reports/[reportId]/page.tsx": "public",
  "app/(public)/reports/page.tsx": "public",
  "app/(public)/reports/schema/[schema]/route.ts": "public",
  "app/(public)/reports/proof/page.tsx": "public",
  "app/(public)/reports/verify/page.tsx": "public",
  "app/kit/page.tsx": "public",
  "app/(signed-in)/account/page.tsx": "signed_in",
  "app/(signed-in)/admin/cycles/[cycleId]/page.tsx": ["cycle:manage"],
  "app/(signed-in)/admin/cycles/page.tsx": ["cycle:manage"],
  "app/(signed-in)/admin/letterhead/[file]/route.ts": ["unit:manage"],
  "app/(signed-in)/admin/letterhead/page.tsx": ["unit:manage"],
  "app/(signed-in)/admin/operation/page.tsx": ["cycle:manage"],
  "app/(signed-in)/admin/page.tsx": ["cycle:manage"],
  "app/(signed-in)/admin/past-reports/page.tsx": ["cycle:manage"],
  "app/(signed-in)/admin/people/page.tsx": ["person:manage"],
  "app/(signed-in)/admin/rules/page.tsx": ["cycle:manage", "report:publish"],
  "app/(signed-in)/admin/units/page.tsx": ["unit:manage"],
  "app/(signed-in)/desk/[submissionId]/page.tsx": ["submission:fill", "submission:sign"],
  "app/(signed-in)/desk/page.tsx": ["submission:fill", "submission:sign"],
  "app/(signed-in)/history/export/route.ts": "signed_in",
  "app/(signed-in)/history/page.tsx": "signed_in",
  "app/(signed-in)/published/page.tsx": ["submission:fill", "cycle:manage", "submission:review"],
  "app/(signed-in)/report/[cycleId]/compose/page.tsx": ["report:compose"],
  "app/(signed-in)/report/[cycleId]/download/[format]/route.ts": ["report:download"],
  "app/(signed-in)/report/[cycleId]/files/[fileId]/route.ts": ["report:download"],
  "app/(signed-in)/report/[cycleId]/files/page.tsx": ["report:download"],
  "app/(signed-in)/help/page.tsx": "signed_in",
  "app/(signed-in)/report/[cycleId]/page.tsx": ["report:read"],
  "app/(signed-in)/report/[cycleId]/preview/page.tsx": ["report:read"],
  "app/(signed-in)/report/[cycleId]/release/page.tsx": ["report:download"],
  "app/(signed-in)/review/[submissionId]/page.tsx": ["history:read"],
  "app/(signed-in)/review/export/route.ts": ["history:read"],
  "app/(signed-in)/review/page.tsx": ["history:read"],
  "app/(signed-in)/review/queue/page.tsx": ["submission:review"],
  "app/api/auth/[...nextauth]/route.ts": "public",
  "app/api/health/live/route.ts": "public",
  "app/api/health/ready/route.ts": "public",
  "app/cycle/[cycleId]/route.ts": "signed_in",
  "app/page.tsx": "public",
  "app/set-password/page.tsx": "public",
  "app/set-up/page.tsx": "public",
  "app/sign-in/page.tsx": "public",
};

/** Addresses that answer with a file or with data instead of a page. */
const FILE_ADDRESSES = Object.keys(ROUTE_GUARDS)
  .filter((file) => file.endsWith("/route.ts"))
  .map((file) => {
    const path = file
      .replace(/^app/, "")
      .replace(/\/\([^)]+\)/g, "")
      .replace(/\/route\.ts$/, "");
    return new RegExp(`^${path.replace(/\[\.\.\.\w+\]/g, ".+").replace(/\[\w+\]/g, "[^/]+")}/?$`);
  });

/** True of an address whose answer brings its own content security policy. */
export function isFileAddress(path: string): boolean {
  return FILE_ADDRESSES.some((pattern) => pattern.test(path));
}

type ActionEntry = { maker: "formAction" | "callAction" | "openFormAction" | "function"; who: Guard };

/**
 * Every server action with who may carry it out; its service decides. A bare "function" changes nothing of the
 * district's: it ends a session or keeps a choice in a cookie.
 */
export const ACTION_GUARDS: Readonly<Record<string, ActionEntry>> = {
  "app/(signed-in)/admin/cycles/actions.ts#openCycleAction": { maker: "formAction", who: ["cycle:manage"] },
  "app/(signed-in)/admin/cycles/actions.ts#changeCycleDatesAction": { maker: "formAction", who: ["cycle:manage"] },
  "app/(signed-in)/admin/cycles/actions.ts#extendDueDateAction": { maker: "formAction", who: ["cycle:manage"] },
  "app/(signed-in)/admin/cycles/actions.ts#exemptUnitAction": { maker: "formAction", who: ["cycle:manage"] },
  "app/(signed-in)/admin/cycles/actions.ts#includeUnitAction": { maker: "formAction", who: ["cycle:manage"] },
  "app/(signed-in)/admin/cycles/actions.ts#saveHeadingAction": { maker: "formAction", who: ["cycle:manage"] },
  "app/(signed-in)/admin/cycles/actions.ts#removeHeadingAction": { maker: "formAction", who: ["cycle:manage"] },
  "app/(signed-in)/admin/cycles/actions.ts#saveIndicatorAction": { maker: "formAction", who: ["cycle:manage"] },
  "app/(signed-in)/admin/cycles/actions.ts#removeIndicatorAction": { maker: "formAction", who: ["cycle:manage"] },
  "app/(signed-in)/admin/cycles/actions.ts#closeCycleAction": { maker: "formAction", who: ["cycle:manage"] },
  "app/(signed-in)/admin/cycles/actions.ts#reopenCycleAction": { maker: "formAction", who: ["cycle:manage"] },
  "app/(signed-in)/admin/past-reports/actions.ts#readPastReportAction": { maker: "formAction", who: ["cycle:manage"] },
  "app/(signed-in)/admin/past-reports/actions.ts#takeOverPastReportAction": {
    maker: "formAction",
    who: ["cycle:manage"],
  },
  "app/(signed-in)/admin/people/actions.ts#addPersonAction": { maker: "formAction", who: ["person:manage"] },
  "app/(signed-in)/admin/people/actions.ts#handOverAction": { maker: "formAction", who: ["person:manage"] },
  "app/(signed-in)/admin/people/actions.ts#giveCodeAction": { maker: "formAction", who: ["person:manage"] },
  "app/(signed-in)/admin/people/actions.ts#grantRoleAction": { maker: "formAction", who: ["person:manage"] },
  "app/(signed-in)/admin/people/actions.ts#endRoleAction": { maker: "formAction", who: ["person:manage"] },
  "app/(signed-in)/admin/people/actions.ts#changePersonAction": { maker: "formAction", who: ["person:manage"] },
  "app/(signed-in)/admin/people/actions.ts#deactivatePersonAction": { maker: "formAction", who: ["person:manage"] },
  "app/(signed-in)/admin/people/actions.ts#removePersonAction": { maker: "formAction", who: ["person:manage"] },
  "app/(signed-in)/admin/units/actions.ts#addUnitAction": { maker: "formAction", who: ["unit:manage"] },
  "app/(signed-in)/admin/units/actions.ts#changeUnitAction": { maker: "formAction", who: ["unit:manage"] },
  "app/(signed-in)/admin/units/actions.ts#dissolveUnitAction": { maker: "formAction", who: ["unit:manage"] },
  "app/(signed-in)/admin/units/actions.ts#restoreUnitAction": { maker: "formAction", who: ["unit:manage"] },
  "app/(signed-in)/admin/units/actions.ts#removeUnitAction": { maker: "formAction", who: ["unit:manage"] },
  "app/(signed-in)/admin/units/actions.ts#changeDistrictAction": { maker: "formAction", who: ["unit:manage"] },
  "app/(signed-in)/admin/units/actions.ts#changeContactAction": { maker: "formAction", who: ["unit:manage"] },
  "app/(signed-in)/admin/rules/actions.ts#proposeRuleSettingAction": { maker: "formAction", who: ["cycle:manage"] },
  "app/(signed-in)/admin/rules/actions.ts#settleRuleSettingAction": {
    maker: "formAction",
    who: ["cycle:manage", "report:publish"],
  },
  "app/(signed-in)/admin/rules/actions.ts#withdrawRuleSettingAction": { maker: "formAction", who: ["cycle:manage"] },
  "app/(signed-in)/admin/letterhead/actions.ts#uploadLetterheadAction": { maker: "formAction", who: ["unit:manage"] },
  "app/(signed-in)/admin/letterhead/actions.ts#removeLetterheadAction": { maker: "formAction", who: ["unit:manage"] },
  "app/(signed-in)/desk/[submissionId]/actions.ts#readPastedTableAction": {
    maker: "callAction",
    who: ["submission:fill"],
  },
  "app/(signed-in)/desk/[submissionId]/actions.ts#saveFiguresAction": { maker: "callAction", who: ["submission:fill"] },
  "app/(signed-in)/desk/[submissionId]/actions.ts#saveParagraphAction": {
    maker: "callAction",
    who: ["submission:fill"],
  },
  "app/(signed-in)/desk/[submissionId]/actions.ts#fillSectionAction": {
    maker: "formAction",
    who: ["submission:fill", "submission:submit"],
  },
  "app/(signed-in)/desk/[submissionId]/actions.ts#withdrawSubmissionAction": {
    maker: "formAction",
    who: ["submission:submit"],
  },
  "app/(signed-in)/desk/[submissionId]/actions.ts#explainFindingAction": {
    maker: "formAction",
    who: ["submission:fill"],
  },
  "app/(signed-in)/desk/[submissionId]/actions.ts#correctCarriedFigureAction": {
    maker: "formAction",
    who: ["submission:fill"],
  },
  "app/(signed-in)/desk/[submissionId]/actions.ts#resolveCommentAction": {
    maker: "formAction",
    who: ["submission:fill"],
  },
  "app/(signed-in)/desk/[submissionId]/actions.ts#signSubmissionAction": {
    maker: "formAction",
    who: ["submission:sign"],
  },
  "app/(signed-in)/desk/[submissionId]/actions.ts#declineSignatureAction": {
    maker: "formAction",
    who: ["submission:sign"],
  },
  "app/(signed-in)/published/actions.ts#readPublishedAction": {
    maker: "function",
    who: ["submission:fill", "cycle:manage"],
  },
  "app/(signed-in)/published/actions.ts#importUnitReportAction": {
    maker: "formAction",
    who: ["submission:fill", "cycle:manage"],
  },
  "app/(signed-in)/published/actions.ts#settleUnitReportAction": {
    maker: "formAction",
    who: ["cycle:manage", "submission:review"],
  },
  "app/(signed-in)/published/actions.ts#withdrawUnitReportAction": {
    maker: "formAction",
    who: ["submission:fill", "cycle:manage"],
  },
  "app/(signed-in)/report/[cycleId]/actions.ts#proposeAdjustmentAction": {
    maker: "formAction",
    who: ["report:adjust"],
  },
  "app/(signed-in)/report/[cycleId]/actions.ts#decideAdjustmentAction": {
    maker: "formAction",
    who: ["report:adjust", "report:publish"],
  },
  "app/(signed-in)/report/[cycleId]/actions.ts#withdrawAdjustmentAction": {
    maker: "formAction",
    who: ["report:adjust", "report:publish"],
  },
  "app/(signed-in)/report/[cycleId]/actions.ts#revokeAdjustmentAction": {
    maker: "formAction",
    who: ["report:adjust", "report:publish"],
  },
  "app/(signed-in)/report/[cycleId]/compose/actions.ts#saveReportTextAction": {
    maker: "callAction",
    who: ["report:compose"],
  },
  "app/(signed-in)/report/[cycleId]/compose/actions.ts#savePrefaceAction": {
    maker: "callAction",
    who: ["report:compose"],
  },
  "app/(signed-in)/report/[cycleId]/compose/actions.ts#explainReportFindingAction": {
    maker: "formAction",
    who: ["report:compose"],
  },
  "app/(signed-in)/report/[cycleId]/compose/actions.ts#chooseNoteAction": {
    maker: "formAction",
    who: ["report:compose"],
  },
  "app/(signed-in)/admin/operation/actions.ts#retryJobAction": {
    maker: "formAction",
    who: ["cycle:manage"],
  },
  "app/(signed-in)/report/[cycleId]/files/actions.ts#askForFileAction": {
    maker: "formAction",
    who: ["report:download"],
  },
  "app/(signed-in)/report/[cycleId]/release/actions.ts#finaliseReportAction": {
    maker: "formAction",
    who: ["report:finalise"],
  },
  "app/(signed-in)/report/[cycleId]/release/actions.ts#unlockReportAction": {
    maker: "formAction",
    who: ["report:finalise"],
  },
  "app/(signed-in)/report/[cycleId]/release/actions.ts#publishReportAction": {
    maker: "formAction",
    who: ["report:publish"],
  },
  "app/(signed-in)/report/[cycleId]/release/actions.ts#callOffErratumAction": {
    maker: "formAction",
    who: ["report:publish"],
  },
  "app/(signed-in)/report/[cycleId]/release/actions.ts#beginErratumAction": {
    maker: "formAction",
    who: ["report:publish"],
  },
  "app/(signed-in)/account/actions.ts#changePasswordAction": { maker: "formAction", who: "signed_in" },
  "app/(signed-in)/account/actions.ts#endOtherSessionsAction": { maker: "formAction", who: "signed_in" },
  "app/(public)/reports/proof/actions.ts#checkProofAction": { maker: "function", who: "public" },
  "app/(public)/checkup/actions.ts#checkUpAction": { maker: "function", who: "public" },
  "app/set-password/actions.ts#setPasswordAction": { maker: "openFormAction", who: "public" },
  "app/set-up/actions.ts#setUpAction": { maker: "openFormAction", who: "public" },
  "app/(signed-in)/review/actions.ts#remindUnitsAction": { maker: "formAction", who: ["unit:remind"] },
  "app/(signed-in)/review/actions.ts#chooseUnitsAction": { maker: "formAction", who: ["cycle:manage"] },
  "app/(signed-in)/review/actions.ts#extendUnitsAction": { maker: "formAction", who: ["cycle:manage"] },
  "app/(signed-in)/review/[submissionId]/actions.ts#approveAction": { maker: "formAction", who: ["submission:review"] },
  "app/(signed-in)/review/[submissionId]/actions.ts#returnAction": { maker: "formAction", who: ["submission:review"] },
  "app/(signed-in)/review/[submissionId]/actions.ts#reopenAction": { maker: "formAction", who: ["submission:reopen"] },
  "app/(signed-in)/review/[submissionId]/actions.ts#beginReviewAction": {
    maker: "formAction",
    who: ["submission:review"],
  },
  "app/(signed-in)/review/[submissionId]/actions.ts#releaseReviewAction": {
    maker: "formAction",
    who: ["submission:review"],
  },
  "app/(signed-in)/review/[submissionId]/actions.ts#addCommentAction": {
    maker: "formAction",
    who: ["submission:review"],
  },
  "app/(signed-in)/review/[submissionId]/actions.ts#removeCommentAction": {
    maker: "formAction",
    who: ["submission:review"],
  },
  "app/(signed-in)/review/[submissionId]/actions.ts#acceptExplanationAction": {
    maker: "formAction",
    who: ["submission:review"],
  },
  "app/sign-in/actions.ts#signInAction": { maker: "openFormAction", who: "public" },
  "app/sign-in/actions.ts#signOutAction": { maker: "function", who: "public" },
  "lib/i18n/language-action.ts#setLanguageAction": { maker: "function", who: "public" },
};
