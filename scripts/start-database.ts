import { createHmac } from "node:crypto";
import { Client } from "pg";
import { type AppLogin, prepareAppRole, readAppLogin, settleAppRole } from "@/db/app-role";
import { type Embedded, startEmbedded } from "@/db/embedded";
import { keepSecret } from "@/db/embedded-secret";
import { migrate } from "@/db/migrate";
import { findProblem } from "@/db/server-checks";
import type { Problem } from "@/db/server-problem";
import { findWritable } from "@/db/servers";
import { withLogin } from "@/lib/database-url";
import { backUpBeforeUpgrade } from "./backup-before-upgrade";
import { printLine, runStep, Stop } from "./console-output";
import { checkServer } from "./start-checks";

export type Database = {
  ownerUrl: string;
  appUrl: string;
  /** True where a pooler stands before the server. */
  isPooled: boolean;
  stop(): Promise<void>;
};

type DatabaseSettings = {
  serverUrl: string | undefined;
  /** An ordinary role's login that an administrator made; otherwise one is made. */
  appServerUrl: string | undefined;
  dataDir: string;
  secret: string;
  /** Where backups are made by themselves; null where they are not. */
  backupDir: string | null;
  /** Somebody says that they have a backup of their own. */
  isBackedUp: boolean;
};

type LoginSettings = Pick<DatabaseSettings, "serverUrl" | "appServerUrl" | "dataDir" | "secret">;

/** Opens the server of `DATABASE_URL`, or the built-in one, and brings its tables up to date. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const { serverUrl, dataDir } = settings;
  const server =
    serverUrl === undefined
      ? await runStep("启动内置数据库", "Starting the built-in database", () => openEmbedded(dataDir))
      : await runStep("连接数据库服务器", "Connecting to the database server", async () => ({
          ownerUrl: await checkServer(serverUrl),
          stop: async () => undefined,
        }));
  try {
    await refuseUnsuitable(server.ownerUrl);
    const login = await findAppLogin(server.ownerUrl, settings);
    await runStep("更新数据表", "Bringing the tables up to date", () =>
      migrate(server.ownerUrl, {
        appRole: login.role,
        beforeUpgrade: (missing) => backUpBeforeUpgrade({ ...settings, ownerUrl: server.ownerUrl, missing }),
      }),
    );
    const { isPooled } = await settleAppRole(login);
    return { ownerUrl: server.ownerUrl, appUrl: appUrlOfAll(login, settings), isPooled, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** What the app connects with: all servers that were named, so that it finds the next when one is lost. */
function appUrlOfAll(login: AppLogin, { serverUrl, appServerUrl, secret }: DatabaseSettings): string {
  if (serverUrl === undefined) return login.url;
  return appServerUrl ?? withLogin(serverUrl, login.role, passwordOfSecret(secret));
}

/** Stops with a sentence where the migrations could not run. */
export async function refuseUnsuitable(ownerUrl: string): Promise<void> {
  const problem = await findProblem(ownerUrl);
  if (problem) throw stopOf(problem);
}

/**
 * At a server the role's password is made from the secret that all processes of the app share, so that they agree on it
 * without passing it around. The built-in server is ours alone: its password lies beside it, whatever the secret is.
 */
export async function findAppLogin(ownerUrl: string, settings: LoginSettings): Promise<AppLogin> {
  const { serverUrl, appServerUrl, dataDir, secret } = settings;
  if (serverUrl === undefined) {
    const password = await keepSecret(dataDir, "app-password");
    return orStop(await prepareAppRole({ ownerUrl, password, ours: true }));
  }
  if (appServerUrl !== undefined) return orStop(await readAppLogin(await findWritable(appServerUrl)));
  return orStop(await prepareAppRole({ ownerUrl, password: passwordOfSecret(secret), ours: false }));
}

export function passwordOfSecret(secret: string): string {
  return createHmac("sha256", secret).update("nianbao_app database login").digest("base64url");
}

function orStop(found: AppLogin | { problem: Problem }): AppLogin {
  if ("problem" in found) throw stopOf(found.problem);
  return found;
}

function stopOf({ zh, en, sql }: Problem): Stop {
  return new Stop(zh, en, ...sql.map((statement) => `    ${statement}`));
}

async function openEmbedded(dataDir: string): Promise<Embedded> {
  try {
    return await startEmbedded({ dataDir, say: printLine });
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error));
  }
}

const STARTED_EMPTY = "nianbao: started without the demonstration";

/**
 * Loads the demonstration into a database that was never used: on the built-in server unless somebody asked for an empty
 * one, which is kept in the database itself, so that a later start does not fill what an office has not set up yet. On a
 * server of one's own it must be asked for, since its passwords are public.
 */
export async function loadDemonstrationOnce(params: {
  ownerUrl: string;
  appUrl: string;
  isBuiltIn: boolean;
  wants: "empty" | "demonstration" | "default";
}): Promise<void> {
  const { ownerUrl, appUrl, isBuiltIn, wants } = params;
  if (!isBuiltIn && wants !== "demonstration") return;
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    if (wants === "empty") {
      await owner.query(`comment on database ${owner.escapeIdentifier(owner.database ?? "")} is '${STARTED_EMPTY}'`);
      return;
    }
    const { rows } = await owner.query<{ is_used: boolean; remark: string | null }>(
      `select nianbao.is_set_up() as is_used, shobj_description(oid, 'pg_database') as remark
       from pg_database where datname = current_database()`,
    );
    if (rows[0]?.is_used || (wants === "default" && rows[0]?.remark === STARTED_EMPTY)) return;
  } finally {
    await owner.end();
  }
  const { loadDemonstration } = await import("@/db/demo/load-demonstration");
  await runStep("首次运行：载入演示数据", "First run: loading the demonstration", () =>
    loadDemonstration({ appUrl, now: new Date(), say: printLine }),
  );
}

/** The lines that list the demonstration's accounts where it is loaded, and say how to begin where nothing is. */
export async function describeWhoCanSignIn(ownerUrl: string): Promise<string[]> {
  const { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } = await import("@/db/demo/load-demonstration");
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ account: string }>("select account from users");
  await owner.end();

  if (rows.length === 0) {
    return [
      "尚无数据：打开上面的地址，设立区县、办公室和各单位。 / Nothing is set up yet: open the address and begin.",
    ];
  }
  const existing = new Set(rows.map((row) => row.account));
  const accounts = DEMONSTRATION_ACCOUNTS.filter(({ account }) => existing.has(account));
  if (accounts.length === 0) return [];
  return [
    `演示账号（密码均为 ${DEMONSTRATION_PASSWORD}） / Demonstration accounts, all with that password:`,
    ...accounts.map(({ account, role }) => `  ${role.padEnd(10)}  ${account}`),
  ];
}
