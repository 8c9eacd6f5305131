// Loaded into the app's process ahead of it. A server that is to end waits for every connection that is open, also for
// those that a balancer keeps for later and never uses: they are closed, and what is being answered is finished first.
import { subscribe } from "node:diagnostics_channel";
import { ServerResponse } from "node:http";
import { Socket } from "node:net";

/** A request may be on its way already: it gets so long to arrive before its connection counts as idle. */
const GRACE_MS = 100;
/**
 * A process that is replaced is in no haste: its clients were told that a kept connection ends five seconds after the
 * last answer, and none sends a request into one that is about to be closed.
 */
const RETIRE_GRACE_MS = 6_000;

/** Open connections, with how many requests are being answered on each. */
const answering = new Map<Socket, number>();
let isEnding = false;
let graceMs = GRACE_MS;

subscribe("net.server.socket", (message) => {
  const socket = socketOf(message);
  if (!socket) return;
  answering.set(socket, 0);
  socket.once("close", () => answering.delete(socket));
  if (isEnding) closeUnlessUsed(socket);
});

subscribe("http.server.request.start", (message) => {
  const socket = socketOf(message);
  if (!socket) return;
  answering.set(socket, (answering.get(socket) ?? 0) + 1);
  const response = responseOf(message);
  if (isEnding && response && !response.headersSent) response.setHeader("connection", "close");
});

subscribe("http.server.response.finish", (message) => {
  const socket = socketOf(message);
  if (!socket) return;
  answering.set(socket, (answering.get(socket) ?? 1) - 1);
  // The last bytes are on their way: the connection ends behind them.
  if (isEnding && answering.get(socket) === 0) socket.end();
});

process.on("SIGTERM", () => letGo(GRACE_MS));
process.on("message", (message) => {
  if (message === "retire") letGo(RETIRE_GRACE_MS);
});

function letGo(grace: number): void {
  isEnding = true;
  graceMs = grace;
  for (const socket of answering.keys()) closeUnlessUsed(socket);
}

function closeUnlessUsed(socket: Socket): void {
  setTimeout(() => {
    if (!answering.get(socket)) socket.destroy();
  }, graceMs).unref();
}

function socketOf(message: unknown): Socket | null {
  if (typeof message !== "object" || message === null || !("socket" in message)) return null;
  return message.socket instanceof Socket ? message.socket : null;
}

function responseOf(message: unknown): ServerResponse | null {
  if (typeof message !== "object" || message === null || !("response" in message)) return null;
  return message.response instanceof ServerResponse ? message.response : null;
}
