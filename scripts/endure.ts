import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/db/free-port";
import { ensureBuilt } from "./build";
import { printFailure, printLine, runStep, Stop } from "./console-output";
import { runFailovers } from "./testing/failover-run";
import { runFault } from "./testing/fault-run";
import { FAULTS } from "./testing/faults";
import { runKills, VICTIMS } from "./testing/kill-run";
import { runPooler } from "./testing/pooler-run";
import { countLost, runRestarts } from "./testing/restart-run";
import { endLaunched } from "./testing/started-app";
import { CannotRun, sayFigures } from "./testing/trial";
import { compareBuilds } from "./testing/two-builds";

const LONGEST_QUIET_MS = 2_000;

/** What this ends with where the machine lacks what a trial needs: nothing is proven then, and nothing wrong. */
const NOT_TRIED = 3;

/** What `npm run endure` can be asked for by name; each prints its figures and says whether they hold. */
const TRIALS: Readonly<Record<string, (wish: string | undefined) => Promise<boolean>>> = {
  kills: (wish) => inFolder((folder) => killAtRandom(Number(wish ?? 50), folder)),
  builds: buildTwice,
  failover: (wish) => inFolder((folder) => failOver(Number(wish ?? 3), folder)),
  restart: (wish) => inFolder((folder) => restartUnderLoad(Number(wish ?? 5), folder)),
  pooler: (wish) => inFolder((folder) => workThroughPooler(Number(wish ?? 3), folder)),
  faults: letFaultsHappen,
};

const [first = "kills", second] = process.argv.slice(2);
const isCount = !Number.isNaN(Number(first));
const trial = TRIALS[isCount ? "kills" : first];
if (!trial) {
  printLine(`There are: ${Object.keys(TRIALS).join(", ")}`);
  process.exit(2);
}
await runStep("构建应用", "Building the app", ensureBuilt);
try {
  process.exitCode = (await trial(isCount ? first : second)) ? 0 : 1;
} catch (error) {
  printFailure(error);
  if (error instanceof CannotRun) process.exitCode = NOT_TRIED;
}

async function inFolder(work: (folder: string) => Promise<boolean>): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), "nianbao-endure-"));
  try {
    return await work(folder);
  } finally {
    await endLaunched(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Kills the app and its database at random while clerks work, and says whether anything acknowledged is missing. */
async function killAtRandom(kills: number, dataDir: string): Promise<boolean> {
  const next = () => ({
    victim: VICTIMS[Math.floor(Math.random() * VICTIMS.length)] ?? VICTIMS[0],
    afterMs: Math.random() * LONGEST_QUIET_MS,
  });
  const run = await runKills({ kills, dataDir, port: await freePort(), next, say: printLine });
  for (const [victim, count] of Object.entries(run.kills)) printLine(`${count} × ${victim}`);
  return sayFigures(run.figures, printLine);
}

/** Kills the primary of two machines' database while clerks work and promotes its standby. */
async function failOver(failovers: number, folder: string): Promise<boolean> {
  return sayFigures(await runFailovers({ failovers, folder, say: printLine }), printLine);
}

/** Replaces the app's processes one by one while clerks work: nobody may notice. */
async function restartUnderLoad(restarts: number, dataDir: string): Promise<boolean> {
  const run = await runRestarts({ restarts, processes: 2, dataDir, say: printLine });
  printLine(`${run.asked} pages were asked for beside it; ${run.lost.length} were lost`);
  for (const line of run.lost) printLine(`✗ ${line}`);
  return sayFigures(run.figures, printLine) && countLost(run) === 0;
}

async function workThroughPooler(restarts: number, folder: string): Promise<boolean> {
  return sayFigures(await runPooler({ restarts, folder, say: printLine }), printLine);
}

/** The fault matrix, or the one fault of it that is named. What this machine cannot bring about is said, and no success. */
async function letFaultsHappen(wish: string | undefined): Promise<boolean> {
  if (wish !== undefined && !(wish in FAULTS)) throw new Stop(`There are: ${Object.keys(FAULTS).join(", ")}`);
  let holds = true;
  const notTried: string[] = [];
  for (const [name, fault] of Object.entries(FAULTS)) {
    if (wish !== undefined && wish !== name) continue;
    printLine(`\n${name}`);
    try {
      holds =
        (await inFolder(async (folder) => sayFigures(await runFault({ fault, folder, say: printLine }), printLine))) &&
        holds;
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      printLine(error.message);
      notTried.push(name);
    }
  }
  if (holds && notTried.length > 0) throw new CannotRun(`Not tried: ${notTried.join(", ")}`);
  return holds;
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
