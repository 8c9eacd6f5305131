import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/db/free-port";
import { ensureBuilt } from "./build";
import { printLine, runStep } from "./console-output";
import { runKills, VICTIMS } from "./testing/kill-run";
import { endLaunched } from "./testing/started-app";

/** Kills the app and its database at random while clerks work, and says whether anything acknowledged is missing. */
const kills = Number(process.argv[2] ?? 50);
const LONGEST_QUIET_MS = 2_000;
const next = () => ({
  victim: VICTIMS[Math.floor(Math.random() * VICTIMS.length)] ?? VICTIMS[0],
  afterMs: Math.random() * LONGEST_QUIET_MS,
});
await runStep("构建应用", "Building the app", ensureBuilt);
const dataDir = await mkdtemp(join(tmpdir(), "nianbao-endure-"));
try {
  const run = await runKills({ kills, dataDir, port: await freePort(), next, say: printLine });
  for (const [victim, count] of Object.entries(run.kills)) printLine(`${count} × ${victim}`);
  for (const line of run.missing) printLine(`✗ ${line}`);
  printLine(
    `${kills} kills; ${run.saves} saves and ${run.moves} submits and withdrawals were acknowledged; ${run.missing.length} are missing or contradicted`,
  );
  process.exitCode = run.missing.length === 0 ? 0 : 1;
} finally {
  await endLaunched(dataDir);
  await rm(dataDir, { recursive: true, force: true });
}
