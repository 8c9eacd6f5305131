import { Agent, type IncomingMessage, request } from "node:http";
import { performance } from "node:perf_hooks";
import { text } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";

/** One request as a browser sends it. */
export type Sent = {
  method: "GET" | "POST";
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
};

/** What a request is for: `isDone` looks at the answer's text, so that a refusal is not taken for work. */
export type Load = {
  origin: string;
  /** The request of this number; null when there is nothing left to ask. */
  next: (index: number) => Sent | null;
  isDone: (status: number, body: () => string) => boolean;
  /** Hears of each request that did what was asked. */
  onDone?: (sent: Sent) => void;
};

export type LoadResult = {
  /** Of the answers that did what was asked, in milliseconds. */
  times: number[];
  /** By status, and `lost` where there was no answer. */
  refused: Map<string, number>;
  seconds: number;
  sentBytes: number;
  receivedBytes: number;
};

/** So many clients, each asking again as soon as it is answered. */
export async function closedLoop(load: Load, clients: number, count: number): Promise<LoadResult> {
  const run = begin(load, clients);
  let asked = 0;
  const client = async (): Promise<void> => {
    while (asked < count) {
      const sent = load.next(asked);
      asked += 1;
      if (!sent) return;
      await run.send(sent, performance.now());
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return run.end();
}

/**
 * Requests at a fixed rate, whatever becomes of those before. The time of each counts from when it was due, so that
 * waiting for a slow server is seen.
 */
export async function openLoop(load: Load, perSecond: number, seconds: number): Promise<LoadResult> {
  const run = begin(load, Number.POSITIVE_INFINITY);
  const from = performance.now();
  const underway: Promise<void>[] = [];
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const due = from + (index * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await new Promise((later) => setTimeout(later, early));
    const sent = load.next(index);
    if (!sent) break;
    underway.push(run.send(sent, due));
  }
  await Promise.all(underway);
  return run.end();
}

function begin({ origin, isDone, onDone }: Load, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const result: LoadResult = { times: [], refused: new Map(), seconds: 0, sentBytes: 0, receivedBytes: 0 };
  const from = performance.now();
  const refuse = (why: string) => result.refused.set(why, (result.refused.get(why) ?? 0) + 1);
  return {
    async send(sent: Sent, due: number): Promise<void> {
      try {
        const { response, body } = await ask(agent, origin, sent);
        result.sentBytes += lengthOf(sent);
        result.receivedBytes += body.length + response.rawHeaders.join("  ").length;
        const status = response.statusCode ?? 0;
        const isZipped = response.headers["content-encoding"] === "gzip";
        const read = () => (isZipped ? gunzipSync(body) : body).toString();
        if (isDone(status, read)) {
          result.times.push(performance.now() - due);
          onDone?.(sent);
        } else refuse(response.headers["retry-after"] === undefined ? String(status) : `${status} with Retry-After`);
      } catch {
        refuse("lost");
      }
    },
    end(): LoadResult {
      agent.destroy();
      return { ...result, seconds: (performance.now() - from) / 1000 };
    },
  };
}

function ask(agent: Agent, origin: string, { method, path, headers, body }: Sent) {
  return new Promise<{ response: IncomingMessage; body: Buffer }>((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const asked = request(`${origin}${path}`, { agent, method, headers: { ...headers, ...length } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve({ response, body: Buffer.concat(parts) }));
      response.on("error", reject);
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

function lengthOf({ method, path, headers, body = "" }: Sent): number {
  const head = Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);
  return method.length + path.length + 12 + head + Buffer.byteLength(body);
}

/** The whole answer of one request, to look things up with. */
export async function fetchText(origin: string, path: string, cookie: string): Promise<string> {
  const answer = await fetch(`${origin}${path}`, { redirect: "manual", headers: { cookie } });
  return answer.body ? text(answer.body) : "";
}
