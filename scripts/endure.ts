import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/db/free-port";
import { ensureBuilt } from "./build";
import { printLine, runStep } from "./console-output";
import { runKills, VICTIMS } from "./testing/kill-run";
import { endLaunched } from "./testing/started-app";
import { compareBuilds } from "./testing/two-builds";

const LONGEST_QUIET_MS = 2_000;

/** What `npm run endure` can be asked for by name; each prints its figures and says whether they hold. */
const TRIALS: Readonly<Record<string, (count: number) => Promise<boolean>>> = {
  kills: killAtRandom,
  builds: buildTwice,
};

const [first = "kills", second] = process.argv.slice(2);
const name = Number.isNaN(Number(first)) ? first : "kills";
const trial = TRIALS[name];
if (!trial) {
  printLine(`There are: ${Object.keys(TRIALS).join(", ")}`);
  process.exit(2);
}
await runStep("构建应用", "Building the app", ensureBuilt);
process.exitCode = (await trial(Number(second ?? (name === first ? 50 : first)))) ? 0 : 1;

/** Kills the app and its database at random while clerks work, and says whether anything acknowledged is missing. */
async function killAtRandom(kills: number): Promise<boolean> {
  const next = () => ({
    victim: VICTIMS[Math.floor(Math.random() * VICTIMS.length)] ?? VICTIMS[0],
    afterMs: Math.random() * LONGEST_QUIET_MS,
  });
  const dataDir = await mkdtemp(join(tmpdir(), "nianbao-endure-"));
  try {
    const run = await runKills({ kills, dataDir, port: await freePort(), next, say: printLine });
    for (const [victim, count] of Object.entries(run.kills)) printLine(`${count} × ${victim}`);
    for (const line of run.missing) printLine(`✗ ${line}`);
    printLine(
      `${kills} kills; ${run.saves} saves and ${run.moves} submits and withdrawals were acknowledged; ${run.missing.length} are missing or contradicted`,
    );
    return run.missing.length === 0;
  } finally {
    await endLaunched(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Builds the same sources in a second folder: their pages must be taken by either. */
async function buildTwice(): Promise<boolean> {
  const { buildIds, actions, onlyInOne } = await compareBuilds();
  const isSame = buildIds[0] === buildIds[1] && onlyInOne.length === 0;
  printLine(
    `builds ${buildIds.join(" and ")}; ${actions} server actions, ${onlyInOne.length} of them in one build only`,
  );
  return isSame;
}
