import { createHmac } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { appRoleOf, prepareAppRole } from "@/db/app-role";
import { checkBackup } from "@/db/backup/read-backup";
import { applyMigrations, listMigrations } from "@/db/migrate";
import { asSuperuser, createDatabase, type OwnDatabase } from "@/db/testing/own-database";
import { openDatabase } from "./start-database";

const SECRET = "a secret of the tests that is long enough";

describe("opening a database for npm start", () => {
  let folder: string;
  let database: OwnDatabase;
  let known: number[];

  beforeEach(async () => {
    vi.spyOn(process.stdout, "write").mockReturnValue(true);
    folder = await mkdtemp(join(tmpdir(), "nianbao-open-"));
    database = await createDatabase();
    known = (await listMigrations()).map(({ when }) => when);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await database.drop();
    await asSuperuser(`drop role if exists "${appRoleOf(database.name)}"`);
    await rm(folder, { recursive: true, force: true });
  });

  const open = (more: { backupDir?: string; isBackedUp?: boolean } = {}) =>
    openDatabase({
      serverUrl: database.ownerUrl,
      appServerUrl: undefined,
      dataDir: folder,
      secret: SECRET,
      backupDir: null,
      isBackedUp: false,
      ...more,
    });

  async function ask(text: string): Promise<unknown[]> {
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  }
  const countMigrations = () => ask("select count(*)::int as count from drizzle.__drizzle_migrations");

  /** The tables of an older build, with a district in them or without. */
  async function makeOlder(hasData: boolean, count = 12): Promise<void> {
    const { ownerUrl } = database;
    const password = createHmac("sha256", SECRET).update("nianbao_app database login").digest("base64url");
    const login = await prepareAppRole({ ownerUrl, password, ours: true });
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    await client.query("begin");
    await applyMigrations(client, "role" in login ? login.role : "", new Set(known.slice(0, count)));
    if (hasData) {
      const [columns, values] = count === known.length - 1 ? [", folded_name", ", '某区'"] : ["", ""];
      await client.query(
        `insert into organisations (district_id, id, name, kind, position${columns}) values ($1, $1, '某区', 'district', 0${values})`,
        ["00000000-0000-4000-8000-00000000feed"],
      );
    }
    await client.query("commit");
    await client.end();
  }

  it("makes a backup before it changes the tables of an installation with data", async () => {
    await makeOlder(true);
    const backupDir = join(folder, "backups");
    await open({ backupDir });
    expect(await countMigrations()).toEqual([{ count: known.length }]);
    const [name = "", ...others] = await readdir(backupDir);
    expect(others).toEqual([]);
    expect(name).toMatch(/^nianbao-before-upgrade-/);
    const { about, manifest } = await checkBackup({ path: join(backupDir, name), passphrase: null });
    expect(about.migrations).toEqual(known.slice(0, 12));
    expect(manifest.tables.find(({ table }) => table === "organisations")?.rows).toBe(1);

    await open({ backupDir });
    expect(await readdir(backupDir)).toHaveLength(1);
  });

  it("changes nothing where that backup cannot be made, and says why", async () => {
    await makeOlder(true);
    await writeFile(join(folder, "closed"), "");
    await expect(open({ backupDir: join(folder, "closed") })).rejects.toThrow(
      /The backup before the upgrade was not made/,
    );
    expect(await countMigrations()).toEqual([{ count: 12 }]);
  });

  it("changes nothing on a server without a folder for backups until there is one", async () => {
    await makeOlder(true, known.length - 1);
    await expect(open()).rejects.toThrow(/there is no backup of the last day; nothing was changed/);
    expect(await countMigrations()).toEqual([{ count: known.length - 1 }]);
    await ask(
      "insert into backups (id, kind, at, host, path, bytes, is_encrypted) values (gen_random_uuid(), 'asked', now(), 'elsewhere', '/usb', 1, true)",
    );
    await open();
    expect(await countMigrations()).toEqual([{ count: known.length }]);
  });

  it("takes somebody's word that they have a backup of their own, and asks for none where nothing is to be lost", async () => {
    await makeOlder(true);
    await open({ isBackedUp: true });
    expect(await countMigrations()).toEqual([{ count: known.length }]);
    await database.drop();
    await asSuperuser(`create database "${database.name}"`);
    await asSuperuser(`drop role "${appRoleOf(database.name)}"`);
    await makeOlder(false);
    await open();
    expect(await countMigrations()).toEqual([{ count: known.length }]);
  });

  it("refuses a database that a newer version upgraded, in a sentence", async () => {
    await open();
    await ask("insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)");
    await expect(open({ isBackedUp: true })).rejects.toThrow(/was upgraded by a newer version \(1 changes/);
  });
});
