import { describe } from "vitest";
import { withActor } from "@/db/connect";
import { listEvents } from "@/db/queries/events";
import { listReturnReasons } from "@/db/queries/return-reasons";
import { buildOpenDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { MOST_RETURN_REASONS } from "@/lib/domain/return-reason";
import { loadReturnReasons, removeReturnReason, saveReturnReason } from "@/lib/services/manage-return-reasons";

describe("usual reasons for a return", () => {
  test("are kept by the office, changed and removed, each step in the history", async ({ db }) => {
    const { person } = await buildOpenDistrict(db);
    const reviewer = person("工委管委办公室审核人");
    const added = { ...request(), body: "请核对台账。" };
    await saveReturnReason(db, reviewer, added, TEST_NOW);
    await saveReturnReason(db, reviewer, added, TEST_NOW);
    const [reason] = await loadReturnReasons(db, person("工委管委办公室第二审核人"), {}, TEST_NOW);
    expect(reason?.body).toBe("请核对台账。");
    const reasonId = reason?.id ?? "";

    await saveReturnReason(db, reviewer, { ...request(), reasonId, body: "请与台账核对后重报。" }, TEST_NOW);
    expect((await loadReturnReasons(db, reviewer, {}, TEST_NOW)).map((reason) => reason.body)).toEqual([
      "请与台账核对后重报。",
    ]);
    await removeReturnReason(db, reviewer, { ...request(), reasonId }, TEST_NOW);
    expect(await loadReturnReasons(db, reviewer, {}, TEST_NOW)).toEqual([]);

    const told = await withActor(db, reviewer, (tx) =>
      listEvents(tx, {
        scope: reviewer.scope,
        filter: { types: ["return_reason_saved", "return_reason_removed"] },
        limit: 10,
      }),
    );
    expect(told.map(({ event }) => event)).toEqual([
      { type: "return_reason_removed", data: { body: "请与台账核对后重报。" } },
      { type: "return_reason_saved", data: { body: "请与台账核对后重报。", before: "请核对台账。" } },
      { type: "return_reason_saved", data: { body: "请核对台账。", before: "" } },
    ]);
  });

  test("are the reviewers' of one office: no unit reads or writes them, and no other district", async ({ db }) => {
    const { person } = await buildOpenDistrict(db);
    const reviewer = person("工委管委办公室审核人");
    await saveReturnReason(db, reviewer, { ...request(), body: "请核对台账。" }, TEST_NOW);
    const [reason] = await loadReturnReasons(db, reviewer, {}, TEST_NOW);
    const reasonId = reason?.id ?? "";
    const clerk = person("财政局填报人");
    await expect(saveReturnReason(db, clerk, { ...request(), body: "x" }, TEST_NOW)).rejects.toMatchObject({
      code: "not_permitted",
    });
    // The policy says no again, whatever the query asks for.
    expect(await withActor(db, clerk, (tx) => listReturnReasons(tx, { districtId: reviewer.districtId }))).toEqual([]);
    const stranger = (await buildOpenDistrict(db)).person("工委管委办公室审核人");
    await expect(removeReturnReason(db, stranger, { ...request(), reasonId }, TEST_NOW)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await withActor(db, stranger, (tx) => listReturnReasons(tx, { districtId: reviewer.districtId }))).toEqual(
      [],
    );
  });

  test("are not more than one looks through", async ({ db }) => {
    const { person } = await buildOpenDistrict(db);
    const reviewer = person("工委管委办公室审核人");
    for (let number = 1; number <= MOST_RETURN_REASONS; number += 1) {
      await saveReturnReason(db, reviewer, { ...request(), body: `原因${number}` }, TEST_NOW);
    }
    await expect(saveReturnReason(db, reviewer, { ...request(), body: "再一条" }, TEST_NOW)).rejects.toMatchObject({
      code: "reasons_full",
    });
  });
});
