import { readFileSync } from "node:fs";
import { describe } from "vitest";
import { type Db, withActor } from "@/db/connect";
import type { WorkingDistrict } from "@/db/demo/working-district";
import { listAdjustments } from "@/db/queries/adjustments";
import { listComments } from "@/db/queries/comments";
import { listHolders } from "@/db/queries/memberships";
import { getCycleReport } from "@/db/queries/reports";
import { listRuleSettings } from "@/db/queries/rule-settings";
import { listProposedUnitReports } from "@/db/queries/unit-reports";
import {
  buildDistrict,
  buildFailedJob,
  buildPerson,
  buildWorkingDistrict,
  request,
  TEST_DUE,
  TEST_NOW,
} from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { type Actor, isOfficeRole, may, ROLES, type Role } from "@/lib/domain/access";
import type { SectionId } from "@/lib/domain/format";
import { Refusal } from "@/lib/domain/refusal";
import { proposeAdjustment } from "@/lib/services/adjust-roll-up";
import { addComment } from "@/lib/services/comment-on-submission";
import { explainFinding } from "@/lib/services/explain-finding";
import { explainReportFinding } from "@/lib/services/explain-report-finding";
import { importUnitReport } from "@/lib/services/import-unit-report";
import { loadReport } from "@/lib/services/load-report";
import { reopenSubmission } from "@/lib/services/reopen-submission";
import { returnSubmission } from "@/lib/services/return-submission";
import { proposeRuleSetting } from "@/lib/services/set-rule";
import { signSubmission } from "@/lib/services/sign-submission";
import { ACTION_GUARDS } from "@/lib/web/route-guards";
import { FORGED_REQUESTS, type Targets } from "./testing/forged-requests";

/** The first leads to a form and changes nothing; the others are about nobody but who sends them. */
const WITHOUT_SERVICE = ["chooseUnitsAction", "changePasswordAction", "endOtherSessionsAction"];

/** These name nothing of the district they are about: it is always the sender's own. */
const OF_OWN_DISTRICT = [
  "openCycleAction",
  "readPastReportAction",
  "takeOverPastReportAction",
  "addUnitAction",
  "changeDistrictAction",
  "changeContactAction",
  "uploadLetterheadAction",
  "removeLetterheadAction",
  "proposeRuleSettingAction",
];

const GUARDED = Object.entries(ACTION_GUARDS)
  .filter(([, { maker }]) => maker === "formAction" || maker === "callAction")
  .map(([path, { who }]) => ({ file: path.split("#")[0] ?? "", name: path.split("#")[1] ?? "", who }))
  .filter(({ name }) => !WITHOUT_SERVICE.includes(name));

const why = "请再核对一次";

class Undone extends Error {}

/** How the request was answered; nothing of it stays. */
async function answerTo(db: Db, name: string, actor: Actor, at: Targets): Promise<string> {
  try {
    await db.transaction(async (tx) => {
      await FORGED_REQUESTS[name]?.send(tx, actor, at);
      throw new Undone();
    });
    return "nothing";
  } catch (error) {
    if (error instanceof Undone) return "done";
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** What the form answers as not found. */
const isNotFound = (answer: string): boolean => answer === "not_found" || answer === "not_permitted";

async function buildStaff(db: Db, admin: Actor, officeId: string, unitId: string): Promise<Map<Role, Actor>> {
  const staff = new Map<Role, Actor>();
  for (const role of ROLES) {
    const organisationId = isOfficeRole(role) ? officeId : unitId;
    staff.set(role, await buildPerson(db, admin, { name: role, organisationId, role }));
  }
  return staff;
}

describe("a forged request", () => {
  test("is there for every action of the list, and goes to the service that the action calls", () => {
    expect(Object.keys(FORGED_REQUESTS).toSorted()).toEqual(GUARDED.map(({ name }) => name).toSorted());
    const elsewhere = GUARDED.filter(({ file, name }) => {
      const text = readFileSync(file, "utf8").split(`export const ${name} = `)[1]?.split("\nexport ")[0] ?? "";
      return !text.includes(FORGED_REQUESTS[name]?.service.name ?? "nothing");
    });
    expect(elsewhere).toEqual([]);
  });

  test("is not found unless its sender holds a role that may, in that unit and district", async ({ db }) => {
    const district = await buildWorkingDistrict(db);
    const at = await prepare(db, district);
    expect(Object.entries(at).filter(([, id]) => id === "")).toEqual([]);
    const admin = district.person("工委管委办公室管理员");
    const officeId = district.person("工委管委办公室审核人").memberships[0]?.organisationId ?? "";
    const otherUnitId = district.person("财政局填报人").memberships[0]?.organisationId ?? "";
    const foreign = await buildDistrict(db);

    const senders = {
      own: await buildStaff(db, admin, officeId, at.organisationId),
      otherUnit: await buildStaff(db, admin, officeId, otherUnitId),
      foreign: await buildStaff(db, foreign.admin, foreign.officeId, Object.values(foreign.unitIds)[0] ?? ""),
    };
    const wrong: string[] = [];
    for (const [from, staff] of Object.entries(senders)) {
      for (const [role, actor] of staff) {
        if (from === "otherUnit" && isOfficeRole(role)) continue;
        for (const { name, who } of GUARDED) {
          const isHome = from === "own" || OF_OWN_DISTRICT.includes(name);
          const mayDoIt = isHome && Array.isArray(who) && who.some((permission) => may(actor, permission));
          const answer = await answerTo(db, name, actor, at);
          if (isNotFound(answer) === mayDoIt) wrong.push(`${from} ${role} ${name}: ${answer}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

/** Makes what can be refused: one unit's sections in the states that the moves need, comments, an adjustment. */
async function prepare(db: Db, { desk, person, cycleId, districtId }: WorkingDistrict): Promise<Targets> {
  const [reviewer, head, clerk] = [
    person("工委管委办公室审核人"),
    person("应急管理局部门负责人"),
    person("应急管理局填报人"),
  ];
  const safety = desk("safety");
  const move = async (sectionId: SectionId) => {
    const { id, revision } = await safety.find(sectionId);
    return { ...request(), submissionId: id, expectedRevision: revision };
  };
  const comment = async (sectionId: SectionId, anchor: string): Promise<string> => {
    const { submissionId } = await move(sectionId);
    await addComment(db, reviewer, { ...request(), submissionId, anchor, body: "请核对" }, TEST_NOW);
    const found = await withActor(db, reviewer, (tx) => listComments(tx, { scope: reviewer.scope, submissionId }));
    return found.at(-1)?.id ?? "";
  };

  await reopenSubmission(db, reviewer, { ...(await move("requests")), reason: why, dueAt: TEST_DUE }, TEST_NOW);
  const many = { "requests.received.natural_person": "10", "requests.other.natural_person": "9" };
  await safety.fillFigures("requests", TEST_NOW, { instead: many });
  const { findings, submission } = await safety.load("requests");
  const findingId = findings.find((finding) => finding.severity === "warning")?.id ?? "";
  const explained = { ...request(), submissionId: submission.id, findingId, body: why };
  await explainFinding(db, clerk, explained, TEST_NOW);
  await safety.submit("requests", TEST_NOW);
  await signSubmission(db, head, await move("requests"), TEST_NOW);
  const sentComment = await comment("requests", "requests.received.natural_person");
  await returnSubmission(db, reviewer, { ...(await move("requests")), reason: why, dueAt: TEST_DUE }, TEST_NOW);

  const unsentComment = await comment("active", "active.licensing.change");
  const adjustment = { ...request(), cycleId, cellKey: "litigation.review.upheld", amount: "1", reason: why };
  await proposeAdjustment(db, person("工委管委办公室统稿人"), adjustment, TEST_NOW);

  const editor = person("工委管委办公室统稿人");
  const report = await loadReport(db, editor, { cycleId }, TEST_NOW);
  const reportFindingId = report?.findings.find((finding) => finding.severity === "warning")?.id ?? "";
  const explanation = { ...request(), cycleId, findingId: reportFindingId, body: why };
  await explainReportFinding(db, editor, explanation, TEST_NOW);

  const { organisationId } = submission;
  const foreignReport = {
    schema: "nianbao.report/1" as const,
    title: "别的单位2018年年度报告",
    year: 2018,
    format: "2019",
    figures: {},
  };
  await importUnitReport(
    db,
    clerk,
    { ...request(), organisationId, report: foreignReport, otherBodyReason: why },
    TEST_NOW,
  );
  const setting = { ...request(), rule: "OUTLIER" as const, effect: "info" as const, holdsFrom: "2020-01-01" };
  await proposeRuleSetting(db, person("工委管委办公室管理员"), { ...setting, reason: why }, TEST_NOW);
  const [open, openText] = [submission.id, (await move("overview")).submissionId];
  const [submitted, approved] = [(await move("active")).submissionId, (await move("litigation")).submissionId];
  return withActor(db, reviewer, async (tx) => {
    const holders = await listHolders(tx, { districtId, organisationId });
    return {
      ...{ cycleId, organisationId, open, openText, awaiting: openText, submitted, approved },
      ...{ unsentComment, sentComment, findingId, reportFindingId, userId: clerk.userId },
      reportId: (await getCycleReport(tx, { districtId, cycleId }))?.id ?? "",
      ruleSettingId: (await listRuleSettings(tx, { districtId }))[0]?.id ?? "",
      jobId: await buildFailedJob(tx, districtId),
      proposalId: (await listProposedUnitReports(tx, { scope: reviewer.scope }))[0]?.id ?? "",
      adjustmentId: (await listAdjustments(tx, { districtId, cycleId }))[0]?.id ?? "",
      membershipId: holders.find((holder) => holder.userId === clerk.userId)?.membershipId ?? "",
    };
  });
}
