import { createHmac, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { text as readText } from "node:stream/consumers";

export type WebhookServer = {
  origin: string;
  /** What was taken, by id: a second call of an id is known again and not taken twice. */
  taken: Map<string, string>;
  /** How many calls came, those that were refused too. */
  calls: number;
  /** How the next calls are answered instead; "hang" never answers. */
  misbehave: { status: number; headers?: Record<string, string> } | "hang" | null;
  secret: string;
  stop(): Promise<void>;
};

/** Stands in for a program that is told what happens, and checks signatures as Standard Webhooks has receivers do. */
export async function startWebhookServer(of: { now: () => Date; port?: number }): Promise<WebhookServer> {
  const taken = new Map<string, string>();
  const isSigned = ({ headers }: IncomingMessage, body: string): boolean => {
    const [id, timestamp, signature] = [
      headers["webhook-id"],
      headers["webhook-timestamp"],
      headers["webhook-signature"],
    ];
    if (typeof id !== "string" || typeof timestamp !== "string" || typeof signature !== "string") return false;
    const isFresh = Math.abs(of.now().getTime() / 1000 - Number(timestamp)) < 300;
    const key = Buffer.from(state.secret.replace("whsec_", ""), "base64");
    const expected = Buffer.from(
      `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`,
    );
    const given = Buffer.from(signature);
    return isFresh && given.length === expected.length && timingSafeEqual(given, expected);
  };
  const server = createServer((request, response) => {
    void readText(request).then((body) => {
      state.calls += 1;
      if (state.misbehave === "hang") return;
      const isRight = request.method === "POST" && isSigned(request, body);
      const { status, headers = {} } = state.misbehave ?? { status: isRight ? 204 : 401 };
      if (status === 204) taken.set(String(request.headers["webhook-id"]), body);
      response.writeHead(status, headers).end();
    });
  });
  server.listen(of.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const state: WebhookServer = {
    origin: `http://127.0.0.1:${port}`,
    taken,
    calls: 0,
    misbehave: null,
    secret: "",
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
  return state;
}
