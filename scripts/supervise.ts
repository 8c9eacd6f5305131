import { setTimeout as sleep } from "node:timers/promises";

/** One app process, as its supervisor sees it. */
export type AppProcess = {
  /** True once it takes requests; false when it ended before. */
  isListening: Promise<boolean>;
  ended: Promise<unknown>;
  /** It takes no more connections, answers what it has, and ends. */
  retire(): void;
  /** The same in haste: connections that are kept for later are closed. */
  end(): void;
  kill(): void;
};

export type Supervision = {
  count: number;
  fork: () => AppProcess;
  say: (line: "endedByItself" | "restarting" | "restarted" | "notRestarted") => void;
  /** Told apart, so that a test need not wait. */
  pause?: (ms: number) => Promise<unknown>;
};

export type Supervised = {
  /** The first process takes requests; false when it ended instead. */
  firstIsListening: Promise<boolean>;
  /** Puts a new process in the place of each, one after the other; the old one goes when the new one takes requests. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Settles when no process could be started, again and again. */
  gaveUp: Promise<void>;
};

/** One of the processes that are to run, whichever runs there now. */
type Place = { process: AppProcess; endsInVain: number };

const DRAIN_MS = 10_000;
/** A process that is replaced may be sending a file to somebody with a slow line. */
const RETIRE_MS = 60_000;
const MANY_ENDS = 5;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Keeps so many processes running. One that ends by itself is started again at once, one that ends before it took a
 * request after a pause that grows.
 */
export function supervise({ count, fork, say, pause = sleep }: Supervision): Supervised {
  const places: Place[] = [];
  const listening = new Set<AppProcess>();
  const giveUp = Promise.withResolvers<void>();
  let isStopping = false;
  let restarting: Promise<void> | null = null;
  let isAskedAgain = false;

  const start = (): AppProcess => {
    const process = fork();
    void process.isListening.then((isListening) => isListening && listening.add(process));
    void process.ended.then(() => listening.delete(process));
    return process;
  };

  const keep = async (place: Place): Promise<void> => {
    while (!isStopping) {
      const { process } = place;
      const isListening = await process.isListening;
      await process.ended;
      if (isStopping) return;
      if (place.process !== process) continue;
      place.endsInVain = isListening ? 0 : place.endsInVain + 1;
      if (place.endsInVain >= MANY_ENDS && listening.size === 0) return giveUp.resolve();
      say("endedByItself");
      if (place.endsInVain > 0) await pause(Math.min(LONGEST_PAUSE_MS, 250 * 2 ** place.endsInVain));
      if (isStopping) return;
      if (place.process === process) place.process = start();
    }
  };

  const open = (): AppProcess => {
    const place = { process: start(), endsInVain: 0 };
    places.push(place);
    void keep(place);
    return place.process;
  };

  const replaceAll = async (): Promise<void> => {
    say("restarting");
    for (const place of places) {
      if (!(await replaceProcess(place, start, () => isStopping))) return say("notRestarted");
    }
    say("restarted");
  };

  const first = open();
  // The first has all the cores until it answers.
  void first.isListening.then(async () => {
    while (places.length < count && !isStopping) await open().isListening;
  });

  return {
    firstIsListening: first.isListening,
    gaveUp: giveUp.promise,
    async restart() {
      if (restarting) {
        isAskedAgain = true;
        return restarting;
      }
      restarting = replaceAll();
      await restarting;
      restarting = null;
      if (!isAskedAgain || isStopping) return;
      isAskedAgain = false;
      await this.restart();
    },
    async stop() {
      isStopping = true;
      const all = places.map(({ process }) => process);
      for (const process of all) process.end();
      await Promise.all(all.map((process) => endWithin(process, DRAIN_MS)));
    },
  };
}

/** Puts a new process in the place of the one there, unless that ended meanwhile. False where the new one did not start. */
async function replaceProcess(place: Place, start: () => AppProcess, isStopping: () => boolean): Promise<boolean> {
  const before = place.process;
  const next = start();
  if (!(await next.isListening)) return false;
  if (isStopping() || place.process !== before) {
    next.kill();
    return true;
  }
  place.process = next;
  before.retire();
  await endWithin(before, RETIRE_MS);
  return true;
}

async function endWithin(process: AppProcess, ms: number): Promise<void> {
  const hasEnded = await Promise.race([process.ended.then(() => true), sleep(ms, false, { ref: false })]);
  if (!hasEnded) process.kill();
  await process.ended;
}
