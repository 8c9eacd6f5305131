import { DEMONSTRATION_PASSWORD } from "@/db/demo/load-demonstration";
import { startEmbedded } from "@/db/embedded";
import { freePort } from "@/db/free-port";
import { askWithoutPause } from "./ask-without-pause";
import { setClerksToWork } from "./busy-clerks";
import { appProcessesOf, launch, untilReady } from "./started-app";
import { countFigures, type Figures, type Say, until, untilWorkGoesOn } from "./trial";

export type RestartRun = {
  figures: Figures;
  /** Pages that were asked for beside the clerks' work without a pause, and those of them that came to nothing. */
  asked: number;
  lost: string[];
};

/** Replaces the app's processes one by one, as SIGHUP does, while clerks work and pages are asked for without a pause. */
export async function runRestarts(params: {
  restarts: number;
  processes: number;
  dataDir: string;
  say: Say;
}): Promise<RestartRun> {
  const { restarts, processes, dataDir, say } = params;
  const app = launch({ port: await freePort(), dataDir, env: { NIANBAO_PROCESSES: `${processes}` } });
  await untilReady(app);
  const running = () => appProcessesOf(app.pid);
  await until(() => running().length === processes);
  const clerks = await setClerksToWork(app.origin, DEMONSTRATION_PASSWORD);
  const load = askWithoutPause(app.origin, 4);

  for (let count = 1; count <= restarts; count += 1) {
    await untilWorkGoesOn(clerks, 10);
    const before = running();
    const startedAt = performance.now();
    app.signal("SIGHUP");
    await until(() => running().length === processes && running().every((pid) => !before.includes(pid)));
    say(`${count}. all ${processes} processes replaced in ${Math.round(performance.now() - startedAt)} ms`);
  }
  await untilWorkGoesOn(clerks, 10);
  await clerks.finish();
  const { answered, lost } = await load.finish();
  const server = await startEmbedded({ dataDir, say });
  const figures = await countFigures(server.ownerUrl, clerks);
  await server.stop();
  app.signal("SIGTERM");
  await app.ended;
  return { figures, asked: answered + lost.length, lost };
}

/** Requests that somebody sent and that were not answered. */
export function countLost({ figures, lost }: RestartRun): number {
  return [...figures.failed.values()].reduce((sum, count) => sum + count, lost.length);
}
