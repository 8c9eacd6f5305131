import { describe } from "vitest";
import { buildOpenDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { type FillSectionInput, FillSectionSchema } from "@/lib/domain/inputs/fill-section";
import { fillSection } from "@/lib/services/fill-section";
import { saveFigures } from "@/lib/services/save-figures";

const CELL = "litigation.review.upheld";
const OTHER = "litigation.review.corrected";

async function openSection(db: Parameters<typeof buildOpenDistrict>[0]) {
  const { person, desk } = await buildOpenDistrict(db);
  const approval = desk("approval");
  const { id } = await approval.find("litigation");
  const { values, submission } = await approval.load("litigation");
  /** The form as a browser without scripts sends it: every field beside what it was drawn with. */
  const sent = (typed: Record<string, string>, step: string, requestId = request().requestId): FillSectionInput =>
    FillSectionSchema.parse({
      requestId,
      submissionId: id,
      expectedRevision: String(submission.revision),
      step,
      ...Object.fromEntries(
        Object.entries(values).flatMap(([key, value]) => [
          [`seen:figure:${key}`, value ?? ""],
          [`figure:${key}`, typed[key] ?? value ?? ""],
        ]),
      ),
    });
  return {
    clerk: person("行政审批服务局填报人"),
    head: person("行政审批服务局部门负责人"),
    id,
    sent,
    load: async () => approval.load("litigation"),
  };
}

describe("fillSection", () => {
  test("saves the figures that were typed before it fills in zeros, and overwrites none of them", async ({ db }) => {
    const { clerk, sent, load } = await openSection(db);

    const fill = fillSection(db, clerk, sent({ [CELL]: "2", [OTHER]: "3" }, "nil"), TEST_NOW);

    await expect(fill).rejects.toMatchObject({ code: "not_nil", details: { count: 2 } });
    const { values, submission } = await load();
    expect([values[CELL], values[OTHER], submission.isNil]).toEqual(["2", "3", false]);
  });

  test("saves what was typed before it submits, and keeps it when something is in the way", async ({ db }) => {
    const { clerk, sent, load } = await openSection(db);

    await expect(fillSection(db, clerk, sent({ [CELL]: " ２ " }, "submit"), TEST_NOW)).rejects.toMatchObject({
      code: "blanks_not_seen",
    });

    const { values, submission } = await load();
    expect([values[CELL], submission.state]).toEqual(["2", "draft"]);
  });

  test("tells a conflict with both values and takes no step before it is settled", async ({ db }) => {
    const { clerk, head, id, sent, load } = await openSection(db);
    const form = sent({ [CELL]: "2", [OTHER]: "3" }, "nil");
    const changes = [{ cellKey: CELL, seen: null, value: "7" }];
    await saveFigures(db, head, { ...request(), submissionId: id, changes }, TEST_NOW);

    const filled = await fillSection(db, clerk, form, TEST_NOW);

    expect(filled).toEqual({
      saved: 1,
      conflicts: [{ anchor: CELL, mine: "2", theirs: "7", by: head.name, isOwn: false, at: TEST_NOW.toISOString() }],
      unplaced: [],
    });
    const { values } = await load();
    expect([values[CELL], values[OTHER]]).toEqual(["7", "3"]);
  });

  test("saves other values that are sent under the same form again", async ({ db }) => {
    const { clerk, sent, load } = await openSection(db);
    const { requestId } = request();
    await fillSection(db, clerk, sent({ [CELL]: "2" }, "save", requestId), TEST_NOW);

    const again = sent({ [CELL]: "2", [OTHER]: "3" }, "save", requestId);
    const filled = await fillSection(db, clerk, again, TEST_NOW);

    expect([filled.saved, filled.conflicts]).toEqual([2, []]);
    const { values } = await load();
    expect([values[CELL], values[OTHER]]).toEqual(["2", "3"]);
  });

  test("fills in zeros where nothing was typed", async ({ db }) => {
    const { clerk, sent, load } = await openSection(db);
    await fillSection(db, clerk, sent({}, "nil"), TEST_NOW);
    const { values, submission } = await load();
    expect([values[CELL], submission.isNil]).toEqual(["0", true]);
  });
});
