import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram } from "prom-client";

const SECONDS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];

type Kind = "page" | "action" | "api" | "static";

/**
 * Counts what this process does, for Prometheus: the start script asks all processes and adds up. The app says what it
 * does on channels of Node's own (`nianbao.…`), so that its rules know nothing of figures about themselves.
 */
export function startMetrics(): {
  countAnswer: (request: IncomingMessage, response: ServerResponse, ms: number) => void;
} {
  // Answers the start script's question; everything below is on the common registry.
  new AggregatorRegistry();
  collectDefaultMetrics();
  const requests = new Counter({
    name: "nianbao_http_requests_total",
    help: "Requests answered, by kind, method and status.",
    labelNames: ["kind", "method", "status"],
  });
  const durations = new Histogram({
    name: "nianbao_http_request_seconds",
    help: "How long answers took, by kind.",
    labelNames: ["kind"],
    buckets: SECONDS,
  });
  countEvents();
  countRenders();
  watchPool();
  return {
    countAnswer(request, response, ms) {
      const kind = kindOf(request);
      requests.inc({ kind, method: request.method ?? "", status: String(response.statusCode) });
      durations.observe({ kind }, ms / 1000);
    },
  };
}

function kindOf({ headers, url = "/" }: IncomingMessage): Kind {
  if (url.startsWith("/_next/")) return "static";
  if (url.startsWith("/api/")) return "api";
  return headers["next-action"] === undefined ? "page" : "action";
}

/** Saves, submits, reviews, publications: whatever the history tells. */
function countEvents(): void {
  const events = new Counter({
    name: "nianbao_events_total",
    help: "Events written to the history, by type: figures_saved, section_submitted and so on.",
    labelNames: ["type"],
  });
  subscribe("nianbao.events", (types) => {
    if (!Array.isArray(types)) return;
    for (const type of types) if (typeof type === "string") events.inc({ type });
  });
}

function countRenders(): void {
  const renders = new Histogram({
    name: "nianbao_render_seconds",
    help: "How long files of reports took to write, by file type.",
    labelNames: ["format"],
    buckets: SECONDS,
  });
  subscribe("nianbao.render", (render) => {
    if (typeof render !== "object" || render === null || !("format" in render) || !("ms" in render)) return;
    renders.observe({ format: String(render.format) }, Number(render.ms) / 1000);
  });
}

/** What a pool says of itself. */
type Pool = { totalCount: number; idleCount: number; waitingCount: number };

function isPool(opened: unknown): opened is Pool {
  return typeof opened === "object" && opened !== null && "totalCount" in opened && "waitingCount" in opened;
}

function watchPool(): void {
  const pools: Pool[] = [];
  subscribe("nianbao.pool", (opened) => {
    if (isPool(opened)) pools.push(opened);
  });
  new Gauge({
    name: "nianbao_database_connections",
    help: "Connections to the database: in use, idle, and requests that wait for one.",
    labelNames: ["state"],
    collect() {
      const sum = (of: (pool: Pool) => number) => pools.reduce((total, pool) => total + of(pool), 0);
      this.set(
        { state: "used" },
        sum((pool) => pool.totalCount - pool.idleCount),
      );
      this.set(
        { state: "idle" },
        sum((pool) => pool.idleCount),
      );
      this.set(
        { state: "waited_for" },
        sum((pool) => pool.waitingCount),
      );
    },
  });
}
