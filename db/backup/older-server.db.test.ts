import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prepareAppRole } from "@/db/app-role";
import { connect } from "@/db/connect";
import { openAppLogin } from "@/db/testing/app-login";
import { buildWorkingDistrict, TEST_NOW } from "@/db/testing/builders";
import { createDatabase } from "@/db/testing/own-database";
import { createServer, isDebianPostgresThere, openOffice, type TrialServer } from "@/db/testing/trial-server";
import { checkBackup } from "./read-backup";
import { restoreBackup } from "./restore-backup";
import { writeBackup } from "./write-backup";

const PROGRAMS = "/usr/lib/postgresql/15/bin";

/** Debian's PostgreSQL 15, where it is installed: the oldest server that is tried, and the only one with pg_dump. */
describe.skipIf(!isDebianPostgresThere)("PostgreSQL 15 with an owner who is no superuser", () => {
  let folder: string;
  let server: TrialServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "nianbao-server-"));
    server = await createServer({ folder, name: "older", from: "debian" });
    await server.start();
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

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
    const ownerUrl = await openOffice(server, "first");
    const { db, close } = connect(await openAppLogin(ownerUrl), { max: 2 });
    await buildWorkingDistrict(db);
    await close();
    const file = join(folder, "dump");
    execFileSync(join(PROGRAMS, "pg_dump"), ["--format=custom", "--file", file, ownerUrl]);
    const copyUrl = await openOffice(server, "copy_of_first");
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
    const ownerUrl = await openOffice(server, "moved");
    const login = await prepareAppRole({ ownerUrl, password: "of-the-tests", ours: true });
    const appRole = "role" in login ? login.role : "";
    const checked = await checkBackup({ path, passphrase: null });
    await restoreBackup({ ownerUrl, appRole, path, passphrase: null, checked });
    expect(await countsOf(ownerUrl)).toEqual(await countsOf(newer.ownerUrl));
    await newer.drop();
  });
});
