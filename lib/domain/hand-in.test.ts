import { describe, expect, it } from "vitest";
import type { DeskAct } from "@/lib/domain/desk";
import { arrangeHandIn, type HandInTask, isAllReady, listNilUnsent } from "@/lib/domain/hand-in";

type Task = HandInTask & { id: string };

function task(id: string, act: DeskAct, more: Partial<Task> = {}): Task {
  return { id, act, isNil: false, mayBeNil: false, errors: 0, warnings: 0, ...more };
}

const ready = task("ready", "continue");
const blank = task("blank", "start", { mayBeNil: true, errors: 132 });
const wrong = task("wrong", "revise", { errors: 1 });
const unexplained = task("unexplained", "continue", { warnings: 1 });
const toSign = task("sign", "sign");
const sent = task("sent", "look", { isNil: true });

describe("arrangeHandIn", () => {
  it("puts each section in one part, by what can be done with all of its kind at once", () => {
    const parts = arrangeHandIn([ready, blank, wrong, unexplained, toSign, sent]);
    expect(parts).toEqual({
      toSign: [toSign],
      nothingFilled: [blank],
      ready: [ready],
      unfinished: [wrong, unexplained],
      sent: [sent],
    });
  });

  it("says that all is ready when nothing but submitting is left", () => {
    expect(isAllReady(arrangeHandIn([ready, sent]))).toBe(true);
    expect(isAllReady(arrangeHandIn([sent]))).toBe(false);
    for (const other of [blank, wrong, toSign]) expect(isAllReady(arrangeHandIn([ready, other]))).toBe(false);
  });
});

describe("listNilUnsent", () => {
  it("lists what was said to be nil as long as it can be taken back", () => {
    const nil = task("nil", "continue", { isNil: true });
    expect(listNilUnsent([nil, ready, sent])).toEqual([nil]);
  });
});
