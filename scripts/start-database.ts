import { createHmac } from "node:crypto";
import { Client } from "pg";
import { type Embedded, startEmbedded } from "@/db/embedded";
import { withMachineLock } from "@/db/embedded-lock";
import { appUrlOf, migrate } from "@/db/migrate";
import { Stop, say, step } from "./say";
import { checkServer } from "./start-checks";

export type Database = { appUrl: string; stop(): Promise<void> };

/** Opens the server of `DATABASE_URL`, or the built-in one, and brings its tables up to date. */
export async function openDatabase(params: {
  serverUrl: string | undefined;
  dataDir: string;
  secret: string;
}): Promise<Database & { ownerUrl: string }> {
  const { serverUrl, dataDir, secret } = params;
  const server =
    serverUrl === undefined
      ? await step("启动内置数据库", "Starting the built-in database", () => openEmbedded(dataDir))
      : { ownerUrl: serverUrl, stop: async () => undefined };
  try {
    if (serverUrl !== undefined) {
      await step("连接数据库服务器", "Connecting to the database server", () => checkServer(serverUrl));
    }
    // Made from the secret that all processes of the app share, so that they agree on it without passing it around.
    const appPassword = createHmac("sha256", secret).update("nianbao_app database login").digest("base64url");
    await step("更新数据表", "Bringing the tables up to date", () => migrate(server.ownerUrl, { appPassword }));
    return { ownerUrl: server.ownerUrl, appUrl: appUrlOf(server.ownerUrl, appPassword), stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function openEmbedded(dataDir: string): Promise<Embedded> {
  try {
    return await startEmbedded({ dataDir, say });
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error));
  }
}

const STARTED_EMPTY = "nianbao: started without the demonstration";

/**
 * Loads the demonstration into a database that was never used, unless somebody asked for an empty one. That wish is
 * kept in the database itself: a later start must not fill what an office has not set up yet.
 */
export async function loadDemonstrationOnce(params: {
  ownerUrl: string;
  appUrl: string;
  wantsEmpty: boolean;
}): Promise<void> {
  const { loadDemonstration } = await import("@/db/demo/load-demonstration");
  const owner = new Client({ connectionString: params.ownerUrl });
  await owner.connect();
  try {
    if (params.wantsEmpty) {
      await owner.query(`comment on database ${owner.escapeIdentifier(owner.database ?? "")} is '${STARTED_EMPTY}'`);
      return;
    }
    const { rows } = await owner.query<{ is_used: boolean; remark: string | null }>(
      `select nianbao.is_set_up() as is_used, shobj_description(oid, 'pg_database') as remark
       from pg_database where datname = current_database()`,
    );
    if (rows[0]?.is_used || rows[0]?.remark === STARTED_EMPTY) return;
  } finally {
    await owner.end();
  }
  await step("首次运行：载入演示数据", "First run: loading the demonstration", () =>
    withMachineLock("demonstration", () => loadDemonstration({ appUrl: params.appUrl, now: new Date(), say })),
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
