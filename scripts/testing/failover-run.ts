import { Client } from "pg";
import { DEMONSTRATION_PASSWORD } from "@/db/demo/load-demonstration";
import { freePort } from "@/db/free-port";
import {
  administer,
  createServer,
  createStandby,
  isDebianPostgresThere,
  openOffice,
  type TrialServer,
} from "@/db/testing/trial-server";
import { type Balancer, isBalancerThere, startBalancer } from "./balancer";
import { setClerksToWork } from "./busy-clerks";
import { isHealthy, launch, untilReady } from "./started-app";
import { CannotRun, countFigures, type Figures, type Say, until, untilWorkGoesOn } from "./trial";

const SECRET = "a secret that all machines of the office share";

/** Says what this machine lacks for the trial; null where nothing is. */
export function lackingForFailover(): string | null {
  const lacking = [isDebianPostgresThere ? "" : "postgresql-15", isBalancerThere ? "" : "haproxy"].filter(Boolean);
  return lacking.length === 0 ? null : `The failover is not tried: this machine has no ${lacking.join(" and no ")}.`;
}

/**
 * Two machines with the app behind the balancer of `deploy/haproxy.cfg`, a primary and its synchronous standby. While
 * clerks work the primary is killed and the standby promoted, as often as asked for; what was killed becomes the next
 * standby.
 */
export async function runFailovers(params: { failovers: number; folder: string; say: Say }): Promise<Figures> {
  const { failovers, folder, say } = params;
  const lacking = lackingForFailover();
  if (lacking) throw new CannotRun(lacking);

  const options = { folder, from: "debian", isDurable: true } as const;
  const one = { ...options, name: "one" };
  const two = { ...options, name: "two" };
  const first = await createServer(one);
  await first.start();
  const firstUrl = await openOffice(first);
  const second = await createStandby(two, first);
  await second.start();
  await waitForStandby(first);

  const hosts = `127.0.0.1:${first.port},127.0.0.1:${second.port}`;
  const databaseUrl = firstUrl.replace(`127.0.0.1:${first.port}`, hosts).concat("?target_session_attrs=read-write");
  const port = await freePort();
  const apps = [await freePort(), await freePort()];
  const machines = apps.map((appPort) =>
    launch({
      port: appPort,
      dataDir: "/dev/null/nianbao",
      args: ["--demo"],
      env: {
        DATABASE_URL: databaseUrl,
        NEXTAUTH_SECRET: SECRET,
        NEXTAUTH_URL: `https://localhost:${port}`,
        NIANBAO_TRUSTED_PROXIES: "127.0.0.1",
        NIANBAO_PROCESSES: "1",
      },
    }),
  );
  await Promise.all(machines.map(untilReady));
  const balancer = await startBalancer({ folder, port, apps });
  const clerks = await setClerksToWork(balancer.origin, DEMONSTRATION_PASSWORD);

  let servers = [
    { ...one, server: first },
    { ...two, server: second },
  ] as const;
  for (let count = 1; count <= failovers; count += 1) {
    const [primary, standby] = servers;
    await untilWorkGoesOn(clerks, 20);
    const done = clerks.progress();
    const killedAt = performance.now();
    await primary.server.kill();
    await untilSaidInWords(balancer, count);
    await administer(standby.server, "select pg_promote()");
    await untilWorkGoesOn(clerks);
    await until(() => isHealthy(balancer.origin));
    say(
      `${count}. primary killed after ${done} answers, standby promoted; answering again after ${Math.round(performance.now() - killedAt)} ms`,
    );
    if (count === failovers) break;
    const server = await createStandby(primary, standby.server, primary.server.port);
    await server.start();
    await waitForStandby(standby.server);
    servers = [standby, { ...primary, server }];
  }
  await untilWorkGoesOn(clerks, 20);
  await clerks.finish();
  const last = servers[1].server;
  const figures = await countFigures(last.urlOf("nianbao"), clerks);
  for (const machine of machines) machine.signal("SIGTERM");
  await Promise.all(machines.map(({ ended }) => ended));
  await balancer.stop();
  await last.stop();
  return figures;
}

/** Waits until the balancer has taken both machines for not ready, and until people are told so by one of them all the same. */
async function untilSaidInWords({ origin, said }: Balancer, times: number): Promise<void> {
  await until(() => said().split("backend app has no server available").length > times);
  const answer = await fetch(`${origin}/reports`, { headers: { accept: "text/html" } });
  const page = await answer.text();
  if (answer.status !== 503 || !answer.headers.has("retry-after") || !page.includes("已经保存的内容都在")) {
    throw new Error(`people are told no more than ${answer.status}: ${page}`);
  }
}

/** From then on nothing is acknowledged that the standby does not have. */
async function waitForStandby(primary: TrialServer): Promise<void> {
  await administer(primary, "alter system set synchronous_standby_names = '*'", "select pg_reload_conf()");
  await until(async () => {
    const client = new Client({ connectionString: primary.urlOf("postgres") });
    await client.connect();
    const { rows } = await client.query("select from pg_stat_replication where sync_state in ('sync', 'quorum')");
    await client.end();
    return rows.length > 0;
  });
}
