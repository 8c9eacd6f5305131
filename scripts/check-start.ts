import { constants } from "node:fs";
import { access, readdir, readFile, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { inspectAppRole, readAppLogin } from "@/db/app-role";
import { findBinaries } from "@/db/embedded-binaries";
import { countMissingMigrations } from "@/db/migrate";
import { findProblem } from "@/db/server-checks";
import type { Problem } from "@/db/server-problem";
import { findWritable } from "@/db/servers";
import type { LaunchEnv } from "@/lib/env";
import { tryMailServer } from "@/lib/mail/smtp";
import { isBuilt } from "./build";
import { printLine, Stop } from "./console-output";
import { checkNode, checkPort, checkServer, placeOf } from "./start-checks";
import { passwordOfSecret } from "./start-database";

/** What is found when something is looked at: all right, something to know, or what keeps the app from starting. */
type Found = { kind: "right" | "note" | "wrong"; text: string };

/** Less is soon used up by a year's work and its backups. */
const LEAST_FREE_BYTES = 1024 ** 3;
const FONT_FILES = /\.(ttf|otf|ttc|otc)$/i;
const SIGN = { right: "✓", note: "·", wrong: "✗" } as const;

const right = (zh: string, en: string): Found => ({ kind: "right", text: `${zh} / ${en}` });
const note = (zh: string, en: string): Found => ({ kind: "note", text: `${zh} / ${en}` });
const wrong = (...sentences: string[]): Found => ({ kind: "wrong", text: sentences.join("\n  ") });

/** Says everything that a start would find wrong, without starting or changing anything. True when nothing is. */
export async function checkStart(params: {
  wrongSettings: readonly string[];
  readSettings: () => LaunchEnv;
  fontFolder: () => string | undefined;
  readMail: () => { url: string; from: string } | null;
}): Promise<boolean> {
  const found: Found[] = [];
  const look = async (at: () => Promise<Found[]>) => {
    const seen = await at().catch((error: unknown) => [wrong(error instanceof Error ? error.message : String(error))]);
    for (const { kind, text } of seen) printLine(`${SIGN[kind]} ${text}`);
    found.push(...seen);
  };
  await look(async () => {
    checkNode();
    return [right(`Node ${process.version}`, "suitable")];
  });
  await look(async () =>
    params.wrongSettings.length === 0
      ? [right("设置", "settings")]
      : params.wrongSettings.map((setting) => wrong(setting)),
  );
  if (params.wrongSettings.length === 0) {
    const settings = params.readSettings();
    await look(() => lookAtPort(settings));
    await look(() => lookAtDataFolder(settings));
    await look(() => (settings.DATABASE_URL === undefined ? lookForBinaries() : lookAtServer(settings)));
    await look(() => lookAtFonts(params.fontFolder()));
    await look(() => lookAtMail(params.readMail()));
    await look(async () =>
      (await isBuilt())
        ? [right("应用已构建", "the app is built")]
        : [note("应用待构建", "the app will be built first")],
    );
  }
  return found.every(({ kind }) => kind !== "wrong");
}

async function lookAtPort(settings: LaunchEnv): Promise<Found[]> {
  const { HOST, PORT, NIANBAO_METRICS_HOST, NIANBAO_METRICS_PORT } = settings;
  await checkPort(HOST, PORT);
  if (NIANBAO_METRICS_PORT) await checkPort(NIANBAO_METRICS_HOST, NIANBAO_METRICS_PORT);
  return [right(`端口 ${PORT} 空闲`, `port ${PORT} at ${HOST} is free`)];
}

async function lookAtDataFolder({ dataDir, DATABASE_URL, NEXTAUTH_SECRET }: LaunchEnv): Promise<Found[]> {
  if (DATABASE_URL !== undefined && NEXTAUTH_SECRET !== undefined) {
    return [note("不需要数据文件夹", "no data folder is needed")];
  }
  const existing = await nearestExisting(dataDir);
  const isFolder = (await stat(existing)).isDirectory();
  const isWritable =
    isFolder &&
    (await access(existing, constants.W_OK).then(
      () => true,
      () => false,
    ));
  if (!isWritable) {
    return [
      wrong(
        `数据文件夹 ${dataDir} 不可写。请修改 ${existing} 的权限，或用 NIANBAO_DATA_DIR 指定别的文件夹。`,
        `The data folder ${dataDir} cannot be written. Change the permissions of ${existing}, or name another one in NIANBAO_DATA_DIR.`,
      ),
    ];
  }
  const { bavail, bsize } = await statfs(existing);
  const free = `${(bavail * bsize * 1e-9).toFixed(1)} GB`;
  const isEnough = bavail * bsize >= LEAST_FREE_BYTES;
  return [
    right(`数据文件夹 ${dataDir}`, "the data folder can be written"),
    isEnough
      ? right(`磁盘剩余 ${free}`, `${free} are free on its disk`)
      : wrong(`磁盘只剩 ${free}，请先腾出空间。`, `Only ${free} are free on its disk. Make room first.`),
  ];
}

/** The path itself, or the closest one above it that is there. */
async function nearestExisting(path: string): Promise<string> {
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  return isThere || dirname(path) === path ? path : nearestExisting(dirname(path));
}

async function lookForBinaries(): Promise<Found[]> {
  await findBinaries();
  return [right("使用内置数据库", "the built-in database is used")];
}

async function lookAtServer(settings: LaunchEnv): Promise<Found[]> {
  const { DATABASE_URL: serverUrl = "", DATABASE_APP_URL: appUrl, dataDir } = settings;
  const ownerUrl = await checkServer(serverUrl);
  const found = [right(`数据库 ${placeOf(ownerUrl)} 可以连接`, "the database can be reached")];
  const problem = await findProblem(ownerUrl);
  if (problem) return [...found, ofProblem(problem)];
  const secret = settings.NEXTAUTH_SECRET ?? (await readFile(join(dataDir, "nextauth-secret"), "utf8").catch(() => ""));
  const login = appUrl
    ? await readAppLogin(await findWritable(appUrl))
    : await inspectAppRole({ ownerUrl, password: passwordOfSecret(secret.trim()) });
  if ("problem" in login) found.push(ofProblem(login.problem));
  else found.push(right(`应用角色 ${login.role}`, "the app's role can be used"));
  const { missing, newer } = await countMissingMigrations(ownerUrl);
  if (newer > 0) {
    found.push(
      wrong(
        "数据库由更新的版本升级过，本版本不能使用。请安装更新的版本。",
        "The database was migrated by a newer version. Install that version.",
      ),
    );
  } else if (missing > 0) {
    found.push(
      note(`启动时将更新数据表（${missing} 步）`, `the start will bring the tables up to date (${missing} steps)`),
    );
  } else {
    found.push(right("数据表是最新的", "the tables are up to date"));
  }
  return found;
}

function ofProblem({ zh, en, sql }: Problem): Found {
  return wrong(zh, en, ...sql.map((statement) => `  ${statement}`));
}

async function lookAtFonts(folder: string | undefined): Promise<Found[]> {
  if (folder === undefined) {
    return [
      note("未设 NIANBAO_FONT_DIR，用自带字体", "NIANBAO_FONT_DIR is not set; the fonts that come with it are used"),
    ];
  }
  const files = await readdir(folder, { recursive: true }).catch(() => null);
  const count = files?.filter((file) => FONT_FILES.test(file)).length ?? 0;
  if (count > 0) return [right(`字体文件夹 ${folder}`, `${count} font files`)];
  return [
    wrong(
      `NIANBAO_FONT_DIR 指定的文件夹 ${folder} 里没有字体文件。请放入仿宋、小标宋等字体，或去掉这项设置。`,
      `The folder ${folder} of NIANBAO_FONT_DIR holds no font files. Put the fonts there, or remove the setting.`,
    ),
  ];
}

async function lookAtMail(settings: { url: string; from: string } | null): Promise<Found[]> {
  if (settings === null) {
    return [note("未设 NIANBAO_SMTP_URL，不发邮件", "NIANBAO_SMTP_URL is not set; no mail is sent")];
  }
  const { host } = new URL(settings.url);
  const problem = await tryMailServer(settings.url);
  if (problem === null) return [right(`邮件服务器 ${host}`, `the mail server takes mail from ${settings.from}`)];
  return [
    wrong(
      `邮件服务器 ${host} 不能用：${problem}。请核对 NIANBAO_SMTP_URL。`,
      `The mail server cannot be used. Check NIANBAO_SMTP_URL.`,
    ),
  ];
}

/** Refuses to start, naming every setting that is wrong. */
export function refuseWrongSettings(wrongSettings: readonly string[]): void {
  if (wrongSettings.length === 0) return;
  throw new Stop("设置有误 / These settings are wrong:", ...wrongSettings.map((setting) => `  ${setting}`));
}
