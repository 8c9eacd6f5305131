import { describe } from "vitest";
import type { Db } from "@/db/connect";
import { withActor } from "@/db/connect";
import type { WorkingDistrict } from "@/db/demo/open-working-district";
import { listEvents } from "@/db/queries/events";
import { buildOpenDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { countLedgerRows, readLedgerFile } from "@/lib/services/count-ledger";
import { loadLedger } from "@/lib/services/load-ledger";
import { loadReview } from "@/lib/services/load-review";
import { saveFigures } from "@/lib/services/save-figures";
import { removeLedger, takeLedger } from "@/lib/services/take-ledger";

const HEAD = "收到日期,申请人姓名,申请人类别,办理结果,答复日期";
const LINES = [
  "2019-03-04,张三,自然人,予以公开,2019-03-20",
  "2019-04-01,李四,自然人,已电话告知,2019-06-20",
  "2019-05-06,某某有限公司,企业法人甲类,予以公开,2019-05-20",
  "2019-12-24,王五,自然人,,",
  "去年底,赵六,自然人,予以公开,2019-01-10",
];
const bytes = (lines: readonly string[] = LINES) => new TextEncoder().encode([HEAD, ...lines].join("\r\n"));
const CELL = "requests.granted.natural_person";

async function setUp(db: Db) {
  const district = await buildOpenDistrict(db);
  const clerk = district.person("行政审批服务局填报人");
  const { id } = await district.desk("approval").find("requests");
  return { district, clerk, id };
}
type SetUp = Awaited<ReturnType<typeof setUp>>;

async function preview(db: Db, { clerk, id }: SetUp, lines?: readonly string[]) {
  const read = await readLedgerFile(db, clerk, { submissionId: id, bytes: bytes(lines) }, TEST_NOW);
  if (!read.ok) throw new Error(read.problem);
  return read;
}

/** The preview once somebody has said what the two unknown words mean. */
async function decided(db: Db, set: SetUp, lines?: readonly string[]) {
  const { reading, plan } = await preview(db, set, lines);
  const words = [
    { role: "outcome" as const, word: "已电话告知", target: "granted" },
    { role: "kind" as const, word: "企业法人甲类", target: "business" },
  ];
  const input = { submissionId: set.id, reading, columns: plan.columns, words };
  return { ...input, digest: (await countLedgerRows(db, set.clerk, input, TEST_NOW)).digest };
}

const valuesOf = (district: WorkingDistrict) => district.desk("approval").load("requests");

describe("a ledger of requests", () => {
  test("is looked at first: what is not known is listed, nothing is stored", async ({ db }) => {
    const set = await setUp(db);
    const { plan, reading } = await preview(db, set);
    expect(plan.words.filter(({ target }) => target === "").map(({ word }) => word)).toEqual([
      "已电话告知",
      "企业法人甲类",
    ]);
    expect(plan.faults).toEqual([
      { sheet: 0, row: 3, why: "outcome_unmapped" },
      { sheet: 0, row: 4, why: "kind_unmapped" },
      { sheet: 0, row: 6, why: "received_unreadable" },
    ]);
    expect(reading.dropped).toEqual(["申请人姓名"]);
    expect((await loadLedger(db, set.clerk, { submissionId: set.id }, TEST_NOW))?.ledger).toBeNull();
    expect((await valuesOf(set.district)).values[CELL]).toBeNull();
  });

  test("fills the table, keeps the rows without a name, and tells the history", async ({ db }) => {
    const set = await setUp(db);
    await takeLedger(db, set.clerk, { ...request(), ...(await decided(db, set)) }, TEST_NOW);

    const { values, submission, findings } = await valuesOf(set.district);
    expect([
      values[CELL],
      values["requests.received.natural_person"],
      values["requests.carried_out.natural_person"],
    ]).toEqual(["2", "3", "1"]);
    expect([values["requests.granted.business"], values["requests.received.research"], submission.state]).toEqual([
      "1",
      "0",
      "draft",
    ]);
    expect(findings.filter(({ rule }) => rule === "LEDGER-COUNT")).toEqual([]);

    const found = await loadLedger(db, set.clerk, { submissionId: set.id }, TEST_NOW);
    expect(found?.ledger?.rows[1]).toEqual({
      ...{ sheet: 0, row: 3, received: "2019-04-01", kind: "natural_person", outcome: "granted" },
      ...{ answered: "2019-06-20", isExtended: false, fault: null },
    });
    expect(JSON.stringify(found?.ledger)).not.toMatch(/张三|李四|王五|赵六|有限公司|去年底|已电话告知/);
    const events = await withActor(db, set.clerk, (tx) =>
      listEvents(tx, { scope: set.clerk.scope, filter: { submissionId: set.id }, limit: 10 }),
    );
    expect(events.map(({ event }) => event.type)).toEqual(["ledger_counted", "figures_saved"]);
    expect(JSON.stringify(events)).not.toMatch(/张三|去年底|已电话告知/);
  });

  test("is read as the unit said before, and what was said is kept without the words", async ({ db }) => {
    const set = await setUp(db);
    await takeLedger(db, set.clerk, { ...request(), ...(await decided(db, set)) }, TEST_NOW);
    const again = await preview(db, set);
    expect(again.plan.words.filter(({ isKnown }) => !isKnown).map(({ word, target }) => [word, target])).toEqual([
      ["已电话告知", "granted"],
      ["企业法人甲类", "business"],
    ]);
    expect(again.before?.rowCount).toBe(5);
  });

  test("differs from a cell that is typed over afterwards, at the desk and for the reviewer", async ({ db }) => {
    const set = await setUp(db);
    await takeLedger(db, set.clerk, { ...request(), ...(await decided(db, set)) }, TEST_NOW);
    const changes = [{ cellKey: CELL, seen: "2", value: "3" }];
    await saveFigures(db, set.clerk, { ...request(), submissionId: set.id, changes }, TEST_NOW);
    const { findings } = await valuesOf(set.district);
    const told = findings.filter(({ rule }) => rule === "LEDGER-COUNT");
    expect(told.map(({ cells, expected, actual }) => [cells, expected, actual])).toEqual([[[CELL], "2", "3"]]);
  });

  test("is not taken where somebody has typed meanwhile or taken another", async ({ db }) => {
    const set = await setUp(db);
    const seen = await decided(db, set);
    const head = set.district.person("行政审批服务局部门负责人");
    const changes = [{ cellKey: CELL, seen: null, value: "7" }];
    await saveFigures(db, head, { ...request(), submissionId: set.id, changes }, TEST_NOW);
    await expect(takeLedger(db, set.clerk, { ...request(), ...seen }, TEST_NOW)).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    expect((await valuesOf(set.district)).values[CELL]).toBe("7");

    const [first, second] = [await decided(db, set), await decided(db, set, LINES.slice(0, 4))];
    await takeLedger(db, head, { ...request(), ...first }, TEST_NOW);
    await expect(takeLedger(db, set.clerk, { ...request(), ...second }, TEST_NOW)).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
  });

  test("is replaced by a newer one, and removed with the figures as they were or as they are", async ({ db }) => {
    const set = await setUp(db);
    const take = async (lines: readonly string[]) =>
      takeLedger(db, set.clerk, { ...request(), ...(await decided(db, set, lines)) }, TEST_NOW);
    const hash = async () => (await loadLedger(db, set.clerk, { submissionId: set.id }, TEST_NOW))?.ledger?.hash ?? "";
    await take(LINES.slice(0, 3));
    await take(LINES);
    expect((await loadLedger(db, set.clerk, { submissionId: set.id }, TEST_NOW))?.ledger?.rowCount).toBe(5);

    const stale = { ...request(), submissionId: set.id, hash: "0".repeat(64), restore: true };
    await expect(removeLedger(db, set.clerk, stale, TEST_NOW)).rejects.toMatchObject({ code: "changed_meanwhile" });
    await removeLedger(
      db,
      set.clerk,
      { ...request(), submissionId: set.id, hash: await hash(), restore: true },
      TEST_NOW,
    );
    const { values, answers } = await valuesOf(set.district);
    expect([values["requests.carried_out.natural_person"], values[CELL], answers.ledger]).toEqual(["0", "2", null]);

    await take(LINES);
    await removeLedger(
      db,
      set.clerk,
      { ...request(), submissionId: set.id, hash: await hash(), restore: false },
      TEST_NOW,
    );
    expect((await valuesOf(set.district)).values["requests.carried_out.natural_person"]).toBe("1");
  });

  test("is shown to the office, and to nobody of another unit", async ({ db }) => {
    const set = await setUp(db);
    await takeLedger(db, set.clerk, { ...request(), ...(await decided(db, set)) }, TEST_NOW);
    const reviewer = set.district.person("工委管委办公室审核人");
    const at = { submissionId: set.id, version: null, compareWith: null, afterId: null };
    expect((await loadReview(db, reviewer, at, TEST_NOW))?.ledger?.rowCount).toBe(5);
    expect((await loadLedger(db, reviewer, { submissionId: set.id }, TEST_NOW))?.ledger?.rows).toHaveLength(5);
    const other = set.district.person("财政局填报人");
    expect(await loadLedger(db, other, { submissionId: set.id }, TEST_NOW)).toBeNull();
    await expect(readLedgerFile(db, other, { submissionId: set.id, bytes: bytes() }, TEST_NOW)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      takeLedger(db, reviewer, { ...request(), ...(await decided(db, set)) }, TEST_NOW),
    ).rejects.toMatchObject({ code: "not_permitted" });
  });
});
