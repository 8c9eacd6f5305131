import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "vitest";
import { withActor } from "@/db/connect";
import { DEMONSTRATION_REPORTS } from "@/db/demo/district";
import { loadWorkingDistrict } from "@/db/demo/working-district";
import { listEventsAfter } from "@/db/queries/events";
import { listFigures } from "@/db/queries/figures";
import { listParagraphs } from "@/db/queries/paragraphs";
import { listPeople } from "@/db/queries/people";
import { getCycleReport, listReports } from "@/db/queries/reports";
import { listSubmissions } from "@/db/queries/submission-entries";
import { request, settleContradictions } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { replayEvents } from "@/lib/domain/replay";
import { beginErratum } from "@/lib/services/begin-erratum";
import { loadReport } from "@/lib/services/load-report";
import { finaliseReport, publishReport } from "@/lib/services/release-report";

const NOW = new Date("2026-11-23T06:06:00Z");
const setting = { now: NOW, passwordHash: "none", suffix: "·试" };

const expected: Record<string, string> = JSON.parse(
  readFileSync(join(DEMONSTRATION_REPORTS, "qianwan-2019-expected.json"), "utf8"),
).figures;

describe("the demonstration", () => {
  test("rolls up to the published figures of 2019, cell by cell, once its work is finished", async ({ db }) => {
    const district = await loadWorkingDistrict(db, { ...setting, isFinished: true });
    const editor = district.person("工委管委办公室统稿人");

    const work = await loadReport(db, editor, { cycleId: district.cycleId }, NOW);

    expect(Object.keys(expected)).toHaveLength(198);
    expect(work?.rollUp.figures).toEqual(expected);
    expect(work?.rollUp.units.map((unit) => unit.status)).not.toContain("missing");
  });

  test.for(["2026-11-23T06:06:00Z", "2026-11-22T20:30:00Z", "2026-12-31T15:59:00Z", "2027-01-04T01:10:00Z"])(
    "tells of nothing that lies in the future, begun at %s",
    async (moment, { db }) => {
      const now = new Date(moment);
      const district = await loadWorkingDistrict(db, { ...setting, now, isFinished: true });
      const events = await withActor(db, district.person("工委管委办公室管理员"), (tx) =>
        listEventsAfter(tx, { districtId: district.districtId, afterId: 0, limit: 5000 }),
      );
      expect(events.length).toBeGreaterThan(100);
      expect(events.filter((event) => event.at > now)).toEqual([]);
    },
  );

  test("leaves its units in every state, and names what is missing instead of adding it up as zero", async ({ db }) => {
    const district = await loadWorkingDistrict(db, { ...setting, isFinished: false });
    const editor = district.person("工委管委办公室统稿人");

    const work = await loadReport(db, editor, { cycleId: district.cycleId }, NOW);

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

  test.for([false, true])(
    "has a history that replays to what is stored; finished: %s",
    { timeout: 120_000 },
    async (isFinished, { db }) => {
      const district = await loadWorkingDistrict(db, { ...setting, isFinished });
      const { districtId, cycleId } = district;
      const [editor, director] = [district.person("工委管委办公室统稿人"), district.person("工委管委办公室负责人")];
      if (isFinished) {
        await settleContradictions(db, district);
        const report = await withActor(db, editor, (tx) => getCycleReport(tx, { districtId, cycleId }));
        const reportId = report?.id ?? "";
        await finaliseReport(db, editor, { ...request(), reportId }, NOW);
        await publishReport(db, director, { ...request(), reportId }, NOW);
        await beginErratum(db, director, { ...request(), reportId, reason: "漏了一件" }, NOW);
      }

      await withActor(db, editor, async (tx) => {
        const { scope } = editor;
        const replayed = replayEvents(await listEventsAfter(tx, { districtId, afterId: 0, limit: 100_000 }));

        for (const submission of await listSubmissions(tx, { scope, cycleId })) {
          const of = { scope, submissionId: submission.id };
          const [figures, paragraphs] = await Promise.all([listFigures(tx, of), listParagraphs(tx, of)]);
          const told = replayed.submissions.get(submission.id);
          expect({
            state: told?.state ?? "not_started",
            latestVersion: told?.latestVersion ?? 0,
            isNil: told?.isNil ?? false,
            figures: told?.figures ?? new Map(),
            texts: told?.texts ?? new Map(),
          }).toEqual({
            state: submission.state,
            latestVersion: submission.latestVersion,
            isNil: submission.isNil,
            figures: new Map(figures.map(({ cellKey, found }) => [cellKey, found])),
            texts: new Map(paragraphs.map(({ headingKey, body }) => [headingKey, [...body].length])),
          });
        }

        const reports = await listReports(tx, { districtId });
        const touched = reports.filter((report) => isFinished || replayed.reports.has(report.id));
        expect(new Map(touched.map(({ id, state }) => [id, state]))).toEqual(replayed.reports);

        const people = await listPeople(tx, { districtId, now: new Date() });
        expect(
          new Map(
            people.map(({ account, deactivatedAt, roles }) => [
              account,
              {
                isActive: deactivatedAt === null,
                roles: new Map(roles.map(({ organisationId, role }) => [`${organisationId} ${role}`, [null]])),
              },
            ]),
          ),
        ).toEqual(replayed.people);
      });
    },
  );
});
