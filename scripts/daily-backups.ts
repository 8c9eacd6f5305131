import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { PROJECT_DIR } from "./project-dir";

/** A start has enough to do. */
const FIRST_MS = 10 * 60_000;
/** What is due is found out from the database each time. */
const EVERY_MS = 60 * 60_000;

/**
 * Asks for the day's backup soon and then every hour, in a process of its own that takes what others leave: the app does
 * not have the owner's login, and this process has to supervise.
 */
export function startDailyBackups(): { stop(): Promise<void> } {
  let running: ChildProcess | null = null;
  const ask = () => {
    if (running) return;
    const command = [process.execPath, join(PROJECT_DIR, "scripts/nianbao.ts"), "backup", "--daily"];
    // Its complaints go where those of the app go; the administrator's page says them too.
    const stdio = ["ignore", "ignore", "inherit", "ipc"] as const;
    running = spawn("nice", ["-n", "10", ...command], { cwd: PROJECT_DIR, stdio: [...stdio] });
    const end = () => {
      running = null;
    };
    running.once("exit", end).once("error", end);
  };
  const first = setTimeout(ask, FIRST_MS);
  const further = setInterval(ask, EVERY_MS);
  return {
    async stop() {
      clearTimeout(first);
      clearInterval(further);
      const child = running;
      if (!child) return;
      const ended = new Promise((resolve) => child.once("exit", resolve).once("error", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}
