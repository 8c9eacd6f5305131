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

/** Open connections, with the answers that are under way on each. */
const answering = new Map<Socket, Set<ServerResponse>>();
/** How long a connection on which nothing is under way is kept; null as long as the process goes on. */
let graceMs: number | null = null;

subscribe("net.server.socket", (message) => {
  const socket = socketOf(message);
  if (!socket) return;
  answering.set(socket, new Set());
  socket.once("close", () => answering.delete(socket));
  closeUnlessUsed(socket);
});

subscribe("http.server.request.start", (message) => {
  const response = responseOf(message);
  const socket = socketOf(message);
  if (!socket || !response) return;
  answering.get(socket)?.add(response);
  if (graceMs !== null) announceClose(response);
});

subscribe("http.server.response.finish", (message) => {
  const response = responseOf(message);
  const socket = socketOf(message);
  if (!socket || !response) return;
  answering.get(socket)?.delete(response);
  // Node itself closes a connection whose client was told so. Another client may have sent its next request already.
  closeUnlessUsed(socket);
});

process.on("SIGTERM", () => letGo(GRACE_MS));
process.on("message", (message) => {
  if (message === "retire") letGo(RETIRE_GRACE_MS);
});

function letGo(grace: number): void {
  graceMs = grace;
  for (const [socket, responses] of answering) {
    for (const response of responses) announceClose(response);
    closeUnlessUsed(socket);
  }
}

/** The client sends nothing more on this connection. */
function announceClose(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("connection", "close");
}

function closeUnlessUsed(socket: Socket): void {
  if (graceMs === null) return;
  setTimeout(() => {
    if (!answering.get(socket)?.size) socket.destroy();
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
