import { z } from "zod";
import type { Db } from "@/db/connect";
import type { Actor } from "@/lib/domain/access";
import { reason, body as text } from "@/lib/domain/inputs/parts";
import { ProposeAdjustmentSchema } from "@/lib/domain/inputs/report";
import {
  decideAdjustment,
  proposeAdjustment,
  revokeAdjustment,
  withdrawAdjustment,
} from "@/lib/services/adjust-roll-up";
import { beginErratum } from "@/lib/services/begin-erratum";
import { callOffErratum } from "@/lib/services/call-off-erratum";
import { explainReportFinding } from "@/lib/services/explain-report-finding";
import { loadReportEntry } from "@/lib/services/load-report-entry";
import { finaliseReport, publishReport, unlockReport } from "@/lib/services/release-report";
import { savePreface, saveReportText } from "@/lib/services/save-report-text";
import { operation } from "@/lib/web/api/operation";
import { uuid } from "@/lib/web/api/parts";
import { ReportEntrySchema } from "@/lib/web/api/schemas/report";
import { SavedTextSchema } from "@/lib/web/api/schemas/section";

const cycle = z.object({ cycleId: uuid });
const report = z.object({ reportId: uuid });
const adjustment = z.object({ adjustmentId: uuid });
const EDIT = { tag: "report", scope: "edit" } as const;
const COMPOSE = { ...EDIT, anyOf: ["report:compose"] } as const;
const FINALISE = {
  ...EDIT,
  method: "POST",
  anyOf: ["report:finalise"],
  params: report,
  output: ReportEntrySchema,
} as const;
const PUBLISH = { ...FINALISE, scope: "publish", anyOf: ["report:publish"] } as const;
const confirmed = z.boolean().default(false);

async function afterRelease(
  { db, actor, params, now }: { db: Db; actor: Actor; params: { reportId: string }; now: Date },
  done: Promise<unknown>,
) {
  await done;
  return loadReportEntry(db, actor, params, now);
}

/** What the office writes and decides of a year's report. */
export const REPORT_WORK = [
  operation(
    {
      ...{ id: "proposeAdjustment", method: "POST", path: "/cycles/{cycleId}/adjustments", ...EDIT },
      ...{ anyOf: ["report:adjust"], params: cycle, output: null },
      body: ProposeAdjustmentSchema.pick({ cellKey: true, amount: true, reason: true }).extend({ confirmed }).strict(),
    },
    ({ db, actor, params, body, requestId, now }) =>
      proposeAdjustment(db, actor, { requestId, ...params, ...body }, now),
  ),
  operation(
    {
      ...{ id: "decideAdjustment", method: "POST", path: "/adjustments/{adjustmentId}/decide", ...EDIT },
      ...{ anyOf: ["report:adjust", "report:publish"], scope: ["edit", "publish"], params: adjustment, output: null },
      body: z.strictObject({ decision: z.enum(["signed", "declined"]), confirmed }),
    },
    ({ db, actor, params, body, requestId, now }) =>
      decideAdjustment(db, actor, { requestId, ...params, ...body }, now),
  ),
  operation(
    {
      ...{ id: "withdrawAdjustment", method: "POST", path: "/adjustments/{adjustmentId}/withdraw", ...EDIT },
      ...{ anyOf: ["report:adjust"], params: adjustment, output: null },
    },
    ({ db, actor, params, requestId, now }) => withdrawAdjustment(db, actor, { requestId, ...params }, now),
  ),
  operation(
    {
      ...{ id: "revokeAdjustment", method: "POST", path: "/adjustments/{adjustmentId}/revoke", ...EDIT },
      ...{ anyOf: ["report:adjust", "report:publish"], scope: ["edit", "publish"], params: adjustment, output: null },
      body: z.strictObject({ reason }),
    },
    ({ db, actor, params, body, requestId, now }) =>
      revokeAdjustment(db, actor, { requestId, ...params, ...body }, now),
  ),
  operation(
    {
      ...{ id: "saveReportText", method: "PUT", path: "/cycles/{cycleId}/report/texts/{headingKey}", ...COMPOSE },
      params: cycle.extend({ headingKey: z.string().min(1).max(100) }),
      body: z.strictObject({ seen: text.nullable(), value: text.nullable() }),
      output: SavedTextSchema,
    },
    ({ db, actor, params, body, requestId, now }) => saveReportText(db, actor, { requestId, ...params, ...body }, now),
  ),
  operation(
    {
      ...{ id: "savePreface", method: "PUT", path: "/cycles/{cycleId}/report/preface", ...COMPOSE },
      ...{ params: cycle, body: z.strictObject({ seen: text, value: text }), output: SavedTextSchema },
    },
    ({ db, actor, params, body, requestId, now }) => savePreface(db, actor, { requestId, ...params, ...body }, now),
  ),
  operation(
    {
      ...{ id: "explainReportFinding", method: "POST", path: "/cycles/{cycleId}/report/explanations", ...COMPOSE },
      ...{ params: cycle, output: null },
      body: z.strictObject({ findingId: z.string().min(1).max(300), body: reason }),
    },
    ({ db, actor, params, body, requestId, now }) =>
      explainReportFinding(db, actor, { requestId, ...params, ...body }, now),
  ),
  operation(
    {
      ...{ id: "finaliseReport", path: "/reports/{reportId}/finalise", ...FINALISE },
      body: z.strictObject({ withoutCharts: z.boolean().default(false), withUnitAnnexes: z.boolean().default(false) }),
    },
    (call) => {
      const { db, actor, params, body, requestId, now } = call;
      return afterRelease(call, finaliseReport(db, actor, { requestId, ...params, ...body }, now));
    },
  ),
  operation(
    {
      ...{ id: "unlockReport", path: "/reports/{reportId}/unlock", ...FINALISE },
      body: z.strictObject({ reason }),
    },
    (call) => {
      const { db, actor, params, body, requestId, now } = call;
      return afterRelease(call, unlockReport(db, actor, { requestId, ...params, ...body }, now));
    },
  ),
  operation({ id: "publishReport", path: "/reports/{reportId}/publish", ...PUBLISH }, (call) =>
    afterRelease(call, publishReport(call.db, call.actor, { requestId: call.requestId, ...call.params }, call.now)),
  ),
  operation(
    {
      ...{ id: "beginErratum", path: "/reports/{reportId}/begin-correction", ...PUBLISH },
      body: z.strictObject({ reason }),
    },
    (call) => {
      const { db, actor, params, body, requestId, now } = call;
      return afterRelease(call, beginErratum(db, actor, { requestId, ...params, ...body }, now));
    },
  ),
  operation(
    {
      ...{ id: "callOffErratum", path: "/reports/{reportId}/call-off-correction", ...PUBLISH },
      body: z.strictObject({ reason }),
    },
    (call) => {
      const { db, actor, params, body, requestId, now } = call;
      return afterRelease(call, callOffErratum(db, actor, { requestId, ...params, ...body }, now));
    },
  ),
];
