import { describe } from "vitest";
import { type Db, withActor, withPublic } from "@/db/connect";
import { getCurrentLetterhead, getLetterheadFile } from "@/db/queries/letterheads";
import { getPublicReport } from "@/db/queries/public-reports";
import {
  buildDistrict,
  buildFinishedDistrict,
  buildPerson,
  request,
  settleContradictions,
  TEST_NOW,
} from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { Actor } from "@/lib/domain/access";
import { renderReport } from "@/lib/render";
import { writeSampleLetterhead } from "@/lib/render/letterhead-sample";
import { checkLetterheadFile, removeLetterhead, uploadLetterhead } from "@/lib/services/change-letterhead";
import { loadReport } from "@/lib/services/load-report";
import { getPrint } from "@/lib/services/print-choices";
import { finaliseReport, publishReport } from "@/lib/services/release-report";

async function upload(db: Db, admin: Actor, fileName: string): Promise<void> {
  const checked = await checkLetterheadFile(admin, await writeSampleLetterhead(fileName));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  await uploadLetterhead(db, admin, { ...request(), fileName, file: checked.file }, TEST_NOW);
}

const current = (db: Db, actor: Actor) =>
  withActor(db, actor, (tx) => getCurrentLetterhead(tx, { districtId: actor.districtId }));

describe("the office's template", () => {
  test("is put into use, replaced and removed by the administrator alone", async ({ db }) => {
    const { admin, unitIds } = await buildDistrict(db);
    await upload(db, admin, "一.docx");
    await upload(db, admin, "二.docx");
    expect(await current(db, admin)).toMatchObject({ fileName: "二.docx", uploadedByName: admin.name });
    const li = await buildPerson(db, admin, {
      name: "李强",
      organisationId: unitIds.财政局 ?? "",
      role: "submitter",
    });
    await expect(checkLetterheadFile(li, new Uint8Array(1))).rejects.toMatchObject({ code: "not_permitted" });
    await expect(removeLetterhead(db, li, request(), TEST_NOW)).rejects.toMatchObject({ code: "not_permitted" });
    expect(await current(db, li)).toBeNull();
    await removeLetterhead(db, admin, request(), TEST_NOW);
    expect(await current(db, admin)).toBeNull();
    await removeLetterhead(db, admin, request(), TEST_NOW);
  });

  test("of another district, and one that no published report uses, nobody reads", async ({ db }) => {
    const here = await buildDistrict(db);
    const there = await buildDistrict(db);
    await upload(db, here.admin, "一.docx");
    const found = await current(db, here.admin);
    const of = { districtId: here.admin.districtId, id: found?.id ?? "" };
    expect(await withActor(db, here.admin, (tx) => getLetterheadFile(tx, of))).not.toBeNull();
    expect(await withActor(db, there.admin, (tx) => getLetterheadFile(tx, of))).toBeNull();
    expect(await withPublic(db, (tx) => getLetterheadFile(tx, of))).toBeNull();
  });

  test("stays with the report that was made final with it, byte for byte", async ({ db }) => {
    const district = await buildFinishedDistrict(db);
    await settleContradictions(db, district);
    const [admin, editor, director] = ["管理员", "统稿人", "负责人"].map((post) =>
      district.person(`工委管委办公室${post}`),
    );
    if (!admin || !editor || !director) throw new Error("somebody is missing");
    const reportId = (await loadReport(db, editor, { cycleId: district.cycleId }, TEST_NOW))?.report.id;
    if (!reportId) throw new Error("there is no report");
    await upload(db, admin, "一.docx");
    await finaliseReport(db, editor, { ...request(), reportId, withUnitAnnexes: true }, TEST_NOW);
    await publishReport(db, director, { ...request(), reportId }, TEST_NOW);
    const published = async () => {
      const found = await withPublic(db, async (tx) => {
        const report = await getPublicReport(tx, { id: reportId });
        return report ? { report, print: await getPrint(tx, report, "docx") } : null;
      });
      if (!found?.print.letterhead) throw new Error("the report has no template");
      expect(found.print.choices).toEqual({ charts: true, unitAnnexes: true, archive: false });
      return renderReport(found.report.document, "docx", { letterhead: found.print.letterhead.file });
    };
    const before = await published();
    await upload(db, admin, "二.docx");
    await removeLetterhead(db, admin, request(), TEST_NOW);
    expect(Buffer.compare(before, await published())).toBe(0);
  });
});
