import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Connection, connect } from "@/db/connect";
import { deleteBackups, listBackups } from "@/db/queries/backups";
import { openAppLogin } from "@/db/testing/app-login";
import { buildDistrict, buildPerson, type TestDistrict } from "@/db/testing/builders";
import { createDatabase, type OwnDatabase } from "@/db/testing/own-database";
import type { Backup } from "@/lib/domain/backup";
import { loadBackups } from "@/lib/services/load-backups";
import { backUpDaily } from "./daily-backup";
import { makeBackup } from "./keep-record";

const MONDAY = new Date("2026-01-12T09:00:00+08:00");
const DAY_MS = 86_400_000;
const day = (count: number) => new Date(MONDAY.getTime() + count * DAY_MS);

describe("the backup of each day", () => {
  let database: OwnDatabase;
  let app: Connection;
  let owner: Connection;
  let district: TestDistrict;
  let scratch: string;
  let folder: string;

  beforeAll(async () => {
    database = await createDatabase();
    app = connect(await openAppLogin(database.ownerUrl), { max: 2 });
    owner = connect(database.ownerUrl, { max: 1 });
    district = await buildDistrict(app.db);
  });
  afterAll(async () => {
    await app.close();
    await owner.close();
    await database.drop();
  });
  beforeEach(async () => {
    scratch = await mkdtemp(join(tmpdir(), "nianbao-daily-"));
    folder = join(scratch, "backups");
  });
  afterEach(async () => {
    await deleteBackups(owner.db, { ids: (await listBackups(owner.db)).map(({ id }) => id) });
    await rm(scratch, { recursive: true, force: true });
  });

  const run = (now: Date, more: Partial<Parameters<typeof backUpDaily>[0]> = {}) =>
    backUpDaily({
      ownerUrl: database.ownerUrl,
      folder,
      keep: 14,
      passphrase: () => null,
      version: "test",
      now,
      ...more,
    });

  it("is made once a day, kept in the wanted number, and never takes away what somebody asked for", async () => {
    const asked = join(scratch, "asked.nianbao");
    await makeBackup({
      ownerUrl: database.ownerUrl,
      path: asked,
      passphrase: () => null,
      version: "test",
      now: day(-30),
      kind: "asked",
    });
    await owner.db.execute(`update backups set tried_at = '${day(4).toISOString()}'`);
    await run(day(0), { keep: 2 });
    await run(new Date(day(0).getTime() + 3_600_000), { keep: 2 });
    expect(await readdir(folder)).toEqual(["nianbao-2026-01-12-090000.nianbao"]);
    await writeFile(join(folder, "nianbao-2026-01-12-090000.nianbao.part-999999999"), "killed");
    await run(day(1), { keep: 2 });
    await run(day(2), { keep: 2 });
    expect((await readdir(folder)).toSorted()).toEqual([
      "nianbao-2026-01-13-090000.nianbao",
      "nianbao-2026-01-14-090000.nianbao",
    ]);
    await rm(join(folder, "nianbao-2026-01-13-090000.nianbao"));
    await run(day(2), { keep: 2 });
    expect((await listBackups(owner.db)).map(({ path }) => path)).toEqual([
      join(folder, "nianbao-2026-01-14-090000.nianbao"),
      asked,
    ]);
  });

  it("is restored on trial once a week, and found out when it was altered", async () => {
    await run(day(0));
    const standing = await loadBackups(app.db, district.admin, {}, day(0));
    expect(standing).toMatchObject({ concern: null, tried: { triedAt: day(0), trialProblem: null } });
    expect(await readdir(folder)).toHaveLength(1);

    await owner.db.execute(`update backups set tried_at = '${day(-8).toISOString()}'`);
    await makeBackup({
      ownerUrl: database.ownerUrl,
      path: join(folder, "bad.nianbao"),
      passphrase: () => null,
      version: "test",
      now: new Date(day(0).getTime() + 1),
      kind: "before_upgrade",
    });
    const bytes = await readFile(join(folder, "bad.nianbao"));
    await writeFile(join(folder, "bad.nianbao"), bytes.subarray(0, -1));
    await expect(run(new Date(day(0).getTime() + 2))).rejects.toMatchObject({ code: "cut_off" });
    expect(await loadBackups(app.db, district.admin, {}, day(0))).toMatchObject({
      concern: "trial_failed",
      tried: { trialProblem: "cut_off" },
    });
  });

  it("says why it was not made, once, until it is made again", async () => {
    const closed = join(scratch, "file");
    await writeFile(closed, "");
    await expect(run(day(0), { folder: join(closed, "below") })).rejects.toMatchObject({ code: "ENOTDIR" });
    await expect(run(day(0), { passphrase: () => "short" })).rejects.toMatchObject({ code: "passphrase_short" });
    const all: Backup[] = await listBackups(owner.db);
    expect(all.map(({ problem }) => problem)).toEqual(["passphrase_short"]);
    expect((await loadBackups(app.db, district.admin, {}, day(0))).concern).toBe("failed");
    await run(day(1));
    expect((await loadBackups(app.db, district.admin, {}, day(1))).concern).toBeNull();
  });

  it("is told to administrators only", async () => {
    await run(day(0));
    const unit = Object.values(district.unitIds)[0] ?? "";
    const clerk = await buildPerson(app.db, district.admin, {
      name: "填报人",
      organisationId: unit,
      role: "submitter",
    });
    expect((await loadBackups(app.db, clerk, {}, day(0))).newest).toBeNull();
    expect(await listBackups(app.db)).toEqual([]);
    expect((await loadBackups(app.db, district.admin, {}, day(0))).newest?.path).toContain("nianbao-2026-01-12");
    await expect(app.db.execute("delete from backups")).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  it("is not made of an installation that is not set up yet", async () => {
    const empty = await createDatabase();
    await openAppLogin(empty.ownerUrl);
    await run(day(0), { ownerUrl: empty.ownerUrl });
    expect(await readdir(scratch)).toEqual([]);
    await empty.drop();
  });
});
