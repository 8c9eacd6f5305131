import { readdirSync, readFileSync } from "node:fs";
import { appProcessesOf, processesWith } from "@/scripts/testing/started-app";

/** Linux counts the time of a process in hundredths of a second. */
const TICK_MS = 10;

export type ProcessorTime = { appMs: number; databaseMs: number };

/**
 * What the app's processes and the database's have worked so far. Unlike the time on the clock it says the same on a
 * machine that is busy with something else.
 */
export function processorTime(startPid: number, dataDir: string): ProcessorTime {
  const postmasters = processesWith(dataDir).filter((pid) => nameOf(pid).startsWith("postgres"));
  const backends = allProcesses().filter((pid) => postmasters.includes(parentOf(pid)));
  return { appMs: sumOf(appProcessesOf(startPid)), databaseMs: sumOf([...postmasters, ...backends]) };
}

/** The memory that the app's processes hold now, in megabytes. */
export function appMemoryMb(startPid: number): number {
  const kb = appProcessesOf(startPid).map((pid) => Number(read(pid, "status").match(/VmRSS:\s+(\d+)/)?.[1] ?? 0));
  return Math.round((kb.reduce((sum, one) => sum + one, 0) * 1024) / 1_000_000);
}

function allProcesses(): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid > 0);
}

/** What follows the name in brackets, which may hold anything: the state, the parent, and so on. */
const fieldsOf = (pid: number): string[] => read(pid, "stat").split(") ").at(-1)?.split(" ") ?? [];
const nameOf = (pid: number): string => read(pid, "comm");
const parentOf = (pid: number): number => Number(fieldsOf(pid)[1] ?? 0);

function sumOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = fieldsOf(pid);
    // Its own time, as a user and in the system, and that of its children that have ended: connections come and go.
    return sum + fields.slice(11, 15).reduce((ticks, field) => ticks + Number(field), 0) * TICK_MS;
  }, 0);
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
