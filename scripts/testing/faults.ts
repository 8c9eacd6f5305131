import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { processesOf } from "@/db/embedded-process";
import { createFalseClock, isFakeTimeThere } from "./false-clock";
import { strikeJob } from "./job-fault";
import { fillDisk, mountSmallDisk, unmount } from "./small-disk";
import { appProcessesOf, kill } from "./started-app";
import { CannotRun } from "./trial";
import {
  giveConnections,
  openAtServer,
  openBuiltIn,
  type ServerOffice,
  type TrialOffice,
  takeConnections,
} from "./trial-office";

/** What goes wrong in an office while its clerks work, and how it is put right. */
export type Struck = { office: TrialOffice; strike: () => Promise<void>; end: () => Promise<void> };

export type Fault = {
  /** How long it lasts. */
  lastsMs: number;
  prepare: (folder: string) => Promise<Struck>;
};

const STRACE = "/usr/bin/strace";

/** The fault matrix, by the names that `npm run endure faults NAME` takes. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  "app killed": atServer(0, {
    strike: async ({ app }) => {
      for (const pid of appProcessesOf(app.pid)) kill(pid);
    },
  }),
  "database killed": atServer(5_000, { strike: ({ server }) => server.kill(), end: ({ server }) => server.start() }),
  "database paused": atServer(60_000, {
    strike: ({ server }) => server.signal("SIGSTOP"),
    end: ({ server }) => server.signal("SIGCONT"),
  }),
  "network cut": atServer(20_000, { strike: async ({ relay }) => relay.cut(), end: async ({ relay }) => relay.mend() }),
  "network silent": atServer(60_000, {
    strike: async ({ relay }) => relay.stall(),
    end: async ({ relay }) => relay.mend(),
  }),
  "network lossy": atServer(30_000, {
    strike: async ({ relay }) => relay.spoil({ delayMs: 30, breaksEvery: 150 }),
    end: async ({ relay }) => relay.mend(),
  }),
  "connections exhausted": atServer(15_000, {
    strike: ({ server }) => takeConnections(server),
    end: ({ server }) => giveConnections(server),
  }),
  "job's process killed": atServer(0, { strike: strikeJob }),
  "slow disk": { lastsMs: 30_000, prepare: prepareSlowDisk },
  "full disk": { lastsMs: 20_000, prepare: prepareFullDisk },
  "clock forward": { lastsMs: 15_000, prepare: (folder) => prepareClock(folder, "+90m") },
  "clock back": { lastsMs: 15_000, prepare: (folder) => prepareClock(folder, "-90m") },
};

function atServer(
  lastsMs: number,
  fault: { strike: (office: ServerOffice) => Promise<void>; end?: (office: ServerOffice) => Promise<void> },
): Fault {
  return {
    lastsMs,
    prepare: async (folder) => {
      const office = await openAtServer(folder);
      return { office, strike: () => fault.strike(office), end: async () => fault.end?.(office) };
    },
  };
}

/** Each write that has to reach the disk takes a fifth of a second longer. */
async function prepareSlowDisk(folder: string): Promise<Struck> {
  if (!existsSync(STRACE)) throw new CannotRun("A slow disk is not tried: this machine has no strace.");
  const office = await openAtServer(folder);
  let tracer: ChildProcess | null = null;
  return {
    office,
    strike: async () => {
      const pids = await processesOf(`nianbao-trial-${process.pid}-server`);
      tracer = spawn(
        STRACE,
        [
          ...[
            "-f",
            "-e",
            "trace=fsync,fdatasync",
            "-e",
            "inject=fsync,fdatasync:delay_enter=200000",
            "-o",
            "/dev/null",
          ],
          ...pids.flatMap((pid) => ["-p", `${pid}`]),
        ],
        { stdio: "ignore" },
      );
    },
    end: async () => {
      tracer?.kill("SIGTERM");
    },
  };
}

/** Everything that the app and its own database write lies on a disk that something else fills up. */
async function prepareFullDisk(folder: string): Promise<Struck> {
  const disk = join(folder, "disk");
  await mkdir(disk, { mode: 0o700 });
  await mountSmallDisk(disk, 400);
  const office = await openBuiltIn(disk);
  const filler = join(disk, "filler");
  const close = async () => {
    await office.close();
    await unmount(disk);
  };
  return { office: { ...office, close }, strike: () => fillDisk(filler), end: () => rm(filler) };
}

/** The clock of the whole machine jumps: of the app and of its own database. */
async function prepareClock(folder: string, offset: string): Promise<Struck> {
  if (!isFakeTimeThere) throw new CannotRun("A clock that jumps is not tried: this machine has no libfaketime.");
  const clock = await createFalseClock(folder);
  const office = await openBuiltIn(join(folder, "data"), clock.environment);
  return { office, strike: () => clock.set(offset), end: () => clock.set("+0") };
}
