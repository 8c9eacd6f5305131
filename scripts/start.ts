import { createHmac } from "node:crypto";
import { existsSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { join } from "node:path";
import { isatty } from "node:tty";
import { parseArgs } from "node:util";
import type { LaunchEnv } from "@/lib/env";
import { formatSeconds, printFailure, printLine, runStep, Stop } from "./console-output";
import type { MetricsServer } from "./metrics-server";
import { connectionsOfOne, countProcesses } from "./process-count";
import { checkDataFolder, checkNode, checkPort } from "./start-checks";

const startedAt = performance.now();
/** What has to be ended again, the last one first. */
const running: (() => Promise<void>)[] = [];
let ending: Promise<void> | null = null;

function end(): Promise<void> {
  ending ??= (async () => {
    for (const stop of running.reverse()) await stop();
  })();
  return ending;
}

// A closed terminal takes the output away; ending in good order matters more than saying so.
process.stdout.on("error", () => undefined);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stopAll());

const hadTerminal = isatty(1);
/** What SIGHUP asks for; nothing as long as nothing runs. */
let restart: () => Promise<void> = async () => undefined;
process.on("SIGHUP", () => void (hadTerminal && !isatty(1) ? stopAll() : restart()));

async function stopAll(): Promise<void> {
  if (!ending) printLine("\n正在停止… / Stopping…");
  await end();
  process.exit(process.exitCode ?? 0);
}

async function start(): Promise<void> {
  checkNode();
  const { isDev, isBackedUp, isCheck, wants } = readArguments();
  // Only a suitable Node can load these.
  const { fontFolder, launchEnv, listWrongSettings, mailEnv } = await import("@/lib/env");
  const { checkStart, refuseWrongSettings } = await import("./check-start");
  const { readSecretFiles } = await import("./secret-files");
  const { keepSecret } = await import("@/db/embedded-secret");
  const { describeWhoCanSignIn, loadDemonstrationOnce, openDatabase } = await import("./start-database");
  const { ensureBuilt, isBuilt } = await import("./build");
  const { PROJECT_DIR } = await import("./project-dir");
  const { originOf, serve } = await import("./serve");
  const { startDailyBackups } = await import("./daily-backups");

  process.chdir(PROJECT_DIR);
  if (existsSync(join(PROJECT_DIR, ".env"))) process.loadEnvFile(join(PROJECT_DIR, ".env"));
  const wrongSettings = [...readSecretFiles(process.env), ...listWrongSettings()];
  if (isCheck) {
    process.exitCode = (await checkStart({ wrongSettings, readSettings: launchEnv, fontFolder, readMail: mailEnv }))
      ? 0
      : 1;
    return;
  }
  refuseWrongSettings(wrongSettings);
  const settings = launchEnv();
  const { HOST: host, PORT: port, dataDir } = settings;

  await checkPort(host, port);
  if (!settings.DATABASE_URL || !settings.NEXTAUTH_SECRET) await checkDataFolder(dataDir);
  const secret = settings.NEXTAUTH_SECRET ?? (await keepSecret(dataDir, "nextauth-secret"));

  const opening = openDatabase({
    serverUrl: settings.DATABASE_URL,
    appServerUrl: settings.DATABASE_APP_URL,
    dataDir,
    secret,
    backupDir: settings.backupDir,
    isBackedUp,
  });
  running.push(async () => (await opening.catch(() => null))?.stop());
  const database = await opening;
  await loadDemonstrationOnce({ ...database, wants, isBuiltIn: settings.DATABASE_URL === undefined });
  const whoCanSignIn = await describeWhoCanSignIn(database.ownerUrl);

  if (!isDev && !(await isBuilt())) {
    await runStep("构建应用（约半分钟）", "Building the app (about half a minute)", ensureBuilt);
  }

  const memory = Math.min(totalmem(), process.constrainedMemory() || totalmem());
  const machine = { cores: availableParallelism(), memory };
  const processes = isDev ? 1 : countProcesses({ asked: settings.NIANBAO_PROCESSES, ...machine });
  const metrics = settings.NIANBAO_METRICS_PORT
    ? await openMetrics(settings.NIANBAO_METRICS_HOST, settings.NIANBAO_METRICS_PORT, database.appUrl)
    : null;
  if (metrics) running.push(metrics.stop);
  const address = settings.NEXTAUTH_URL ?? originOf(host, port);
  const { withLoginOf } = await import("@/lib/database-url");
  const readUrl = settings.DATABASE_READ_URL && withLoginOf(settings.DATABASE_READ_URL, database.appUrl);
  const app = await runStep("启动应用", "Starting the app", () =>
    serve({
      host,
      port,
      processes,
      isDev,
      onRestart: metrics?.countRestart,
      log: settings.NIANBAO_LOG,
      isSecure: address.startsWith("https://"),
      trustedProxies: settings.NIANBAO_TRUSTED_PROXIES,
      variables: variablesOfApp({ settings, database, readUrl, secret, address, processes }),
    }),
  );
  running.push(app.stop);
  if (settings.backupDir !== null && !isDev) running.push(startDailyBackups().stop);
  restart = app.restart;

  printLine(`\n年报汇已就绪 / Nianbao is ready: ${address}   (${formatSeconds(performance.now() - startedAt)})\n`);
  // From here on the database may end and come back: nothing the start script does depends on it.
  for (const line of whoCanSignIn) printLine(line);
  throw await app.gaveUp;
}

async function openMetrics(host: string, port: number, appUrl: string): Promise<MetricsServer> {
  await checkPort(host, port);
  const { serveMetrics } = await import("./metrics-server");
  return serveMetrics({ host, port, appUrl });
}

type AppSettings = {
  settings: LaunchEnv;
  database: { appUrl: string; isPooled: boolean };
  /** A replica's, with the app's login. */
  readUrl: string | undefined;
  secret: string;
  address: string;
  processes: number;
};

/** The environment of each process of the app. */
function variablesOfApp({
  settings,
  database,
  readUrl,
  secret,
  address,
  processes,
}: AppSettings): Record<string, string> {
  return {
    APP_DATABASE_URL: database.appUrl,
    READ_DATABASE_URL: readUrl ?? "",
    DATABASE_CONNECTIONS: String(connectionsOfOne(settings.NIANBAO_DATABASE_CONNECTIONS, processes)),
    DATABASE_POOLED: database.isPooled ? "1" : "",
    DATABASE_DIR: settings.DATABASE_URL === undefined ? settings.dataDir : "",
    NEXTAUTH_SECRET: secret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: closureKeyOf(secret),
    NEXTAUTH_URL: address,
  };
}

/** What an action carries through a page is sealed by the secret that all machines share, not by the build's key. */
function closureKeyOf(secret: string): string {
  return createHmac("sha256", secret).update("server action closures").digest("base64");
}

type Wants = "empty" | "demonstration" | "default";
type Arguments = { isDev: boolean; isBackedUp: boolean; isCheck: boolean; wants: Wants };

function readArguments(): Arguments {
  try {
    const flag = { type: "boolean", default: false } as const;
    const options = { dev: flag, empty: flag, demo: flag, "backed-up": flag, check: flag };
    const { values } = parseArgs({ options });
    if (values.empty && values.demo) throw new Error("both");
    const wants = values.empty ? "empty" : values.demo ? "demonstration" : "default";
    return { isDev: values.dev, isBackedUp: values["backed-up"], isCheck: values.check, wants };
  } catch {
    throw new Stop(
      `不认识的参数：${process.argv.slice(2).join(" ")}。可用：--empty（不载入演示数据）、--demo（载入演示数据，二者选一）、--backed-up（升级前已自行备份）、--dev（开发模式）、--check（只检查，不启动）。`,
      `Unknown argument: ${process.argv.slice(2).join(" ")}. There are --empty (no demonstration) or --demo (with it), --backed-up (you made a backup before this upgrade), --dev (reload on change), and --check (look at everything, start nothing).`,
    );
  }
}

start().catch(async (error: unknown) => {
  // What is being stopped by a signal may fail on the way; that is no news.
  if (ending) return;
  printFailure(error);
  await end();
  process.exit();
});
