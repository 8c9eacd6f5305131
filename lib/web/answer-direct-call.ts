import type { IncomingMessage, ServerResponse } from "node:http";
import { DIRECT_CALL_PREFIX } from "../domain/direct-call.ts";
import { log } from "./log.ts";
import { RETRY_AFTER_OF } from "./plain-page.ts";
import { requestScope } from "./request-scope.ts";

/** A call as it arrives: its name, what it brings, and the headers that say who makes it. */
export type ReceivedCall = { name: string; sent: unknown; cookie: string | undefined; languages: string | undefined };

/** Null where there is no call of that name. */
export type AnswerDirectCall = (
  call: ReceivedCall,
) => Promise<{ result: unknown; status: number; retryAfterSeconds?: number } | null>;

/** A section's longest text and all its cells are a quarter of it. */
const MOST_BYTES = 1024 * 1024;

const ANSWER: unique symbol = Symbol.for("nianbao.answer-direct-call");
/** The app's bundle knows the answers and the server hears the calls; in one process they share this. */
const shared: typeof globalThis & { [ANSWER]?: AnswerDirectCall } = globalThis;

export function registerDirectCalls(answer: AnswerDirectCall): void {
  shared[ANSWER] = answer;
}

export function isDirectCall({ method, url }: Pick<IncomingMessage, "method" | "url">): boolean {
  return method === "POST" && url?.startsWith(DIRECT_CALL_PREFIX) === true;
}

/**
 * Answers a call of a page's script. The caller has refused other sites' origins; a body that is not declared as JSON,
 * which is what another site's form could send, is not read either.
 */
export async function answerDirectCall(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { headers, url = "" } = request;
  const answer = shared[ANSWER];
  if (!answer) return end(response, { status: 503, retryAfterSeconds: 1 });
  if (headers["content-type"]?.split(";")[0]?.trim().toLowerCase() !== "application/json") {
    return end(response, { status: 415 });
  }
  const read = await readJson(request);
  if (!read.ok) return end(response, { status: read.status });
  const name = url.slice(DIRECT_CALL_PREFIX.length);
  try {
    const { cookie, "accept-language": languages } = headers;
    end(response, (await answer({ name, sent: read.value, cookie, languages })) ?? { status: 404 });
  } catch (error) {
    log("error", `call ${name}`, {}, error);
    const scope = requestScope().getStore();
    if (scope?.isOutage) end(response, { status: 503, retryAfterSeconds: RETRY_AFTER_OF.database_away ?? 0 });
    else end(response, { status: 500, result: { fault: scope?.id } });
  }
}

async function readJson(
  request: IncomingMessage,
): Promise<{ ok: true; value: unknown } | { ok: false; status: number }> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of request) {
      if (!(part instanceof Buffer)) continue;
      length += part.length;
      if (length > MOST_BYTES) return { ok: false, status: 413 };
      parts.push(part);
    }
    const value: unknown = JSON.parse(Buffer.concat(parts).toString("utf8"));
    return { ok: true, value };
  } catch {
    return { ok: false, status: 400 };
  }
}

function end(
  response: ServerResponse,
  { status, result, retryAfterSeconds }: { status: number; result?: unknown; retryAfterSeconds?: number },
): void {
  const body = result === undefined ? "" : JSON.stringify(result);
  response.writeHead(status, {
    ...(body === "" ? {} : { "Content-Type": "application/json; charset=utf-8" }),
    ...(retryAfterSeconds === undefined ? {} : { "Retry-After": String(retryAfterSeconds) }),
    ...(status === 413 ? { Connection: "close" } : {}),
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(body);
}
