import cluster, { type Worker } from "node:cluster";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { printLine, Stop } from "./console-output";
import { PROJECT_DIR } from "./project-dir";
import { portRefused } from "./start-checks";
import { type AppProcess, type Supervision, supervise } from "./supervise";

export type ServeOptions = {
  host: string;
  port: number;
  /** How many app processes share the port. */
  processes: number;
  isDev: boolean;
  /** People reach it by HTTPS. */
  isSecure: boolean;
  log: "text" | "json";
  /** Whose word on where a request comes from is taken. */
  trustedProxies: readonly string[];
  /** What the app is told; nothing of it is on the command line, which others on the machine can read. */
  variables: Record<string, string>;
  /** An app process ended by itself. */
  onRestart?: (() => void) | undefined;
};

export type Served = {
  /** Lets requests that are being answered finish, and ends the app. */
  stop(): Promise<void>;
  /** Replaces the processes one after the other; no request is lost by it. */
  restart(): Promise<void>;
  /** Settles when the app ends again and again before it has answered once. */
  gaveUp: Promise<Stop>;
};

const SAID: Readonly<Record<Parameters<Supervision["say"]>[0], string>> = {
  endedByItself: "应用意外停止，正在重新启动。 / The app ended by itself; starting it again.",
  restarting: "正在逐个重启应用进程… / Restarting the app processes one by one…",
  restarted: "应用进程已全部重启。 / All app processes are restarted.",
  notRestarted:
    "新的应用进程未能启动，原有进程继续运行。 / A new app process could not be started; those that run go on.",
};

// All processes take their connections from the port itself. When this process handed them out, one that had just been
// handed to a process that died was never answered and never closed.
cluster.schedulingPolicy = cluster.SCHED_NONE;

/** Runs the app in processes of its own that share one port. Returns once it answers. */
export async function serve(options: ServeOptions): Promise<Served> {
  const { host, port, isDev, isSecure, trustedProxies } = options;
  cluster.setupPrimary({
    exec: join(PROJECT_DIR, "server.ts"),
    cwd: PROJECT_DIR,
    silent: true,
    execArgv: [
      "--import",
      join(PROJECT_DIR, "scripts/end-with-parent.ts"),
      "--import",
      join(PROJECT_DIR, "scripts/close-idle-connections.ts"),
    ],
    args: [
      `--host=${host}`,
      `--port=${port}`,
      ...(isDev ? ["--dev"] : []),
      ...(isSecure ? ["--secure"] : []),
      ...(options.log === "json" ? ["--json"] : []),
      ...trustedProxies.map((proxy) => `--trusted=${proxy}`),
    ],
  });
  const output = keepOutput(isDev);
  const supervised = supervise({
    count: options.processes,
    fork: () => forkApp(options, output.take),
    say(line) {
      printLine(SAID[line]);
      if (line === "endedByItself") options.onRestart?.();
    },
  });
  const gaveUp = supervised.gaveUp.then(
    () =>
      new Stop(
        `应用连续多次未能启动，不再重试。\n${output.last()}`,
        "The app could not be started several times in a row; it is not tried again.",
      ),
  );
  if (!(await supervised.firstIsListening)) {
    await supervised.stop();
    if (output.last().includes("EADDRINUSE")) throw portRefused(host, port, "EADDRINUSE");
    throw new Stop(`应用未能启动。\n${output.last()}`, "The app did not start; its output is above.");
  }
  const hasGivenUp = gaveUp.then(() => true);
  while (!(await isReady(host, port))) {
    if (await Promise.race([hasGivenUp, sleep(50, false)])) throw await gaveUp;
  }
  output.show();
  return { gaveUp, stop: supervised.stop, restart: supervised.restart };
}

function forkApp({ isDev, variables }: ServeOptions, take: (chunk: Buffer) => void): AppProcess {
  const worker = cluster.fork({
    NODE_ENV: isDev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    // The app gets the ordinary role's login and never the owner's.
    DATABASE_URL: "",
    DATABASE_APP_URL: "",
    DATABASE_READ_URL: "",
    ...variables,
  });
  worker.process.stdout?.on("data", take);
  worker.process.stderr?.on("data", take);
  worker.on("error", () => undefined);
  const ended = new Promise<void>((resolve) => {
    worker.process.once("error", () => resolve());
    worker.process.once("close", () => resolve());
  });
  const isListening = new Promise<boolean>((resolve) => {
    worker.once("listening", () => resolve(true));
    void ended.then(() => resolve(false));
  });
  return {
    isListening,
    ended,
    retire: () => send(worker, "retire"),
    end: () => worker.process.kill("SIGTERM"),
    kill: () => worker.process.kill("SIGKILL"),
  };
}

function send(worker: Worker, message: string): void {
  if (worker.isConnected()) worker.send(message, () => undefined);
}

/** Next's own greeting is held back until the app answers: the address that counts is said by the start script. */
function keepOutput(isShownAtOnce: boolean) {
  let output = "";
  let isShown = isShownAtOnce;
  return {
    take(chunk: Buffer) {
      output = (output + chunk.toString()).slice(-4_000);
      if (isShown) process.stderr.write(chunk);
    },
    last: () => output.trim(),
    show: () => {
      isShown = true;
    },
  };
}

async function isReady(host: string, port: number): Promise<boolean> {
  const answer = await fetch(`${originOf(host, port)}/api/health/ready`, { redirect: "manual" }).catch(() => null);
  await answer?.body?.cancel();
  return answer?.status === 200;
}

/** Where a person on this machine opens the app. */
export function originOf(host: string, port: number): string {
  const isAnyAddress = host === "0.0.0.0" || host === "::" || host === "127.0.0.1" || host === "::1";
  const name = isAnyAddress ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
