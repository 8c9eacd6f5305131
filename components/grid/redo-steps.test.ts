import { describe, expect, it } from "vitest";
import { createCellSaver } from "@/components/saving/cell-saver";
import { createRedoSteps } from "./redo-steps";

function setUp() {
  const saver = createCellSaver({
    figures: { a: "1", b: null },
    save: () => new Promise(() => {}),
    clock: { later: () => () => {} },
    newRequestId: () => "request",
  });
  const steps = createRedoSteps(saver, ["a", "b"]);
  const values = () => [saver.cell("a").written, saver.cell("b").written];
  return { saver, steps, values };
}

describe("createRedoSteps", () => {
  it("does again what was taken back, whole blocks, step by step, and lets it be taken back once more", () => {
    const { saver, steps, values } = setUp();
    saver.write([
      { cellKey: "a", value: "5" },
      { cellKey: "b", value: "6" },
    ]);
    saver.write([{ cellKey: "a", value: "7" }]);
    expect(steps.undo()).toEqual(["a"]);
    expect(steps.undo()).toEqual(["a", "b"]);
    expect(values()).toEqual(["1", null]);
    expect(steps.redo()).toEqual(["a", "b"]);
    expect(values()).toEqual(["5", "6"]);
    expect(steps.redo()).toEqual(["a"]);
    expect(values()).toEqual(["7", "6"]);
    expect(steps.redo()).toEqual([]);
    expect(steps.undo()).toEqual(["a"]);
    expect(values()).toEqual(["5", "6"]);
  });

  it("forgets what was taken back as soon as something else is written", () => {
    const { saver, steps, values } = setUp();
    saver.write([{ cellKey: "a", value: "5" }]);
    steps.undo();
    saver.write([{ cellKey: "b", value: "2" }]);
    expect(steps.redo()).toEqual([]);
    expect(values()).toEqual(["1", "2"]);
    steps.undo();
    expect(steps.redo()).toEqual(["b"]);
    expect(steps.redo()).toEqual([]);
  });
});
