import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { freePort } from "@/db/free-port";

const PGBOUNCER = "/usr/sbin/pgbouncer";
export const isPoolerThere = existsSync(PGBOUNCER);

export type Pooler = { url: string; stop: () => Promise<void> };

/** Debian's PgBouncer in transaction mode before the server of a login, with three connections for everybody. */
export async function startPooler(loginUrl: string): Promise<Pooler> {
  const url = new URL(loginUrl);
  const folder = await mkdtemp(join(tmpdir(), "nianbao-pooler-"));
  await chmod(folder, 0o755);
  const port = await freePort();
  await writeFile(join(folder, "users.txt"), `"${url.username}" "${url.password}"\n`);
  await writeFile(
    join(folder, "pgbouncer.ini"),
    [
      "[databases]",
      `* = host=127.0.0.1 port=${url.port}`,
      "[pgbouncer]",
      `listen_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =`,
      `auth_type = plain\nauth_file = ${join(folder, "users.txt")}`,
      "pool_mode = transaction\ndefault_pool_size = 3\nmax_client_conn = 100",
    ].join("\n"),
  );
  const user = process.getuid?.() === 0 ? ["-u", "nobody"] : [];
  const pooler = spawn(PGBOUNCER, [...user, join(folder, "pgbouncer.ini")], { stdio: "ignore" });
  const ended = new Promise((resolve) => pooler.once("exit", resolve));
  const pooled = Object.assign(new URL(url), { port: String(port) }).toString();
  await untilAnswering(pooled);
  return {
    url: pooled,
    stop: async () => {
      pooler.kill("SIGKILL");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilAnswering(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const client = new Client({ connectionString: url });
    const isThere = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (isThere) return;
    await sleep(100);
  }
  throw new Error("the pooler does not answer");
}
