import { mkdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { Client } from "pg";
import { findWritable } from "@/db/servers";
import { listServers } from "@/lib/database-url";
import { Stop } from "./console-output";

/** The oldest that can be asked how long a thread has worked. */
const NODE = { major: 24, minor: 6 };
const NODE_NAME = `${NODE.major}.${NODE.minor}`;

export function checkNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > NODE.major || (major === NODE.major && minor >= NODE.minor)) return;
  throw new Stop(
    `需要 Node ${NODE_NAME} 或更高版本，当前为 ${process.version}。请重新运行 npm install（会带上合适的 Node），或升级 Node。`,
    `Node ${NODE_NAME} or later is needed, this is ${process.version}. Run npm install again (it brings a suitable Node), or upgrade.`,
  );
}

export async function checkDataFolder(dataDir: string): Promise<void> {
  const probe = join(dataDir, `.write-test-${process.pid}`);
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    throw new Stop(
      `数据文件夹 ${dataDir} 不可写（${codeOf(error)}）。请修改其权限，或用 NIANBAO_DATA_DIR 指定别的文件夹。`,
      `The data folder ${dataDir} cannot be written (${codeOf(error)}). Change its permissions, or name another one in NIANBAO_DATA_DIR.`,
    );
  }
}

/** Finds out by taking the port for a moment. */
export async function checkPort(host: string, port: number): Promise<void> {
  const code = await new Promise<string | null>((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(codeOf(error)));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (code !== null) throw portRefused(host, port, code);
}

export function portRefused(host: string, port: number, code: string): Stop {
  if (code === "EADDRINUSE") {
    return new Stop(
      `端口 ${port} 已被占用。请先停止占用它的程序，或用 PORT=${port + 1} npm start 换一个端口。`,
      `Port ${port} is in use. Stop the program that uses it, or choose another one with PORT=${port + 1} npm start.`,
    );
  }
  return new Stop(
    `无法在 ${host} 的端口 ${port} 上提供服务（${code}）。请用 HOST 和 PORT 指定可用的地址。`,
    `Port ${port} at ${host} cannot be opened (${code}). Name an address that can in HOST and PORT.`,
  );
}

/**
 * Gives the server of a URL that can be reached and takes changes, of several that one; says which cannot without the
 * password in it.
 */
export async function checkServer(ownerUrl: string): Promise<string> {
  try {
    const server = await findWritable(ownerUrl);
    const client = new Client({ connectionString: server, connectionTimeoutMillis: 10_000 });
    client.on("error", () => undefined);
    await client.connect();
    await client.end();
    return server;
  } catch (error) {
    const where = placeOf(ownerUrl);
    const reason = error instanceof Error && error.message ? error.message : codeOf(error);
    throw new Stop(
      `连不上 DATABASE_URL 指定的数据库 ${where}：${reason}`,
      `The database ${where} of DATABASE_URL cannot be reached: ${reason}`,
    );
  }
}

/** The servers and the database of a URL, without its login. */
export function placeOf(url: string): string {
  const servers = (listServers(url) ?? []).map((server) => new URL(server));
  return `${servers.map(({ host }) => host).join(",")}${servers[0]?.pathname ?? ""}`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
