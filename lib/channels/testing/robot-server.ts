import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { text as readText } from "node:stream/consumers";
import { z } from "zod";

const BodySchema = z.object({
  msgtype: z.string().optional(),
  msg_type: z.string().optional(),
  text: z.object({ content: z.string() }).optional(),
  content: z.object({ text: z.string() }).optional(),
  timestamp: z.string().optional(),
  sign: z.string().optional(),
});
type Body = z.infer<typeof BodySchema>;

/** How many messages a robot takes in a minute, as the services document it. */
const MOST_A_MINUTE = { wecom: 20, dingtalk: 20, feishu: 100 };

export type RobotServer = {
  origin: string;
  taken: string[];
  /** How the next requests are answered instead. */
  misbehave: { status: number; headers?: Record<string, string> } | null;
  stop(): Promise<void>;
};

/** Stands in for the three services: it checks what they document, with the secret of each robot and the clock given. */
export async function startRobotServer(of: { secret: string; key: string; now: () => Date }): Promise<RobotServer> {
  const taken: string[] = [];
  const moments = new Map<string, number[]>();
  const limit = (kind: keyof typeof MOST_A_MINUTE): boolean => {
    const now = of.now().getTime();
    const recent = (moments.get(kind) ?? []).filter((moment) => now - moment < 60_000);
    if (recent.length >= MOST_A_MINUTE[kind]) return false;
    moments.set(kind, [...recent, now]);
    return true;
  };
  const wecom = (url: URL, body: Body): object => {
    if (url.searchParams.get("key") !== of.key) return { errcode: 93000, errmsg: "invalid webhook url" };
    if (body.msgtype !== "text" || !body.text) return { errcode: 40008, errmsg: "invalid message type" };
    if (Buffer.byteLength(body.text.content) > 2048) return { errcode: 40058, errmsg: "content too long" };
    if (!limit("wecom")) return { errcode: 45009, errmsg: "api freq out of limit" };
    taken.push(body.text.content);
    return { errcode: 0, errmsg: "ok" };
  };
  const dingtalk = (url: URL, body: Body): object => {
    if (url.searchParams.get("access_token") !== of.key) return { errcode: 300001, errmsg: "token is not exist" };
    const timestamp = url.searchParams.get("timestamp") ?? "";
    const sign = createHmac("sha256", of.secret).update(`${timestamp}\n${of.secret}`).digest("base64");
    const isFresh = Math.abs(of.now().getTime() - Number(timestamp)) < 3_600_000;
    if (!isFresh || url.searchParams.get("sign") !== sign) return { errcode: 310000, errmsg: "sign not match" };
    if (body.msgtype !== "text" || !body.text) return { errcode: 40035, errmsg: "missing parameter" };
    if (!limit("dingtalk")) return { errcode: 130101, errmsg: "send too fast, exceed 20 times per minute" };
    taken.push(body.text.content);
    return { errcode: 0, errmsg: "ok" };
  };
  const feishu = (_url: URL, body: Body): object => {
    const key = `${body.timestamp}\n${of.secret}`;
    const sign = createHmac("sha256", key).update(Buffer.alloc(0)).digest("base64");
    const isFresh = Math.abs(of.now().getTime() / 1000 - Number(body.timestamp)) < 3600;
    if (!isFresh || body.sign !== sign)
      return { code: 19021, msg: "sign match fail or timestamp is not within one hour" };
    if (body.msg_type !== "text" || !body.content) return { code: 9499, msg: "Bad Request" };
    if (!limit("feishu")) return { code: 11232, msg: "frequency limited" };
    taken.push(body.content.text);
    return { code: 0, msg: "success", data: {} };
  };
  const answerTo = async (request: IncomingMessage): Promise<object> => {
    const url = new URL(request.url ?? "/", "http://stand-in");
    const body = BodySchema.parse(JSON.parse(await readText(request)));
    if (url.pathname === "/cgi-bin/webhook/send") return wecom(url, body);
    if (url.pathname === "/robot/send") return dingtalk(url, body);
    return feishu(url, body);
  };
  const running: RobotServer = { origin: "", taken, misbehave: null, stop: async () => undefined };
  const server = createServer((request, response) => {
    void answerTo(request).then((answer) => {
      const { status = 200, headers = {} } = running.misbehave ?? {};
      response.writeHead(status, { "Content-Type": "application/json", ...headers });
      response.end(JSON.stringify(answer));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  running.origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  running.stop = () => new Promise((resolve) => void server.close(() => resolve()));
  return running;
}
