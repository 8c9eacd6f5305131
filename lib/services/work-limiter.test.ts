import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { hashLike } from "@/lib/services/password";
import { createWorkLimiter } from "@/lib/services/work-limiter";

/** Work that ends when the test says so. */
function heldWork() {
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running -= 1;
  };
  const finish = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    while (ends.length > 0) {
      ends.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { work, finish, most: () => most };
}

describe("createWorkLimiter", () => {
  it("runs a few tasks at once, queues a few, and refuses the rest with a time to retry", async () => {
    const inLine = createWorkLimiter({ atOnce: 2, places: 3, placesOfOne: 3, workMs: 1000 });
    const { work, finish, most } = heldWork();
    const asked = Array.from({ length: 7 }, (_, index) => inLine(`sender ${index}`, work));
    const settled = Promise.allSettled(asked);
    await finish();
    const outcomes = await settled;
    expect(most()).toBe(2);
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      ...Array.from({ length: 5 }, () => "fulfilled"),
      "rejected",
      "rejected",
    ]);
    expect(outcomes[6]).toMatchObject({ reason: { code: "busy", details: { seconds: 2 } } });
  });

  it("keeps places for others when one sender floods it", async () => {
    const inLine = createWorkLimiter({ atOnce: 1, places: 10, placesOfOne: 2, workMs: 100 });
    const { work, finish } = heldWork();
    const flood = Promise.allSettled(Array.from({ length: 20 }, () => inLine("flood", work)));
    const other = inLine("somebody else", work);
    await finish();
    await expect(other).resolves.toBeUndefined();
    expect((await flood).filter((outcome) => outcome.status === "fulfilled")).toHaveLength(3);
  });

  it("runs prioritised tasks before the others, with a queue of their own", async () => {
    const inLine = createWorkLimiter({ atOnce: 1, places: 2, placesOfOne: 2, workMs: 1500, refusal: "reader_busy" });
    const { work, finish } = heldWork();
    const began: string[] = [];
    const ask = (name: string, isFirst: boolean) => {
      const begin = async () => {
        began.push(name);
        await work();
      };
      return inLine(name, begin, { isFirst });
    };
    const asked = [
      ask("being read", false),
      ask("stranger", false),
      ask("other stranger", false),
      ask("stranger too many", false),
      ask("clerk", true),
      ask("reviewer", true),
      ask("clerk too many", true),
    ];
    const settled = Promise.allSettled(asked);
    await finish();
    expect(began).toEqual(["being read", "clerk", "reviewer", "stranger", "other stranger"]);
    const outcomes = await settled;
    expect(outcomes[3]).toMatchObject({ reason: { code: "reader_busy", details: { seconds: 3 } } });
    expect(outcomes[6]).toMatchObject({ reason: { code: "reader_busy", details: { seconds: 3 } } });
  });

  it("continues after a task that failed", async () => {
    const inLine = createWorkLimiter({ atOnce: 1, places: 1, placesOfOne: 1, workMs: 100 });
    await expect(inLine("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await expect(inLine("a", () => Promise.resolve("yes"))).resolves.toBe("yes");
  });
});

describe("checking passwords", () => {
  it("leaves threads of the pool free for reading files", async () => {
    const sixty = Array.from({ length: 60 }, (_, index) => hashLike(null, "wrong", `sender ${index}`));
    const all = Promise.allSettled(sixty);
    let done = 0;
    for (const one of sixty) void one.then(() => (done += 1)).catch(() => undefined);
    await readdir(import.meta.dirname);
    expect(done).toBeLessThan(2);
    const refused = (await all).filter((outcome) => outcome.status === "rejected");
    expect(refused.length).toBeGreaterThan(15);
    expect(refused[0]).toMatchObject({ reason: { code: "busy" } });
  });
});
