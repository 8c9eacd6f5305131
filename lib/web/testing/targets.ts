import { randomUUID } from "node:crypto";
import { type Db, withActor } from "@/db/connect";
import { ALL_HOLD } from "@/db/demo/head-answers";
import type { WorkingDistrict } from "@/db/demo/open-working-district";
import { listAccessTokens } from "@/db/queries/access-tokens";
import { listAdjustments } from "@/db/queries/adjustments";
import { listComments } from "@/db/queries/comments";
import { listIdentities } from "@/db/queries/identities";
import { listRoleHolders } from "@/db/queries/memberships";
import { getCycleReport } from "@/db/queries/reports";
import { listReturnReasons } from "@/db/queries/return-reasons";
import { listRobots } from "@/db/queries/robots";
import { listRuleSettings } from "@/db/queries/rule-settings";
import { listProposedUnitReports } from "@/db/queries/unit-reports";
import { insertWebhook, insertWebhookCalls } from "@/db/queries/webhooks";
import { buildFailedJob, request, TEST_DUE, TEST_NOW } from "@/db/testing/builders";
import { buildGovernmentBelow, openTestYear, publishTestReport, reportUnit } from "@/db/testing/governments";
import type { SectionId } from "@/lib/domain/format";
import { proposeAdjustment } from "@/lib/services/adjust-roll-up";
import { addRobot } from "@/lib/services/change-robots";
import { addComment, resolveComment } from "@/lib/services/comment-on-submission";
import { explainFinding } from "@/lib/services/explain-finding";
import { explainReportFinding } from "@/lib/services/explain-report-finding";
import { importUnitReport } from "@/lib/services/import-unit-report";
import { loadReport } from "@/lib/services/load-report";
import { loadConnections } from "@/lib/services/load-tokens";
import { issueToken } from "@/lib/services/make-token";
import { saveReturnReason } from "@/lib/services/manage-return-reasons";
import { addSystem } from "@/lib/services/manage-systems";
import { reopenSubmission } from "@/lib/services/reopen-submission";
import { returnSubmission } from "@/lib/services/return-submission";
import { proposeRuleSetting } from "@/lib/services/set-rule";
import { signInByProvider } from "@/lib/services/sign-in-by-provider";
import { signSubmission } from "@/lib/services/sign-submission";

/** What stands in one district, by what can be done to it: the ids that a stranger would have to know. */
export type Targets = {
  cycleId: string;
  organisationId: string;
  reportId: string;
  adjustmentId: string;
  /** The unit of a government below, and the report that it has published. */
  standInId: string;
  offeredId: string;
  proposalId: string;
  ruleSettingId: string;
  returnReasonId: string;
  robotId: string;
  /** Somebody who came by single sign-on. */
  identityId: string;
  /** Another program's account, and a token of it. */
  systemId: string;
  tokenId: string;
  /** Another program's address, and a call to it. */
  webhookId: string;
  callId: string;
  /** A job that failed. */
  jobId: string;
  userId: string;
  membershipId: string;
  /** Sections of one unit. */
  open: string;
  openText: string;
  awaiting: string;
  submitted: string;
  approved: string;
  unsentComment: string;
  sentComment: string;
  answeredComment: string;
  /** Of a warning in the open section that is explained. */
  findingId: string;
  /** Of a warning of the report that is explained. */
  reportFindingId: string;
};

const REASON = "请再核对一次";

/** Makes what can be refused: one unit's sections in the states that the moves need, comments, an adjustment. */
export async function prepareTargets(db: Db, { desk, person, cycleId, districtId }: WorkingDistrict): Promise<Targets> {
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
    return found.find((one) => one.anchor === anchor)?.id ?? "";
  };

  await reopenSubmission(db, reviewer, { ...(await move("requests")), reason: REASON, dueAt: TEST_DUE }, TEST_NOW);
  const many = { "requests.received.natural_person": "10", "requests.other.natural_person": "9" };
  await safety.fillFigures("requests", TEST_NOW, { instead: many });
  const { findings, submission } = await safety.load("requests");
  const findingId = findings.find((finding) => finding.severity === "warning")?.id ?? "";
  const explained = { ...request(), submissionId: submission.id, findingId, body: REASON };
  await explainFinding(db, clerk, explained, TEST_NOW);
  await safety.submit("requests", TEST_NOW);
  await signSubmission(db, head, { ...(await move("requests")), answers: ALL_HOLD }, TEST_NOW);
  const sentComment = await comment("requests", "requests.received.natural_person");
  const answeredComment = await comment("requests", "requests.received.business");
  await returnSubmission(db, reviewer, { ...(await move("requests")), reason: REASON, dueAt: TEST_DUE }, TEST_NOW);
  const answer = {
    submissionId: submission.id,
    commentId: answeredComment,
    reply: "stays" as const,
    replyText: REASON,
  };
  await resolveComment(db, clerk, { ...request(), ...answer }, TEST_NOW);

  const unsentComment = await comment("active", "active.licensing.change");
  const adjustment = { ...request(), cycleId, cellKey: "litigation.review.upheld", amount: "1", reason: REASON };
  await proposeAdjustment(db, person("工委管委办公室统稿人"), adjustment, TEST_NOW);

  const editor = person("工委管委办公室统稿人");
  const report = await loadReport(db, editor, { cycleId }, TEST_NOW);
  const reportFindingId = report?.findings.find((finding) => finding.severity === "warning")?.id ?? "";
  const explanation = { ...request(), cycleId, findingId: reportFindingId, body: REASON };
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
    { ...request(), organisationId, report: foreignReport, otherBodyReason: REASON },
    TEST_NOW,
  );
  const setting = { ...request(), rule: "OUTLIER" as const, effect: "info" as const, holdsFrom: "2020-01-01" };
  await proposeRuleSetting(db, person("工委管委办公室管理员"), { ...setting, reason: REASON }, TEST_NOW);
  await saveReturnReason(db, reviewer, { ...request(), body: "请与台账核对后重报。" }, TEST_NOW);
  const admin = person("工委管委办公室管理员");
  const robotAddress = "https://oapi.dingtalk.com/robot/send?access_token=target";
  const robot = { ...request(), name: "年报群", robotAddress, robotSecret: "", appSecret: "s".repeat(32) };
  await addRobot(db, admin, robot, TEST_NOW);
  const system = {
    ...request(),
    account: `s${districtId}`,
    name: "公文交换系统",
    organisationId,
    role: "submitter" as const,
  };
  await addSystem(db, admin, system, TEST_NOW);
  const { systems } = await loadConnections(db, admin, {}, TEST_NOW);
  const owner = { id: systems[0]?.id ?? "", account: system.account, isSystem: true };
  const token = { name: "接收", scopes: [], days: "30" };
  await withActor(db, admin, (tx) => issueToken(tx, admin, owner, token, TEST_NOW, async () => undefined));
  const claims = {
    issuer: "https://sso.example.cn",
    subject: districtId,
    account: clerk.account,
    name: "王芳",
    proposed: null,
  };
  await signInByProvider(db, claims, TEST_NOW);
  const [webhookId, callId] = [randomUUID(), randomUUID()];
  await withActor(db, admin, async (tx) => {
    const webhook = { id: webhookId, name: "别的程序", address: "https://oa.example/in", topics: [] };
    await insertWebhook(tx, { ...webhook, districtId, sealedSecret: "", addedByName: "", addedAt: TEST_NOW });
    await insertWebhookCalls(tx, [{ districtId, id: callId, webhookId, type: "", body: "", at: TEST_NOW }]);
  });
  const below = await openTestYear(db, await buildGovernmentBelow(db, { admin }, { name: "镇", level: "township" }));
  await reportUnit(db, below, "政府办公室", {});
  const offeredId = (await publishTestReport(db, below)).reportId;
  const robots = await withActor(db, admin, (tx) => listRobots(tx, { districtId }));
  const [open, openText] = [submission.id, (await move("overview")).submissionId];
  const [submitted, approved] = [(await move("active")).submissionId, (await move("litigation")).submissionId];
  return withActor(db, admin, async (tx) => {
    const holders = await listRoleHolders(tx, { districtId, organisationId, now: TEST_NOW });
    return {
      ...{ cycleId, organisationId, open, openText, awaiting: openText, submitted, approved },
      ...{ unsentComment, sentComment, answeredComment, findingId, reportFindingId, userId: clerk.userId },
      ...{ webhookId, callId, systemId: owner.id, standInId: below.organisationId, offeredId },
      tokenId: (await listAccessTokens(tx, { districtId, shownSince: TEST_NOW }))[0]?.id ?? "",
      robotId: robots[0]?.id ?? "",
      identityId: (await listIdentities(tx, { districtId }))[0]?.id ?? "",
      reportId: (await getCycleReport(tx, { districtId, cycleId }))?.id ?? "",
      ruleSettingId: (await listRuleSettings(tx, { districtId }))[0]?.id ?? "",
      returnReasonId: (await listReturnReasons(tx, { districtId }))[0]?.id ?? "",
      jobId: await buildFailedJob(tx, districtId),
      proposalId: (await listProposedUnitReports(tx, { scope: reviewer.scope }))[0]?.id ?? "",
      adjustmentId: (await listAdjustments(tx, { districtId, cycleId }))[0]?.id ?? "",
      membershipId: holders.find((holder) => holder.userId === clerk.userId)?.membershipId ?? "",
    };
  });
}
