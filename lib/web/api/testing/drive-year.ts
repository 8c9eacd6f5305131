import {
  DEMONSTRATION_OUTLINE,
  type DemonstrationUnit,
  readDemonstrationDistrict,
  readDemonstrationOpening,
} from "@/db/demo/district";
import type { Client } from "@/lib/api-client/client";
import { HEAD_STATEMENTS } from "@/lib/domain/head-statement";

/** A client with a token of somebody of the demonstration's district; without a name, of nobody. */
export type ClientOf = (account?: string) => Promise<Client>;

const REASON = "已与业务台账核对，数据无误。";
/** In place of sentences of the demonstration that contradict their tables. */
const CORRECTED: Readonly<Record<string, string>> = { enforcement: "行政处罚净增4条，处理决定数量12条。" };
const DISCLOSURE =
  "在政务服务平台发布行政许可223条，处理决定5228件，行政处罚净增5条，处理决定17件。本年度发生政府集中采购数量597件，金额1098.26万元。";
const OPEN = ["not_started", "draft", "returned"];

/** Does what is left of the demonstration's year up to its publication, with nothing but the client; gives the report's id. */
export async function driveYear(clientOf: ClientOf, cycleId: string): Promise<string> {
  const reviewer = await clientOf("工委管委办公室审核人");
  for (const unit of readDemonstrationDistrict().departments) {
    const clerk = await clientOf(`${unit.name}填报人`);
    const { items } = await clerk.call("listOwnSections", { params: { cycleId } });
    for (const { id: submissionId } of items) {
      const params = { submissionId };
      const before = (await clerk.call("getSection", { params })).submission;
      if (OPEN.includes(before.state)) await fillAndSubmit(clerk, submissionId, unit);
      const submitted = (await clerk.call("getSection", { params })).submission;
      if (submitted.state === "awaiting_signature") {
        const head = await clientOf(`${unit.name}部门负责人`);
        const answers = HEAD_STATEMENTS.map((statement) => ({ statement, holds: true }));
        await head.call("signSection", { params, body: { expectedRevision: submitted.revision, answers } });
      }
      const { submission } = await reviewer.call("getReview", { params });
      if (submission.state === "submitted") {
        await reviewer.call("approveSection", { params, body: { expectedRevision: submission.revision } });
      }
    }
  }
  return publish(clientOf, cycleId);
}

async function fillAndSubmit(clerk: Client, submissionId: string, unit: DemonstrationUnit): Promise<void> {
  const params = { submissionId };
  const { figures, paragraphs } = await clerk.call("getSection", { params });
  const indicators = new Map(unit.indicators.map(({ key, value }) => [`indicators.${key}`, value]));
  const changes = figures
    .filter(({ isComputed }) => !isComputed)
    .map(({ cellKey, value: seen }) => ({
      cellKey,
      seen,
      value: unit.figures[cellKey] ?? indicators.get(cellKey) ?? "0",
    }))
    .filter(({ seen, value }) => seen !== value);
  if (changes.length > 0) await clerk.call("saveFigures", { params, body: { changes } });
  for (const { headingKey, body: seen } of paragraphs) {
    const value = textOf(unit, headingKey);
    if (value === seen) continue;
    await clerk.call("saveParagraph", { params: { submissionId, headingKey }, body: { seen, value } });
  }
  const { findings, submission } = await clerk.call("getSection", { params });
  for (const { id: findingId, severity, isExplained } of findings) {
    if (severity !== "warning" || isExplained) continue;
    await clerk.call("explainFinding", { params, body: { findingId, body: REASON } });
  }
  await clerk.call("submitSection", { params, body: { expectedRevision: submission.revision } });
}

function textOf(unit: DemonstrationUnit, headingKey: string): string {
  if (headingKey === "opening") return readDemonstrationOpening().opening;
  if (headingKey === "other") return "无其他需要报告的事项。";
  const corrected = CORRECTED[unit.id];
  if (headingKey === "disclosure" && corrected) return corrected;
  const source = DEMONSTRATION_OUTLINE.find(({ key }) => key === headingKey);
  const from = source?.texts.find((text) => text.unit === unit.id)?.from ?? headingKey;
  return unit.narrative[from] ?? "";
}

async function publish(clientOf: ClientOf, cycleId: string): Promise<string> {
  const editor = await clientOf("工委管委办公室统稿人");
  const params = { cycleId };
  const { texts } = await editor.call("getReport", { params });
  const seen = texts.find(({ headingKey }) => headingKey === "disclosure")?.own ?? null;
  const text = { params: { cycleId, headingKey: "disclosure" }, body: { seen, value: DISCLOSURE } };
  await editor.call("saveReportText", text);
  const { findings, report } = await editor.call("getReport", { params });
  for (const { id: findingId, severity, isExplained } of findings) {
    if (severity !== "warning" || isExplained) continue;
    await editor.call("explainReportFinding", { params, body: { findingId, body: REASON } });
  }
  const of = { params: { reportId: report.id } };
  await editor.call("finaliseReport", { ...of, body: {} });
  const director = await clientOf("工委管委办公室负责人");
  await director.call("publishReport", of);
  return report.id;
}
