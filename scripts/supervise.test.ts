import { describe, expect, it } from "vitest";
import { type AppProcess, supervise } from "./supervise";

/** Processes that do what the test tells them. */
function setUp(count: number) {
  const forked: ReturnType<typeof makeProcess>[] = [];
  const pauses: number[] = [];
  const said: string[] = [];
  const makeProcess = () => {
    const listening = Promise.withResolvers<boolean>();
    const ended = Promise.withResolvers<void>();
    const told: string[] = [];
    const end = (order: string) => () => {
      told.push(order);
      listening.resolve(false);
      ended.resolve();
    };
    const process: AppProcess = {
      isListening: listening.promise,
      ended: ended.promise,
      retire: end("retire"),
      end: end("end"),
      kill: end("kill"),
    };
    return { process, told, listen: () => listening.resolve(true), die: end("died") };
  };
  const supervised = supervise({
    count,
    fork() {
      const made = makeProcess();
      forked.push(made);
      return made.process;
    },
    say: (line) => said.push(line),
    pause: async (ms) => void pauses.push(ms),
  });
  const settle = () => new Promise((done) => setImmediate(done));
  const listenAll = async () => {
    for (let index = 0; index < forked.length; index += 1) {
      forked[index]?.listen();
      await settle();
    }
  };
  return { supervised, forked, pauses, said, settle, listenAll };
}

describe("supervise", () => {
  it("starts the others when the first takes requests", async () => {
    const { forked, listenAll } = setUp(3);
    expect(forked).toHaveLength(1);
    await listenAll();
    expect(forked).toHaveLength(3);
  });

  it("starts a process that ended by itself again at once", async () => {
    const { forked, listenAll, settle, pauses } = setUp(2);
    await listenAll();
    forked[1]?.die();
    await settle();
    expect(forked).toHaveLength(3);
    expect(pauses).toEqual([]);
  });

  it("waits longer each time for one that never takes a request, and goes on as long as another does", async () => {
    const { forked, listenAll, settle, pauses } = setUp(2);
    await listenAll();
    forked[1]?.die();
    for (let index = 2; index < 9; index += 1) {
      await settle();
      forked[index]?.die();
    }
    await settle();
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 16000, 30000]);
  });

  it("gives up when none can be started", async () => {
    const { supervised, forked, settle } = setUp(1);
    for (let index = 0; index < 5; index += 1) {
      forked[index]?.die();
      await settle();
    }
    await supervised.gaveUp;
    expect(forked).toHaveLength(5);
  });

  it("replaces one after the other, and lets an old one go only when its successor takes requests", async () => {
    const { supervised, forked, listenAll, settle, said } = setUp(2);
    await listenAll();
    const restarted = supervised.restart();
    await settle();
    expect(forked).toHaveLength(3);
    expect(forked[0]?.told).toEqual([]);
    forked[2]?.listen();
    await settle();
    expect(forked[0]?.told).toEqual(["retire"]);
    expect(forked[1]?.told).toEqual([]);
    forked[3]?.listen();
    await restarted;
    expect(forked[1]?.told).toEqual(["retire"]);
    expect(said).toEqual(["restarting", "restarted"]);
    expect(forked).toHaveLength(4);
  });

  it("keeps the old ones when a new one cannot be started", async () => {
    const { supervised, forked, listenAll, settle, said } = setUp(2);
    await listenAll();
    const restarted = supervised.restart();
    await settle();
    forked[2]?.die();
    await restarted;
    expect(said).toEqual(["restarting", "notRestarted"]);
    expect([forked[0]?.told, forked[1]?.told]).toEqual([[], []]);
  });

  it("ends all of them, and starts none again", async () => {
    const { supervised, forked, listenAll } = setUp(2);
    await listenAll();
    await supervised.stop();
    expect(forked.map(({ told }) => told)).toEqual([["end"], ["end"]]);
  });
});
