import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A line between the app and its database that a trial can spoil. It carries TCP on this machine and needs no rights. */
export type Relay = {
  port: number;
  /** Ends what is open, and takes nobody any more. */
  cut: () => void;
  /** Carries nothing more, and says nothing of it: what a pulled cable or a firewall does. */
  stall: () => void;
  /** Every packet comes later, and now and then a connection breaks in the midst of it. */
  spoil: (params: { delayMs: number; breaksEvery: number }) => void;
  mend: () => void;
  stop: () => Promise<void>;
};

type State = { kind: "whole" | "cut" | "stalled" } | { kind: "spoilt"; delayMs: number; breaksEvery: number };

export async function startRelay(target: { port: number }): Promise<Relay> {
  let state: State = { kind: "whole" };
  let carried = 0;
  const open = new Set<Socket>();
  const waiting: (() => void)[] = [];

  const pass = (chunk: Buffer, from: Socket, to: Socket): void => {
    const go = (): void => {
      if (!to.destroyed) to.write(chunk);
      from.resume();
    };
    from.pause();
    if (state.kind === "stalled") {
      waiting.push(go);
      return;
    }
    if (state.kind !== "spoilt") {
      go();
      return;
    }
    carried += 1;
    if (carried % state.breaksEvery === 0) {
      from.resetAndDestroy();
      to.resetAndDestroy();
      return;
    }
    setTimeout(go, state.delayMs);
  };

  const server = createServer((near) => {
    if (state.kind === "cut") {
      near.resetAndDestroy();
      return;
    }
    const far = connect(target.port, "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.setNoDelay(true);
      from.on("data", (chunk) => pass(chunk, from, to));
      from.on("error", () => undefined);
      from.on("close", () => {
        open.delete(from);
        // A line that carries nothing does not carry an end either.
        if (state.kind === "stalled") waiting.push(() => to.destroy());
        else to.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();

  return {
    port: address !== null && typeof address === "object" ? address.port : 0,
    cut: () => {
      state = { kind: "cut" };
      for (const socket of open) socket.resetAndDestroy();
    },
    stall: () => {
      state = { kind: "stalled" };
    },
    spoil: ({ delayMs, breaksEvery }) => {
      state = { kind: "spoilt", delayMs, breaksEvery };
    },
    mend: () => {
      state = { kind: "whole" };
      for (const go of waiting.splice(0)) go();
    },
    stop: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
