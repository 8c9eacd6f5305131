import { prepareAppRole } from "@/db/app-role";
import { DEMONSTRATION_PASSWORD } from "@/db/demo/load-demonstration";
import { freePort } from "@/db/free-port";
import { isPoolerThere, startPooler } from "@/db/testing/pooler";
import { createServer, isDebianPostgresThere, openOffice } from "@/db/testing/trial-server";
import { setClerksToWork } from "./busy-clerks";
import { launch, untilReady } from "./started-app";
import { CannotRun, countFigures, type Figures, type Say, untilWorkGoesOn } from "./trial";

/** Says what this machine lacks for the trial; null where nothing is. */
export function lackingForPooler(): string | null {
  const lacking = [isDebianPostgresThere ? "" : "postgresql-15", isPoolerThere ? "" : "pgbouncer"].filter(Boolean);
  return lacking.length === 0 ? null : `The pooler is not tried: this machine has no ${lacking.join(" and no ")}.`;
}

/** The app with PgBouncer in transaction mode before its server, started anew while clerks work. */
export async function runPooler(params: { restarts: number; folder: string; say: Say }): Promise<Figures> {
  const { restarts, folder, say } = params;
  const lacking = lackingForPooler();
  if (lacking) throw new CannotRun(lacking);

  const server = await createServer({ folder, name: "pooled", from: "debian", isDurable: true });
  await server.start();
  const ownerUrl = await openOffice(server);
  const login = await prepareAppRole({ ownerUrl, password: "of-the-tests", ours: true });
  if ("problem" in login) throw new Error(login.problem.en);
  const pooler = await startPooler(login.url);

  const port = await freePort();
  const start = async () => {
    const app = launch({
      port,
      dataDir: "/dev/null/nianbao",
      args: ["--demo"],
      env: {
        DATABASE_URL: ownerUrl,
        DATABASE_APP_URL: pooler.url,
        NEXTAUTH_SECRET: "a secret that all machines of the office share",
        NIANBAO_PROCESSES: "2",
      },
    });
    await untilReady(app);
    return app;
  };
  let app = await start();
  const clerks = await setClerksToWork(app.origin, DEMONSTRATION_PASSWORD);
  for (let count = 1; count <= restarts; count += 1) {
    await untilWorkGoesOn(clerks, 20);
    const done = clerks.progress();
    const endedAt = performance.now();
    app.signal("SIGTERM");
    await app.ended;
    app = await start();
    await untilWorkGoesOn(clerks);
    say(
      `${count}. app ended after ${done} answers and started again; answering after ${Math.round(performance.now() - endedAt)} ms`,
    );
  }
  await untilWorkGoesOn(clerks, 20);
  await clerks.finish();
  const figures = await countFigures(server.urlOf("nianbao"), clerks);
  app.signal("SIGTERM");
  await app.ended;
  await pooler.stop();
  await server.stop();
  return figures;
}
