import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PROJECT_DIR } from "./build";
import { printLine, Stop } from "./console-output";
import { portRefused } from "./start-checks";

export type ServeOptions = {
  host: string;
  port: number;
  isDev: boolean;
  /** People reach it by HTTPS. */
  isSecure: boolean;
  /** Whose word on where a request comes from is taken. */
  trustedProxies: readonly string[];
  /** What the app is told; nothing of it is on the command line, which others on the machine can read. */
  variables: Record<string, string>;
};

export type Served = {
  /** Lets requests that are being answered finish, and ends the app. */
  stop(): Promise<void>;
  /** Settles when the app ends again and again before it has answered once. */
  gaveUp: Promise<Stop>;
};

const DRAIN_MS = 10_000;
const MANY_ENDS = 5;

/** Runs the app in a process of its own and starts it again if it ends by itself. Returns once it answers. */
export async function serve(options: ServeOptions): Promise<Served> {
  let isStopping = false;
  let app = run(options);
  await waitUntilHealthy(options, app);

  const gaveUp = (async () => {
    let endsInVain = 0;
    while (!isStopping) {
      await app.ended;
      if (isStopping) break;
      if (endsInVain >= MANY_ENDS) {
        return new Stop(
          `应用连续 ${MANY_ENDS} 次未能启动，不再重试。\n${app.output()}`,
          `The app could not be started ${MANY_ENDS} times in a row; it is not tried again.`,
        );
      }
      printLine("应用意外停止，正在重新启动。 / The app ended by itself; starting it again.");
      app = run(options);
      const isAnswering = await waitUntilHealthy(options, app).then(
        () => true,
        () => false,
      );
      endsInVain = isAnswering ? 0 : endsInVain + 1;
    }
    return new Promise<Stop>(() => undefined);
  })();

  return {
    gaveUp,
    async stop() {
      isStopping = true;
      app.child.kill("SIGTERM");
      const drained = await Promise.race([app.ended.then(() => true), sleep(DRAIN_MS, false, { ref: false })]);
      if (!drained) app.child.kill("SIGKILL");
      await app.ended;
    },
  };
}

type Running = { child: ChildProcess; ended: Promise<number | null>; output: () => string; showOutput: () => void };

function run({ host, port, isDev, isSecure, trustedProxies, variables }: ServeOptions): Running {
  const child = spawn(
    process.execPath,
    [
      "--import",
      join(PROJECT_DIR, "scripts/end-with-parent.ts"),
      "--import",
      join(PROJECT_DIR, "scripts/close-idle-connections.ts"),
      join(PROJECT_DIR, "server.ts"),
      `--host=${host}`,
      `--port=${port}`,
      ...(isDev ? ["--dev"] : []),
      ...(isSecure ? ["--secure"] : []),
      ...trustedProxies.map((proxy) => `--trusted=${proxy}`),
    ],
    {
      cwd: PROJECT_DIR,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: {
        ...process.env,
        NODE_ENV: isDev ? "development" : "production",
        NEXT_TELEMETRY_DISABLED: "1",
        // The app gets the ordinary role's login and never the owner's.
        DATABASE_URL: "",
        DATABASE_APP_URL: "",
        ...variables,
      },
    },
  );
  let kept = "";
  let isShown = isDev;
  const take = (chunk: Buffer) => {
    kept = (kept + chunk.toString()).slice(-4_000);
    if (isShown) process.stderr.write(chunk);
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  const ended = new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("close", resolve);
  });
  return {
    child,
    ended,
    output: () => kept.trim(),
    showOutput: () => {
      isShown = true;
    },
  };
}

/** Next's own greeting is held back until then: the address that counts is said by the start script. */
async function waitUntilHealthy({ host, port }: ServeOptions, app: Running): Promise<void> {
  let hasEnded = false;
  void app.ended.then(() => {
    hasEnded = true;
  });
  while (!hasEnded) {
    const answer = await fetch(`${originOf(host, port)}/api/health/ready`, { redirect: "manual" }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.status === 200) return app.showOutput();
    await sleep(50);
  }
  if (app.output().includes("EADDRINUSE")) throw portRefused(host, port, "EADDRINUSE");
  throw new Stop(`应用未能启动。\n${app.output()}`, "The app did not start; its output is above.");
}

/** Where a person on this machine opens the app. */
export function originOf(host: string, port: number): string {
  const isAnyAddress = host === "0.0.0.0" || host === "::" || host === "127.0.0.1" || host === "::1";
  const name = isAnyAddress ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
