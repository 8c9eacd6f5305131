import { request, TEST_NOW } from "@/db/testing/builders";
import { removeLetterhead, uploadLetterhead } from "@/lib/services/change-letterhead";
import { addRobot, removeRobot } from "@/lib/services/change-robots";
import { importPublishedReport } from "@/lib/services/import-published-report";
import { readPastReport } from "@/lib/services/read-past-report";
import { retryJob } from "@/lib/services/retry-job";
import { enterCalendarDay, removeCalendarDay, setReminderPlan } from "@/lib/services/set-reminder-plan";
import { proposeRuleSetting, settleRuleSetting, withdrawRuleSetting } from "@/lib/services/set-rule";
import { type ActionTable, guarded, ofOwnDistrict } from "./action-row";
import { REASON, UNREADABLE_FILE } from "./forged-values";

export const SETTING_ACTIONS: ActionTable = {
  "app/(signed-in)/admin/past-reports/actions.ts": {
    readPastReportAction: ofOwnDistrict(["cycle:manage"], readPastReport, () => ({ document: UNREADABLE_FILE })),
    takeOverPastReportAction: ofOwnDistrict(["cycle:manage"], importPublishedReport, () => ({
      ...request(),
      report: { schema: "nianbao.report/1" as const, title: "别人的年报", year: 2018, format: "2019", figures: {} },
      publishedAt: TEST_NOW,
    })),
  },
  "app/(signed-in)/admin/rules/actions.ts": {
    proposeRuleSettingAction: ofOwnDistrict(["cycle:manage"], proposeRuleSetting, () => ({
      ...request(),
      rule: "BLANK" as const,
      effect: "off" as const,
      holdsFrom: "2020-01-01",
      reason: REASON,
    })),
    settleRuleSettingAction: guarded(["cycle:manage", "report:publish"], settleRuleSetting, ({ ruleSettingId }) => ({
      ...request(),
      settingId: ruleSettingId,
      decision: "confirm" as const,
    })),
    withdrawRuleSettingAction: guarded(["cycle:manage"], withdrawRuleSetting, ({ ruleSettingId }) => ({
      ...request(),
      settingId: ruleSettingId,
    })),
  },
  "app/(signed-in)/admin/letterhead/actions.ts": {
    uploadLetterheadAction: ofOwnDistrict(["unit:manage"], uploadLetterhead, () => ({
      ...request(),
      fileName: "别人的.docx",
      file: new Uint8Array(1),
    })),
    removeLetterheadAction: ofOwnDistrict(["unit:manage"], removeLetterhead, () => request()),
  },
  "app/(signed-in)/admin/reminders/actions.ts": {
    setReminderPlanAction: ofOwnDistrict(["cycle:manage"], setReminderPlan, () => ({
      ...request(),
      daysBefore: [1],
      isOverdueDaily: true,
    })),
    enterCalendarDayAction: ofOwnDistrict(["cycle:manage"], enterCalendarDay, () => ({
      ...request(),
      day: "2027-02-09",
      kind: "rest" as const,
    })),
    addRobotAction: ofOwnDistrict(["cycle:manage"], addRobot, () => ({
      ...request(),
      name: "年报群",
      robotAddress: "https://oapi.dingtalk.com/robot/send?access_token=forged",
      robotSecret: "",
      appSecret: "s".repeat(32),
    })),
    removeRobotAction: guarded(["cycle:manage"], removeRobot, ({ robotId }) => ({ ...request(), robotId })),
    removeCalendarDayAction: ofOwnDistrict(["cycle:manage"], removeCalendarDay, () => ({
      ...request(),
      day: "2027-02-09",
    })),
  },
  "app/(signed-in)/admin/operation/actions.ts": {
    retryJobAction: guarded(["cycle:manage"], retryJob, ({ jobId }) => ({ ...request(), jobId })),
  },
};
