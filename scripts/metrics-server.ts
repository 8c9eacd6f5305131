import { createServer } from "node:http";
import { Client } from "pg";
import { AggregatorRegistry, Counter, Gauge, Registry } from "prom-client";
import { findWritable } from "@/db/servers";

export type MetricsServer = { countRestart: () => void; stop: () => Promise<void> };

/** Answers Prometheus, at an address of its own: what all app processes counted together, the jobs, and the restarts. */
export async function serveMetrics(options: { host: string; port: number; appUrl: string }): Promise<MetricsServer> {
  const { host, port, appUrl } = options;
  const ofProcesses = new AggregatorRegistry();
  const own = new Registry();
  const restarts = new Counter({
    name: "nianbao_process_restarts_total",
    help: "App processes that ended by themselves and were started again.",
    registers: [own],
  });
  new Gauge({
    name: "nianbao_jobs",
    help: "Jobs by queue and state; a failed one waits for somebody to look at it.",
    labelNames: ["queue", "state"],
    registers: [own],
    async collect() {
      this.reset();
      for (const { queue, state, count } of await countJobs(appUrl)) this.set({ queue, state }, count);
    },
  });
  const server = createServer(async (request, response) => {
    if (request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    try {
      const [processes, ours] = await Promise.all([ofProcesses.clusterMetrics(), own.metrics()]);
      response.writeHead(200, { "content-type": own.contentType }).end(`${processes}\n${ours}`);
    } catch {
      response.writeHead(503).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    countRestart: () => restarts.inc(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** None while the database is away: the other figures are wanted then most of all. */
async function countJobs(appUrl: string): Promise<{ queue: string; state: string; count: number }[]> {
  const url = await findWritable(appUrl).catch(() => appUrl);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000, query_timeout: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ queue: string; state: string; count: number }>(
      "select name as queue, state::text, count(*)::int as count from pgboss.job group by 1, 2",
    );
    return rows;
  } catch {
    return [];
  } finally {
    await client.end().catch(() => undefined);
  }
}
