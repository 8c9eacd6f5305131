import { describe, expect, it } from "vitest";
import { createSectionSave, type SaveFiguresCall, type SaveParagraphCall } from "./section-save";

const SAVED_AT = "2020-01-14T06:06:32.000Z";
const CELL = { cellKey: "indicators.trainings", seen: null, value: "7" };
const TEXT = { cellKey: "paragraph:safety", seen: "旧", value: "新" };

function setUp(answers: {
  figures?: Awaited<ReturnType<SaveFiguresCall>>;
  text?: Awaited<ReturnType<SaveParagraphCall>>;
}) {
  const sent: { requestId: string; what: string }[] = [];
  const told: { revisions: number[]; refusals: (string | null)[] } = { revisions: [], refusals: [] };
  const save = createSectionSave({
    submissionId: "s",
    saveFigures: async (input) => {
      sent.push({ requestId: input.requestId, what: input.changes.map((change) => change.cellKey).join() });
      return (
        answers.figures ?? {
          status: "done",
          result: {
            savedAt: SAVED_AT,
            revision: 1,
            cells: input.changes.map(({ cellKey, value }) => ({ cellKey, value })),
            conflicts: [],
          },
        }
      );
    },
    saveParagraph: async (input) => {
      sent.push({ requestId: input.requestId, what: `${input.headingKey}: ${input.seen} → ${input.value}` });
      return answers.text ?? { status: "done", result: { savedAt: SAVED_AT, revision: 2, conflict: null } };
    },
    onRevision: (revision) => told.revisions.push(revision),
    onRefused: (code) => told.refusals.push(code),
    sayTooLong: (anchor, limit) => `${anchor} is over ${limit}`,
  });
  return { save, sent, told };
}

describe("createSectionSave", () => {
  it("sends cells together and each text by itself, and says the newest revision", async () => {
    const { save, sent, told } = setUp({});

    const outcome = await save({ requestId: "r", changes: [CELL, TEXT] });

    expect(sent.map((save) => save.what)).toEqual(["indicators.trainings", "safety: 旧 → 新"]);
    expect(outcome).toEqual({
      status: "saved",
      savedAt: SAVED_AT,
      cells: [
        { cellKey: CELL.cellKey, value: "7" },
        { cellKey: TEXT.cellKey, value: "新" },
      ],
      conflicts: [],
    });
    expect(told).toEqual({ revisions: [1, 2], refusals: [null] });
  });

  it("sends nothing that is too long to be kept, and says where it stands", async () => {
    const { save, sent } = setUp({});
    const long = { ...TEXT, value: "字".repeat(20_001) };
    expect(await save({ requestId: "r", changes: [CELL, long] })).toEqual({
      status: "refused",
      message: "paragraph:safety is over 20000",
    });
    expect(await save({ requestId: "r", changes: [{ ...CELL, value: "7".repeat(61) }] })).toEqual({
      status: "refused",
      message: "indicators.trainings is over 60",
    });
    expect(sent).toEqual([]);
  });

  it("sends a request again under the ids it had", async () => {
    const { save, sent } = setUp({});

    await save({ requestId: "r", changes: [CELL, TEXT] });
    await save({ requestId: "r", changes: [CELL, TEXT] });
    await save({ requestId: "other", changes: [TEXT] });

    const ids = sent.map((save) => save.requestId);
    expect([ids[2], ids[3]]).toEqual([ids[0], ids[1]]);
    expect(ids[4]).not.toBe(ids[1]);
  });

  it("tells of a text that somebody else changed, an emptied one as blank", async () => {
    const conflict = { theirs: "", by: "部门负责人", isOwn: false, at: SAVED_AT };
    const { save } = setUp({ text: { status: "done", result: { savedAt: SAVED_AT, revision: 2, conflict } } });

    const outcome = await save({ requestId: "r", changes: [TEXT] });

    expect(outcome).toMatchObject({
      cells: [],
      conflicts: [{ cellKey: TEXT.cellKey, seen: "旧", theirs: null, by: "部门负责人", isOwn: false, at: SAVED_AT }],
    });
  });

  it("passes on why nothing was saved", async () => {
    const refused = setUp({
      text: { status: "refused", code: "wrong_state", message: "它的状态刚刚变了。", isStale: true },
    });
    expect(await refused.save({ requestId: "r", changes: [TEXT] })).toEqual({
      status: "refused",
      message: "它的状态刚刚变了。",
      isStale: true,
      isPassing: false,
    });
    expect(refused.told.refusals).toEqual(["wrong_state"]);

    const tooLong = setUp({ figures: { status: "invalid", fieldErrors: { changes: ["最多 60 个字符。"] } } });
    expect(await tooLong.save({ requestId: "r", changes: [CELL] })).toEqual({
      status: "refused",
      message: "最多 60 个字符。",
    });

    const signedOut = setUp({ figures: { status: "signed_out", message: "请重新登录。" } });
    expect(await signedOut.save({ requestId: "r", changes: [CELL] })).toEqual({ status: "signed_out" });
  });
});
