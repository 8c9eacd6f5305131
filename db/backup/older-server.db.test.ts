import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prepareAppRole } from "@/db/app-role";
import { connect } from "@/db/connect";
import { ordinaryUser } from "@/db/embedded-binaries";
import { createCluster, startServer } from "@/db/embedded-cluster";
import { readPostmaster, shutDown } from "@/db/embedded-process";
import { openAppLogin } from "@/db/testing/app-login";
import { buildWorkingDistrict, TEST_NOW } from "@/db/testing/builders";
import { createDatabase } from "@/db/testing/own-database";
import { checkBackup } from "./read-backup";
import { restoreBackup } from "./restore-backup";
import { writeBackup } from "./write-backup";

const PROGRAMS = "/usr/lib/postgresql/15/bin";

/** Debian's PostgreSQL 15, where it is installed: the oldest server that is tried, and the only one with pg_dump. */
describe.skipIf(!existsSync(join(PROGRAMS, "pg_dump")))("PostgreSQL 15 with an owner who is no superuser", () => {
  let folder: string;
  let port: number;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "nianbao-server-"));
    await chmod(folder, 0o755);
    await writeFile(join(folder, "password"), "of-the-tests", { mode: 0o644 });
    const dir = join(folder, "postgres");
    const binaries = { initdb: join(PROGRAMS, "initdb"), postgres: join(PROGRAMS, "postgres") };
    await createCluster(folder, dir, join(folder, "password"), {
      binaries,
      user: ordinaryUser({ endsWithParent: false }),
    });
    const name = `nianbao-test-${process.pid}`;
    const cluster = { dir, name, logPath: join(folder, "log"), isDurable: false };
    await startServer(cluster, null, { binaries, user: ordinaryUser({ endsWithParent: true }) });
    const postmaster = await readPostmaster(dir);
    port = postmaster?.port ?? 0;
    stop = () => shutDown(name, postmaster?.pid ?? 0);
    await asSuperuser("create role office login createrole password 'of-the-tests'");
  });
  afterAll(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  });

  const urlOf = (login: string, database: string) => `postgres://${login}:of-the-tests@127.0.0.1:${port}/${database}`;

  async function asSuperuser(statement: string): Promise<void> {
    const client = new Client({ connectionString: urlOf("nianbao_owner", "postgres") });
    await client.connect();
    await client.query(statement);
    await client.end();
  }

  async function openDatabase(name: string): Promise<string> {
    await asSuperuser(`create database ${name} owner office`);
    return urlOf("office", name);
  }

  async function countsOf(ownerUrl: string): Promise<unknown[]> {
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    const { rows } = await client.query(
      "select (select count(*) from events) as events, (select count(*) from versions) as versions, (select count(*) from credentials) as credentials",
    );
    await client.end();
    return rows;
  }

  it("is dumped and restored by pg_dump and pg_restore as that owner", async () => {
    const ownerUrl = await openDatabase("first");
    const { db, close } = connect(await openAppLogin(ownerUrl), { max: 2 });
    await buildWorkingDistrict(db);
    await close();
    const file = join(folder, "dump");
    execFileSync(join(PROGRAMS, "pg_dump"), ["--format=custom", "--file", file, ownerUrl]);
    const copyUrl = await openDatabase("copy_of_first");
    execFileSync(join(PROGRAMS, "pg_restore"), ["--exit-on-error", "--dbname", copyUrl, file], { stdio: "pipe" });
    expect(await countsOf(copyUrl)).toEqual(await countsOf(ownerUrl));
  });

  it("takes a backup of a newer server, equal in every table", async () => {
    const newer = await createDatabase();
    const { db, close } = connect(await openAppLogin(newer.ownerUrl), { max: 2 });
    await buildWorkingDistrict(db);
    await close();
    const path = join(folder, "newer-server.nianbao");
    await writeBackup({ ownerUrl: newer.ownerUrl, path, passphrase: null, version: "test", now: TEST_NOW });
    const ownerUrl = await openDatabase("moved");
    const login = await prepareAppRole({ ownerUrl, password: "of-the-tests", ours: true });
    const appRole = "role" in login ? login.role : "";
    const checked = await checkBackup({ path, passphrase: null });
    await restoreBackup({ ownerUrl, appRole, path, passphrase: null, checked });
    expect(await countsOf(ownerUrl)).toEqual(await countsOf(newer.ownerUrl));
    await newer.drop();
  });
});
