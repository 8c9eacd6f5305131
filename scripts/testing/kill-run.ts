import { setTimeout as sleep } from "node:timers/promises";
import { DEMONSTRATION_PASSWORD } from "@/db/demo/load-demonstration";
import { startEmbedded } from "@/db/embedded";
import { setClerksToWork } from "./busy-clerks";
import { childrenOf, isHealthy, kill, launch, processesWith, type StartedApp, untilReady } from "./started-app";
import { countFigures, type Figures, type Say, untilWorkGoesOn } from "./trial";

export const VICTIMS = [
  "the app",
  "PostgreSQL",
  "a worker of PostgreSQL",
  "npm start",
  "the app and PostgreSQL",
  "all of them",
] as const;
export type Victim = (typeof VICTIMS)[number];

export type KillRun = { kills: Record<Victim, number>; figures: Figures };

/**
 * Starts the app on an empty folder, sets clerks to work on it, kills its processes while they save and
 * submit, and afterwards looks for everything that was acknowledged.
 */
export async function runKills(params: {
  kills: number;
  dataDir: string;
  port: number;
  /** Whom the next kill is for, and how long the clerks work before it. */
  next: (count: number) => { victim: Victim; afterMs: number };
  say: Say;
}): Promise<KillRun> {
  const { dataDir, port, say } = params;
  const kills = Object.fromEntries(VICTIMS.map((victim) => [victim, 0])) as KillRun["kills"];
  let app = await start(dataDir, port);
  const clerks = await setClerksToWork(app.origin, DEMONSTRATION_PASSWORD);
  const { progress } = clerks;

  for (let count = 1; count <= params.kills; count += 1) {
    await untilWorkGoesOn(clerks);
    const { victim, afterMs } = params.next(count);
    await sleep(afterMs);
    kills[victim] += 1;
    const done = progress();
    strike(victim, app, dataDir);
    const killedAt = performance.now();
    if (victim === "npm start" || victim === "all of them") {
      await app.ended;
      app = await start(dataDir, port);
    }
    while (progress() === done || !(await isHealthy(app.origin))) await sleep(20);
    say(
      `${count}. ${victim} killed after ${done} answers; answering again after ${Math.round(performance.now() - killedAt)} ms`,
    );
  }

  await clerks.finish();
  const server = await startEmbedded({ dataDir, say });
  const figures = await countFigures(server.ownerUrl, clerks);
  await server.stop();
  app.signal("SIGTERM");
  await app.ended;
  return { kills, figures };
}

async function start(dataDir: string, port: number): Promise<StartedApp> {
  const app = launch({ port, dataDir });
  await untilReady(app);
  return app;
}

function strike(victim: Victim, app: StartedApp, dataDir: string): void {
  const servers = processesWith(dataDir);
  const workers = servers.flatMap(childrenOf);
  // Those that are a moment away from being started again have nothing to strike.
  const one = workers[workers.length - 1];
  if (victim === "npm start" || victim === "all of them") app.signal("SIGKILL");
  if (victim === "the app" || victim === "the app and PostgreSQL" || victim === "all of them") {
    for (const pid of childrenOf(app.pid)) kill(pid);
  }
  if (victim === "PostgreSQL" || victim === "the app and PostgreSQL" || victim === "all of them") {
    for (const pid of servers) kill(pid);
  }
  if (victim === "a worker of PostgreSQL" && one !== undefined) kill(one);
}
