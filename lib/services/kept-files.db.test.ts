import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe } from "vitest";
import { type Db, withActor, withPublic, withScope } from "@/db/connect";
import { claimKeptFile, getKeptFile, listKeptFiles, lockKeptFile, updateKeptFile } from "@/db/queries/kept-files";
import { getReportForUpdate, updateReport } from "@/db/queries/reports";
import {
  buildDistrict,
  buildFinishedDistrict,
  buildOpenDistrict,
  request,
  settleContradictions,
  TEST_NOW,
} from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { Actor } from "@/lib/domain/access";
import { FinalFailure } from "@/lib/domain/job";
import { renderReport } from "@/lib/render";
import { withManyUnits } from "@/lib/render/testing/large-document";
import { askForFile } from "@/lib/services/ask-for-file";
import { loadPreview, loadReportFiles } from "@/lib/services/load-report-files";
import { finaliseReport, publishReport } from "@/lib/services/release-report";
import { getReportWork } from "@/lib/services/report-work";
import { writeKeptFile } from "@/lib/services/write-kept-file";

async function filesOf(db: Db, actor: Actor, cycleId: string) {
  return withActor(db, actor, async (tx) => {
    const work = await getReportWork(tx, actor, cycleId, TEST_NOW);
    if (!work) throw new Error("no report");
    const files = await listKeptFiles(tx, { districtId: actor.districtId, reportId: work.report.id });
    return { work, files };
  });
}

/** The ids of files for which a job waits. */
async function listJobs(db: Db, districtId: string): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select singleton_key as id from pgboss.job where name = 'write-file' and state = 'created' and data ->> 'districtId' = ${districtId}`,
  );
  return rows.map(({ id }) => id);
}

/** Does the jobs that wait, as a process that takes them would. */
async function writeWaiting(db: Db, districtId: string): Promise<void> {
  for (const id of await listJobs(db, districtId))
    await writeKeptFile(db, { districtId, id }, { isLastAttempt: false });
}

describe("a file that is written aside", () => {
  test("is asked for once, written once by however many, and the same as one written at once", async ({
    committed,
  }) => {
    const { person, cycleId } = await buildOpenDistrict(committed);
    const editor = person("工委管委办公室统稿人");
    const ask = () =>
      askForFile(committed, editor, { ...request(), cycleId, format: "html", withUnitAnnexes: true }, TEST_NOW);
    await Promise.all([ask(), ask()]);
    expect(await listJobs(committed, editor.districtId)).toHaveLength(1);
    await writeWaiting(committed, editor.districtId);

    const { work, files } = await filesOf(committed, editor, cycleId);
    expect(files).toMatchObject([{ state: "done", isDraft: true, askedByName: editor.name }]);
    const of = { districtId: editor.districtId, id: files[0]?.id ?? "" };
    const kept = await withActor(committed, editor, (tx) => getKeptFile(tx, of));
    const written = await renderReport(work.document, "html", { unitAnnexes: true });
    expect(Buffer.compare(kept?.file ?? new Uint8Array(), written)).toBe(0);
    expect(await withPublic(committed, (tx) => getKeptFile(tx, of))).toBeNull();
    const foreign = await buildDistrict(committed);
    expect(await withActor(committed, foreign.admin, (tx) => getKeptFile(tx, of))).toBeNull();
  });

  test("is taken up again when the process that wrote it is gone, and given up when it ends each that tries", async ({
    committed,
  }) => {
    const { person, cycleId, districtId } = await buildOpenDistrict(committed);
    const editor = person("工委管委办公室统稿人");
    await askForFile(committed, editor, { ...request(), cycleId, format: "csv" }, TEST_NOW);
    const id = (await filesOf(committed, editor, cycleId)).files[0]?.id ?? "";
    const actsFor = { userId: null, scope: { districtId, units: "all" } } as const;
    const stateNow = async () => (await filesOf(committed, editor, cycleId)).files[0]?.state;

    // A process that has it: nobody else takes it.
    await withScope(committed, actsFor, async (hold) => {
      expect(await lockKeptFile(hold, { id })).toBe(true);
      await withScope(committed, actsFor, (tx) => claimKeptFile(tx, { districtId, id }));
      await expect(writeWaiting(committed, districtId)).rejects.toThrow("another process");
      expect(await stateNow()).toBe("working");
    });
    // Its connection is gone, the file still says that it is being written.
    await writeWaiting(committed, districtId);
    expect(await stateNow()).toBe("done");

    await askForFile(committed, editor, { ...request(), cycleId, format: "json" }, TEST_NOW);
    const json = (await filesOf(committed, editor, cycleId)).files.find((file) => file.format === "json")?.id ?? "";
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await withScope(committed, actsFor, (tx) => claimKeptFile(tx, { districtId, id: json }));
    }
    await writeWaiting(committed, districtId);
    const find = async () => (await filesOf(committed, editor, cycleId)).files.find((file) => file.id === json);
    expect(await find()).toMatchObject({
      state: "failed",
      problem: { code: "file_not_written", details: { reason: "fault" } },
    });
    // Asked for again, it is tried again.
    await askForFile(committed, editor, { ...request(), cycleId, format: "json" }, TEST_NOW);
    await writeWaiting(committed, districtId);
    expect(await find()).toMatchObject({ state: "done", problem: null });
  });

  test("that is too large for the memory is not tried again, and says so", async ({ committed }) => {
    const { person, cycleId, districtId } = await buildOpenDistrict(committed);
    const editor = person("工委管委办公室统稿人");
    await askForFile(committed, editor, { ...request(), cycleId, format: "xlsx", withUnitAnnexes: true }, TEST_NOW);
    const id = (await filesOf(committed, editor, cycleId)).files[0]?.id ?? "";
    const written = writeKeptFile(committed, { districtId, id }, { isLastAttempt: false, heapMb: 12 });
    await expect(written).rejects.toThrow(FinalFailure);
    expect((await filesOf(committed, editor, cycleId)).files).toMatchObject([
      { state: "failed", problem: { code: "file_not_written", details: { reason: "memory" } } },
    ]);
  });

  test("of a large report is written as it is published, and is then the public's", async ({ committed }) => {
    const district = await buildFinishedDistrict(committed);
    await settleContradictions(committed, district);
    const [editor, director] = [district.person("工委管委办公室统稿人"), district.person("工委管委办公室负责人")];
    const { work } = await filesOf(committed, editor, district.cycleId);
    const of = { districtId: editor.districtId, reportId: work.report.id };
    await finaliseReport(committed, editor, { ...request(), reportId: of.reportId }, TEST_NOW);
    await withActor(committed, editor, async (tx) => {
      const report = await getReportForUpdate(tx, { districtId: of.districtId, id: of.reportId });
      const document = report?.document ? withManyUnits(report.document, 60) : null;
      await updateReport(tx, { districtId: of.districtId, id: of.reportId, set: { document } });
    });
    await publishReport(committed, director, { ...request(), reportId: of.reportId }, TEST_NOW);
    const listed = (await filesOf(committed, editor, district.cycleId)).files;
    expect(listed.map((file) => file.format).toSorted()).toEqual(["xlsx", "zip"]);
    const xlsx = listed.find((file) => file.format === "xlsx");
    const publicly = () => withPublic(committed, (tx) => getKeptFile(tx, { ...of, key: xlsx?.key ?? "" }));
    expect(await publicly()).toBeNull();
    await writeWaiting(committed, of.districtId);
    const { document } = (await filesOf(committed, editor, district.cycleId)).work;
    const written = await renderReport(document, "xlsx");
    expect(Buffer.compare((await publicly())?.file ?? new Uint8Array(), written)).toBe(0);
  }, 120_000);

  test("of a draft goes when the draft has changed and another is asked for, or after a week", async ({ db }) => {
    const { person, cycleId, districtId } = await buildOpenDistrict(db);
    const editor = person("工委管委办公室统稿人");
    const ask = (format: string, now: Date) => askForFile(db, editor, { ...request(), cycleId, format }, now);
    await ask("csv", TEST_NOW);
    const first = (await filesOf(db, editor, cycleId)).files[0];
    // The date that a draft prints is part of what it says: on another day it is another document.
    await ask("json", new Date(TEST_NOW.getTime() + 86_400_000));
    const left = (await filesOf(db, editor, cycleId)).files;
    expect(left.map((file) => file.format)).toEqual(["json"]);
    expect(left[0]?.documentHash).not.toBe(first?.documentHash);
    await withActor(db, editor, (tx) =>
      updateKeptFile(tx, { districtId, id: left[0]?.id ?? randomUUID(), set: { partsDone: 1, partsTotal: 2 } }),
    );
    await ask("json", new Date(TEST_NOW.getTime() + 9 * 86_400_000));
    expect((await filesOf(db, editor, cycleId)).files.map((file) => file.partsDone)).toEqual([0]);
  });

  test("of a draft is listed as outdated once the draft says something else", async ({ db }) => {
    const { person, cycleId } = await buildOpenDistrict(db);
    const editor = person("工委管委办公室统稿人");
    const list = async (now: Date) => (await loadReportFiles(db, editor, { cycleId }, now))?.files;
    expect(await list(TEST_NOW)).toEqual([]);
    await askForFile(db, editor, { ...request(), cycleId, format: "csv" }, TEST_NOW);
    expect(await list(TEST_NOW)).toMatchObject([{ format: "csv", isOutdated: false }]);
    const nextDay = new Date(TEST_NOW.getTime() + 86_400_000);
    expect(await list(nextDay)).toMatchObject([{ format: "csv", isOutdated: true }]);
  });

  test("is refused to who may not download, and of a type that does not exist", async ({ db }) => {
    const { person, cycleId } = await buildOpenDistrict(db);
    const as = (account: string, format: string) =>
      askForFile(db, person(account), { ...request(), cycleId, format }, TEST_NOW);
    await expect(as("财政局填报人", "pdf")).rejects.toMatchObject({ code: "not_permitted" });
    await expect(as("工委管委办公室统稿人", "exe")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the preview", () => {
  test("says what the whole document says, without its sources", async ({ db }) => {
    for (const { person, cycleId } of [await buildOpenDistrict(db), await buildFinishedDistrict(db)]) {
      const editor = person("工委管委办公室统稿人");
      const whole = await withActor(db, editor, (tx) => getReportWork(tx, editor, cycleId, TEST_NOW));
      const preview = await loadPreview(db, editor, { cycleId }, TEST_NOW);
      expect({ ...preview?.document, provenance: whole?.document.provenance }).toEqual(whole?.document);
    }
  });
});
