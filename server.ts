import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { isIP, Server } from "node:net";
import { join } from "node:path";
import { parseArgs } from "node:util";
import next from "next";
import { API_PREFIX } from "./lib/domain/api-address.ts";
import { answerDirectCall, isDirectCall } from "./lib/web/answer-direct-call.ts";
import {
  isFromElsewhere,
  isReadableAddress,
  loggedPath,
  plainAddress,
  sourceOfRequest,
  trustedProxies,
} from "./lib/web/front-door.ts";
import { isPlainPost, readPost } from "./lib/web/kept-form.ts";
import { log, logFormat, setLogFormat, takeOverConsole } from "./lib/web/log.ts";
import { startMetrics } from "./lib/web/metrics.ts";
import { answerPlainly, giveBackWhenSignedOut, putFaultsInWords } from "./lib/web/plain-answers.ts";
import { requestScope } from "./lib/web/request-scope.ts";
import { SOURCE_HEADER } from "./lib/web/source-header.ts";
import { serveStatic } from "./lib/web/static-files.ts";

// The app's process: Next behind a door that knows where a request comes from, turns away what no page can answer, and
// has words for a failure where Next has none. Node reads this file and what it imports as they are.
const { values } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "3000" },
    dev: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    secure: { type: "boolean", default: false },
    trusted: { type: "string", multiple: true, default: [] },
  },
});
const { host: hostname, dev } = values;
const port = Number(values.port);
const isTrusted = trustedProxies(values.trusted);

/** What a proxy says of a request; from anybody else it is taken away. */
const FORWARDED = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "forwarded"];
/** For whatever brings no policy of its own: data, pictures, scripts. Pages have theirs from `proxy.ts`. */
const STRICTEST_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Asked for all the time, and of no interest when they are answered. */
const NOT_LOGGED = /^\/(?:_next\/|api\/health)/;
const SLOW_MS = 5_000;
/** Those that pages, actions and routes answer; TRACE would tell a page what its cookies are. */
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const REQUEST_ID = /^[\w.-]{8,64}$/;

// Where Next asks itself for the page that an action leads to; otherwise it would take the proxy's scheme for its own.
process.env.__NEXT_PRIVATE_ORIGIN = `http://${ownHost(hostname)}:${port}`;
subscribe("nianbao.database-away", () => {
  const scope = requestScope().getStore();
  if (scope) scope.isOutage = true;
});
const { countAnswer } = startMetrics();
setLogFormat(values.json ? "json" : "text");
if (!dev) takeOverConsole();
const server = createServer((request, response) => {
  const id = requestIdOf(request);
  response.setHeader("X-Request-Id", id);
  void requestScope().run({ id }, () => {
    logAnswer(request, response);
    return answer(request, response);
  });
});
// Told its server, Next listens there for the socket by which a page that is developed hydrates and reloads. Else it
// takes the server of its first request, which is the one aside.
const app = next({
  dev,
  hostname,
  port,
  dir: import.meta.dirname,
  httpServer: server,
  ...(dev ? { turbopack: true } : {}),
});
await app.prepare();
const answerByNext = app.getRequestHandler();
const answerStatic = dev ? () => false : serveStatic(join(import.meta.dirname, ".next/static"), "/_next/static/");
await warmUp();
server.listen(port, hostname);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, end);
process.on("message", (message) => {
  if (message === "retire") retire();
});

/** Loads what a request needs before there is one, at a port of its own, so that nobody meets a process that begins. */
async function warmUp(): Promise<void> {
  const aside = createServer((request, response) => void answerByNext(request, response));
  aside.listen({ port: 0, host: "127.0.0.1", exclusive: true });
  await once(aside, "listening");
  const address = aside.address();
  if (address !== null && typeof address === "object") {
    // Whatever it answers: a database that is away comes back while the app runs.
    await fetch(`http://127.0.0.1:${address.port}/api/health/ready`)
      .then((answer) => answer.arrayBuffer())
      .catch(() => undefined);
  }
  aside.close();
  aside.closeAllConnections();
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { headers, socket, method, url = "/" } = request;
  const remoteAddress = plainAddress(socket.remoteAddress ?? "unknown");
  const forwardedFor = headers["x-forwarded-for"];
  if (!isTrusted(remoteAddress)) for (const name of FORWARDED) delete headers[name];
  headers[SOURCE_HEADER] = sourceOfRequest({ remoteAddress, forwardedFor }, isTrusted);
  if (values.secure) response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  bringPolicy(response);

  const saidHost = headers["x-forwarded-host"];
  const host = typeof saidHost === "string" ? saidHost : headers.host;
  if (method !== undefined && !METHODS.has(method)) return refuseMethod(response);
  if (!isReadableAddress(url)) return answerPlainly(response, 400, "badAddress");
  // A program's call is made with a token; what a browser sends along by itself counts for nothing there.
  const isApi = url.startsWith(`${API_PREFIX}/`);
  if (!isApi && isFromElsewhere({ method, origin: headers.origin, host }))
    return answerPlainly(response, 403, "fromElsewhere");
  if (isDirectCall(request)) return answerDirectCall(request, response);
  if (answerStatic(request, response)) return;
  const isPage = headers.accept?.includes("text/html") && !headers.rsc;
  putFaultsInWords(response, isPage === true);
  if (!isPlainPost(request)) return answerByNext(request, response);
  const posted = await readPost(request);
  // Whoever sent it went away in the midst of it: nobody is there to be answered.
  if (!posted) return;
  giveBackWhenSignedOut(response, posted.form);
  await answerByNext(posted.request, response);
}

function refuseMethod(response: ServerResponse): void {
  response.writeHead(405, { Allow: [...METHODS].join(", ") });
  response.end();
}

/** Keeps a trusted proxy's request id, so that both logs can be correlated. */
function requestIdOf({ headers, socket }: IncomingMessage): string {
  const requestId = headers["x-request-id"];
  const isKept =
    typeof requestId === "string" && REQUEST_ID.test(requestId) && isTrusted(plainAddress(socket.remoteAddress ?? ""));
  return isKept ? requestId : randomUUID().slice(0, 8);
}

/** Logs method, path without query, status and duration of a request; paths hold ids, never names. */
function logAnswer(request: IncomingMessage, response: ServerResponse): void {
  const startedAt = performance.now();
  const { method = "", url = "/" } = request;
  const path = loggedPath(url);
  response.once("close", () => {
    const ms = Math.round(performance.now() - startedAt);
    const status = response.statusCode;
    countAnswer(request, response, ms);
    const isNews = logFormat() === "json" ? !NOT_LOGGED.test(path) : ms >= SLOW_MS;
    const fields = { status, ms, ...(response.writableFinished ? {} : { isCutOff: true }) };
    if (status >= 500 && !NOT_LOGGED.test(path)) log("error", `${method} ${path}`, fields);
    else if (isNews) log(ms >= SLOW_MS ? "warn" : "info", `${method} ${path}`, fields);
  });
}

/** Gives an answer that has no content security policy the strictest one. */
function bringPolicy(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  Object.assign(response, {
    writeHead: (...given: unknown[]): unknown => {
      if (!response.hasHeader("Content-Security-Policy")) {
        response.setHeader("Content-Security-Policy", STRICTEST_POLICY);
      }
      return Reflect.apply(writeHead, response, given);
    },
  });
}

/** The host at which this process reaches itself. */
function ownHost(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return isIP(host) === 6 ? `[${host}]` : host;
}

/**
 * Takes no more connections and ends with the last one; the other processes have the port. Unlike `server.close` this
 * leaves connections that are kept for later to their time, so that no request meets a closed one.
 */
function retire(): void {
  Server.prototype.close.call(server, () => process.exit(0));
}

/** Lets requests that are being answered finish. */
function end(): void {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
}
