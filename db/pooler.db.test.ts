import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveFigures } from "@/lib/services/save-figures";
import { verifyHistory } from "@/lib/services/verify-history";
import { settleAppRole } from "./app-role";
import { connect, withActor } from "./connect";
import { freePort } from "./free-port";
import { listFigures } from "./queries/figures";
import { openAppLogin } from "./testing/app-login";
import { buildOpenDistrict, request, TEST_NOW } from "./testing/builders";
import { createDatabase, type OwnDatabase } from "./testing/own-database";

const PGBOUNCER = "/usr/sbin/pgbouncer";
const MANY = 40;

/** Debian's PgBouncer, where it is installed, with three connections of its own for everybody. */
describe.skipIf(!existsSync(PGBOUNCER))("a pooler that gives each transaction another connection", () => {
  let database: OwnDatabase;
  let folder: string;
  let pooler: ChildProcess;
  let direct: { role: string; url: string };
  let pooled: { role: string; url: string };

  beforeAll(async () => {
    database = await createDatabase();
    const url = new URL(await openAppLogin(database.ownerUrl));
    direct = { role: url.username, url: url.toString() };
    folder = await mkdtemp(join(tmpdir(), "nianbao-pooler-"));
    await chmod(folder, 0o755);
    const port = await freePort();
    await writeFile(join(folder, "users.txt"), `"${url.username}" "${url.password}"\n`);
    await writeFile(
      join(folder, "pgbouncer.ini"),
      [
        "[databases]",
        `${database.name} = host=127.0.0.1 port=${url.port} dbname=${database.name}`,
        "[pgbouncer]",
        `listen_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =`,
        `auth_type = plain\nauth_file = ${join(folder, "users.txt")}`,
        "pool_mode = transaction\ndefault_pool_size = 3\nmax_client_conn = 100",
      ].join("\n"),
    );
    const user = process.getuid?.() === 0 ? ["-u", "nobody"] : [];
    pooler = spawn(PGBOUNCER, [...user, join(folder, "pgbouncer.ini")], { stdio: "ignore" });
    pooled = { role: url.username, url: Object.assign(new URL(url), { port: String(port) }).toString() };
    await answering(pooled.url);
  });
  afterAll(async () => {
    pooler.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
    await database.drop();
  });

  async function answering(url: string): Promise<void> {
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

  it("is noticed", async () => {
    expect(await settleAppRole(direct)).toEqual({ isPooled: false });
    expect(await settleAppRole(pooled)).toEqual({ isPooled: true });
  });

  it("carries saves of many people at once, each once, without a name of a statement in the way", async () => {
    const { db, close } = connect(pooled.url, { max: 20, isPooled: true });
    const { desk, person, districtId } = await buildOpenDistrict(db);
    const clerk = person("财政局填报人");
    const { id } = await desk("finance").find("requests");
    const cells = ["business", "legal_service", "natural_person", "other_organisation"].map(
      (row) => `requests.received.${row}`,
    );
    let value = new Map<string, string | null>(cells.map((cell) => [cell, null]));
    for (let round = 1; round <= MANY / cells.length; round += 1) {
      const changes = cells.map((cellKey) => ({ cellKey, seen: value.get(cellKey) ?? null, value: String(round) }));
      const saved = await Promise.all(
        changes.map((change) =>
          saveFigures(db, clerk, { ...request(), submissionId: id, changes: [change] }, TEST_NOW),
        ),
      );
      expect(saved.flatMap(({ conflicts }) => conflicts)).toEqual([]);
      value = new Map(changes.map(({ cellKey, value: to }) => [cellKey, to]));
    }
    const figures = await withActor(db, clerk, (tx) => listFigures(tx, { scope: clerk.scope, submissionId: id }));
    expect(new Map(figures.map(({ cellKey, found }) => [cellKey, found]))).toEqual(value);
    const auditor = person("工委管委办公室审计员");
    const verified = await withActor(db, auditor, (tx) => verifyHistory(tx, { districtId }));
    expect(verified).toMatchObject({ isIntact: true });
    await close();
  });
});
