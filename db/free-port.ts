import { randomInt } from "node:crypto";
import { createServer } from "node:net";

const LOWEST = 10_000;
const BEYOND = 32_000;

/**
 * A port of this machine that nobody listens at. It lies below those that Linux gives to outgoing connections: one of
 * these could take the port of a server that restarts, and a connection to a server that is away could meet itself.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(LOWEST, BEYOND);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
