import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "vitest";
import { withActor } from "@/db/connect";
import { DEMONSTRATION_REPORTS } from "@/db/demo/district";
import { loadWorkingDistrict } from "@/db/demo/working-district";
import { listEventsAfter } from "@/db/queries/events";
import { listSubmissions } from "@/db/queries/submissions";
import { expect, test } from "@/db/testing/test-db";
import { replayEvents } from "@/lib/domain/replay";
import { loadReport } from "@/lib/services/load-report";

const NOW = new Date("2026-11-23T06:06:00Z");
const setting = { now: NOW, passwordHash: "none", suffix: "·试" };

const expected: Record<string, string> = JSON.parse(
  readFileSync(join(DEMONSTRATION_REPORTS, "qianwan-2019-expected.json"), "utf8"),
).figures;

describe("the demonstration", () => {
  test("rolls up to the published figures of 2019, cell by cell, once its work is finished", async ({ db }) => {
    const district = await loadWorkingDistrict(db, { ...setting, isFinished: true });
    const editor = district.person("工委管委办公室统稿人");

    const work = await withActor(db, editor, (tx) => loadReport(tx, editor, district.cycleId, NOW));

    expect(Object.keys(expected)).toHaveLength(198);
    expect(work?.rollUp.figures).toEqual(expected);
    expect(work?.rollUp.units.map((unit) => unit.status)).not.toContain("missing");
  });

  test("leaves its units in every state, and names what is missing instead of adding it up as zero", async ({ db }) => {
    const district = await loadWorkingDistrict(db, { ...setting, isFinished: false });
    const editor = district.person("工委管委办公室统稿人");

    const work = await withActor(db, editor, (tx) => loadReport(tx, editor, district.cycleId, NOW));

    const states = new Set(work?.submissions.map((submission) => submission.state));
    expect([...states].toSorted()).toEqual([
      "approved",
      "awaiting_signature",
      "draft",
      "not_started",
      "returned",
      "submitted",
    ]);
    expect(work?.rollUp.units.filter((unit) => unit.status === "missing").length).toBeGreaterThan(0);
    expect(work?.document.gaps[0]).toContain("行政审批服务局");
  });

  test("has a history that replays to the stored states and figures", async ({ db }) => {
    const district = await loadWorkingDistrict(db, { ...setting, isFinished: false });
    const auditor = district.person("工委管委办公室审计员");

    await withActor(db, auditor, async (tx) => {
      const events = await listEventsAfter(tx, { districtId: district.districtId, afterId: 0, limit: 100_000 });
      const stored = await listSubmissions(tx, { scope: auditor.scope, cycleId: district.cycleId });
      const replayed = replayEvents(events);
      for (const submission of stored) {
        const again = replayed.submissions.get(submission.id);
        expect({ id: submission.id, state: again?.state ?? "not_started", version: again?.latestVersion ?? 0 }).toEqual(
          {
            id: submission.id,
            state: submission.state,
            version: submission.latestVersion,
          },
        );
      }
    });
  });
});
