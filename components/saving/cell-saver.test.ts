import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error";
import { describe, expect, it } from "vitest";
import { createCellSaver } from "./cell-saver";
import type { SaveOutcome, SaveRequest } from "./save-contract";

/** A saver with a clock that the test moves and a server whose responses the test gives. */
function setUp(figures: Record<string, string | null> = { a: "1", b: null }) {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  const requests: SaveRequest[] = [];
  const answers: { give: (outcome: SaveOutcome) => void; lose: (error: Error) => void }[] = [];
  let ids = 0;
  const saver = createCellSaver({
    figures,
    newRequestId: () => `request-${++ids}`,
    clock: {
      later(ms, run) {
        const timer = { at: now + ms, run };
        timers.push(timer);
        return () => {
          timers = timers.filter((waiting) => waiting !== timer);
        };
      },
    },
    save(request) {
      requests.push(request);
      return new Promise((give, fail) => answers.push({ give, lose: fail }));
    },
  });
  const settle = () => new Promise((done) => setImmediate(done));
  return {
    saver,
    requests,
    async pass(ms: number) {
      now += ms;
      const due = timers.filter((timer) => timer.at <= now);
      timers = timers.filter((timer) => timer.at > now);
      for (const timer of due) timer.run();
      await settle();
    },
    async answer(outcome: SaveOutcome | "lost" | Error) {
      const next = answers.shift();
      if (outcome === "lost") next?.lose(new Error("no line"));
      else if (outcome instanceof Error) next?.lose(outcome);
      else next?.give(outcome);
      await settle();
    },
  };
}

function saved(request: SaveRequest | undefined): SaveOutcome {
  const cells = (request?.changes ?? []).map(({ cellKey, value }) => ({ cellKey, value }));
  return { status: "saved", savedAt: "2020-01-14T06:06:32Z", cells, conflicts: [] };
}

describe("createCellSaver", () => {
  it("sends cells left within 400 ms together, each with the value its writer saw", async () => {
    const { saver, requests, pass } = setUp();
    saver.write([{ cellKey: "a", value: "2" }]);
    await pass(300);
    saver.write([{ cellKey: "b", value: "0" }]);
    await pass(399);
    expect(requests).toEqual([]);
    await pass(1);
    expect(requests.map((request) => request.changes)).toEqual([
      [
        { cellKey: "a", seen: "1", value: "2" },
        { cellKey: "b", seen: null, value: "0" },
      ],
    ]);
    expect(saver.saving()).toMatchObject({ state: "saving", pending: 2 });
  });

  it("sends nothing while a value is only being typed, and nothing when it is typed back", async () => {
    const { saver, requests, pass } = setUp();
    saver.type("a", "12");
    await pass(5_000);
    saver.write([{ cellKey: "a", value: "12" }]);
    saver.write([{ cellKey: "a", value: "1" }]);
    await pass(5_000);
    expect(requests).toEqual([]);
    expect(saver.cell("a")).toMatchObject({ typed: "1", status: "idle" });
  });

  it("sends what was typed on a page that has gone with what its writer saw then, and tells both values apart", async () => {
    const { saver, requests, pass, answer } = setUp({ a: "3", b: null });
    saver.resend([
      { cellKey: "a", value: "2", seen: "1" },
      { cellKey: "b", value: "5", seen: null },
    ]);
    await pass(400);
    expect(requests[0]?.changes).toEqual([
      { cellKey: "a", seen: "1", value: "2" },
      { cellKey: "b", seen: null, value: "5" },
    ]);
    const at = "2020-01-14T06:06:32Z";
    const theirs = { cellKey: "a", seen: "1", theirs: "3", by: "王芳", isOwn: false, at };
    await answer({ status: "saved", savedAt: at, cells: [{ cellKey: "b", value: "5" }], conflicts: [theirs] });
    expect(saver.cell("a")).toMatchObject({ stored: "3", conflict: { mine: "2", theirs: "3", by: "王芳" } });
    expect(saver.cell("b")).toMatchObject({ stored: "5", conflict: null });
  });

  it("shows the tick for two seconds after the server has the cell", async () => {
    const { saver, requests, pass, answer } = setUp();
    saver.write([{ cellKey: "a", value: "2" }]);
    await pass(400);
    expect(saver.cell("a").status).toBe("saving");
    await answer(saved(requests[0]));
    expect(saver.cell("a")).toMatchObject({ status: "saved", stored: "2" });
    expect(saver.saving()).toMatchObject({ state: "idle", pending: 0, savedAt: "2020-01-14T06:06:32Z" });
    await pass(2_000);
    expect(saver.cell("a").status).toBe("idle");
  });

  it("sends a half-known request again unchanged, under its own id, before anything newer", async () => {
    const { saver, requests, pass, answer } = setUp();
    saver.write([{ cellKey: "a", value: "2" }]);
    await pass(400);
    await answer("lost");
    expect(saver.saving()).toMatchObject({ state: "offline", pending: 1 });
    expect(saver.cell("a").status).toBe("waiting");

    saver.write([{ cellKey: "a", value: "3" }]);
    await pass(2_000);
    expect(requests[1]).toEqual(requests[0]);
    await answer(saved(requests[1]));
    await pass(0);
    expect(requests[2]).toEqual({ requestId: "request-2", changes: [{ cellKey: "a", seen: "2", value: "3" }] });
  });

  it("waits longer after each failure and goes at once when told that the line is back", async () => {
    const { saver, requests, pass, answer } = setUp();
    saver.write([{ cellKey: "a", value: "2" }]);
    await pass(400);
    await answer("lost");
    await pass(2_000);
    await answer("lost");
    await pass(3_999);
    expect(requests).toHaveLength(2);
    saver.retry();
    await pass(0);
    expect(requests).toHaveLength(3);
  });

  it("keeps what was typed when the session has ended, and sends it after signing in again", async () => {
    const { saver, requests, pass, answer } = setUp();
    saver.write([{ cellKey: "a", value: "2" }]);
    await pass(400);
    await answer({ status: "signed_out" });
    await pass(60_000);
    expect(requests).toHaveLength(1);
    expect(saver.saving().state).toBe("signed_out");
    expect(saver.cell("a").typed).toBe("2");
    saver.retry();
    await pass(0);
    expect(requests[1]).toEqual(requests[0]);
  });

  it("keeps what was typed when the page comes from before an upgrade, and asks the new build no more", async () => {
    const { saver, requests, pass, answer } = setUp();
    saver.write([{ cellKey: "a", value: "2" }]);
    await pass(400);
    await answer(new UnrecognizedActionError("not found"));
    await pass(60_000);
    expect(requests).toHaveLength(1);
    expect(saver.saving().state).toBe("outdated");
    expect(saver.cell("a")).toMatchObject({ typed: "2", stored: "1" });
    expect(saver.wouldLose()).toBe(true);
  });

  it("sends by itself again what a full disk or a busy database kept back", async () => {
    const { saver, requests, pass, answer } = setUp();
    saver.write([{ cellKey: "a", value: "2" }]);
    await pass(400);
    await answer({ status: "refused", message: "磁盘已满。", isPassing: true });
    expect(saver.saving()).toMatchObject({ state: "refused", message: "磁盘已满。" });
    expect(saver.cell("a")).toMatchObject({ typed: "2", status: "refused" });
    await pass(30_000);
    expect(requests).toHaveLength(2);
    await answer(saved(requests[1]));
    expect(saver.cell("a")).toMatchObject({ stored: "2", status: "saved" });
  });

  it("says why the server refused and tries again with the next change", async () => {
    const { saver, requests, pass, answer } = setUp();
    saver.write([{ cellKey: "a", value: "2" }]);
    await pass(400);
    await answer({ status: "refused", message: "已经提交，不能再改。" });
    expect(saver.saving()).toMatchObject({ state: "refused", message: "已经提交，不能再改。" });
    expect(saver.cell("a")).toMatchObject({ typed: "2", status: "refused" });
    saver.write([{ cellKey: "b", value: "0" }]);
    await pass(400);
    expect(requests[1]?.requestId).toBe("request-2");
    expect(requests[1]?.changes.map((change) => change.cellKey)).toEqual(["a", "b"]);
  });

  it("keeps both values of a conflict and saves the other cells", async () => {
    const { saver, requests, pass, answer } = setUp();
    saver.write([
      { cellKey: "a", value: "2" },
      { cellKey: "b", value: "0" },
    ]);
    await pass(400);
    const theirs = { cellKey: "a", seen: "1", theirs: "7", by: "部门负责人", isOwn: false, at: "2020-01-14T06:05:00Z" };
    await answer({
      status: "saved",
      savedAt: "2020-01-14T06:06:32Z",
      cells: [{ cellKey: "b", value: "0" }],
      conflicts: [theirs],
    });
    expect(saver.cell("a")).toMatchObject({ typed: "2", status: "conflict", conflict: { mine: "2", theirs: "7" } });
    expect(saver.cell("b").status).toBe("saved");
    await pass(60_000);
    expect(requests).toHaveLength(1);

    saver.keepMine("a");
    await pass(400);
    expect(requests[1]?.changes).toEqual([{ cellKey: "a", seen: "7", value: "2" }]);
  });

  it("takes the other person's value without sending anything", async () => {
    const { saver, requests, pass, answer } = setUp();
    saver.write([{ cellKey: "a", value: "2" }]);
    await pass(400);
    const theirs = {
      cellKey: "a",
      seen: "1",
      theirs: null,
      by: "部门负责人",
      isOwn: false,
      at: "2020-01-14T06:05:00Z",
    };
    await answer({ status: "saved", savedAt: "2020-01-14T06:06:32Z", cells: [], conflicts: [theirs] });
    saver.takeTheirs("a");
    await pass(60_000);
    expect(saver.cell("a")).toMatchObject({ typed: "", stored: null, conflict: null });
    expect(saver.saving().conflicts).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  it("takes back a whole pasted block, and sends what stood there before", async () => {
    const { saver, requests, pass, answer } = setUp();
    saver.write([
      { cellKey: "a", value: "5" },
      { cellKey: "b", value: "6" },
    ]);
    await pass(400);
    await answer(saved(requests[0]));
    expect(saver.undo()).toEqual(["a", "b"]);
    await pass(400);
    expect(requests[1]?.changes).toEqual([
      { cellKey: "a", seen: "5", value: "1" },
      { cellKey: "b", seen: "6", value: null },
    ]);
    expect(saver.saving().canUndo).toBe(false);
  });

  it("never has two requests on the way", async () => {
    const { saver, requests, pass, answer } = setUp();
    saver.write([{ cellKey: "a", value: "2" }]);
    await pass(400);
    saver.write([{ cellKey: "b", value: "0" }]);
    await pass(10_000);
    expect(requests).toHaveLength(1);
    await answer(saved(requests[0]));
    await pass(0);
    expect(requests[1]?.changes).toEqual([{ cellKey: "b", seen: null, value: "0" }]);
  });

  it("gives the same view of saving while somebody only types", () => {
    const { saver } = setUp();
    const before = saver.saving();
    saver.type("a", "12");
    expect(saver.saving()).toBe(before);
    saver.write([{ cellKey: "a", value: "12" }]);
    expect(saver.saving()).not.toBe(before);
  });

  it("gives an abandoned cell its value back", () => {
    const { saver } = setUp();
    saver.type("a", "99");
    saver.restore("a");
    expect(saver.cell("a").typed).toBe("1");
  });
});
