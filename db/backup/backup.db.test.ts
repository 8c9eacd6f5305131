import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, type QueryResultRow } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { prepareAppRole } from "@/db/app-role";
import { type Connection, connect, withActor } from "@/db/connect";
import { applyMigrations, listMigrations } from "@/db/migrate";
import { getCycleReport } from "@/db/queries/reports";
import { openAppLogin } from "@/db/testing/app-login";
import {
  buildFinishedDistrict,
  buildOpenDistrict,
  request,
  settleContradictions,
  TEST_NOW,
} from "@/db/testing/builders";
import { asSuperuser, createDatabase, type OwnDatabase } from "@/db/testing/own-database";
import { finaliseReport, publishReport } from "@/lib/services/release-report";
import { saveFigures } from "@/lib/services/save-figures";
import { BackupProblem } from "./backup-problem";
import { checkBackup } from "./read-backup";
import { restoreBackup } from "./restore-backup";
import { writeBackup } from "./write-backup";

const OWNER = "backup_owner";
const OWNER_PASSWORD = "only-for-tests";
const PASSPHRASE = "一句只有办公室知道的话，够长";
const about = { version: "0.0.0-test", now: TEST_NOW };

/** Databases whose owner is no superuser, as on a server of one's own. */
describe("a backup", () => {
  let folder: string;
  let source: OwnDatabase;
  let app: Connection;
  let path: string;
  let known: number[];
  const undo: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "nianbao-backup-"));
    await asSuperuser(`create role ${OWNER} login createrole password '${OWNER_PASSWORD}'`);
    known = (await listMigrations()).map(({ when }) => when);
    source = await createDatabase({ owner: OWNER, password: OWNER_PASSWORD });
    app = connect(await openAppLogin(source.ownerUrl), { max: 6 });
    const district = await buildFinishedDistrict(app.db);
    await settleContradictions(app.db, district);
    const editor = district.person("工委管委办公室统稿人");
    const reportId = (await withActor(app.db, editor, (tx) => getCycleReport(tx, district)))?.id ?? "";
    await finaliseReport(app.db, editor, { ...request(), reportId }, TEST_NOW);
    await publishReport(app.db, district.person("工委管委办公室负责人"), { ...request(), reportId }, TEST_NOW);
    path = join(folder, "whole.nianbao");
    await writeBackup({ ...about, ownerUrl: source.ownerUrl, path, passphrase: null });
  });
  afterEach(async () => {
    for (const step of undo.splice(0).reverse()) await step();
  });
  afterAll(async () => {
    await app.close();
    await source.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** An empty database of the same owner, as if on another machine, with the role that the app will have there. */
  async function openTarget(): Promise<{ ownerUrl: string; appRole: string }> {
    const target = await createDatabase({ owner: OWNER, password: OWNER_PASSWORD });
    const login = await prepareAppRole({ ownerUrl: target.ownerUrl, password: "another secret", ours: true });
    if ("problem" in login) throw new Error(login.problem.en);
    undo.push(async () => {
      await target.drop();
      await asSuperuser(`drop role "${login.role}"`);
    });
    return { ownerUrl: target.ownerUrl, appRole: login.role };
  }

  async function rowsOf(ownerUrl: string, text: string): Promise<QueryResultRow[]> {
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      return (await client.query<QueryResultRow>(text)).rows;
    } finally {
      await client.end();
    }
  }

  /** Each table with its number of rows and a hash that no order of them changes. */
  async function contentOf(ownerUrl: string): Promise<QueryResultRow[]> {
    const tables = await rowsOf(ownerUrl, "select tablename from pg_tables where schemaname = 'public' order by 1");
    const content: QueryResultRow[] = [];
    for (const { tablename } of tables) {
      const [row] = await rowsOf(
        ownerUrl,
        `select '${tablename}' as name, count(*) as rows, md5(string_agg(md5(t::text), '' order by md5(t::text))) as hash from public."${tablename}" t`,
      );
      if (row) content.push(row);
    }
    return content;
  }

  type Source = { ownerUrl: string; appRole: string; path: string; passphrase: string | null };
  const restore = async (params: Source) => restoreBackup({ ...params, checked: await checkBackup(params) });

  async function refusalOf(params: Source): Promise<string> {
    try {
      await restore(params);
      return "restored";
    } catch (error) {
      if (error instanceof BackupProblem) return error.code;
      throw error;
    }
  }

  it("restores into an empty database of another installation, where every table is equal and people can work", async () => {
    const target = await openTarget();
    const restored = await restore({ ...target, path, passphrase: null });
    expect(await contentOf(target.ownerUrl)).toEqual(await contentOf(source.ownerUrl));
    expect(restored.districts).toEqual([{ name: expect.any(String), events: expect.any(Number), seals: 2 }]);
    expect(restored.manifest.tables.find(({ table }) => table === "versions")?.rows).toBeGreaterThan(20);

    // As a start does, which also brings the queue's tables: jobs are no part of a backup.
    const there = connect(await openAppLogin(target.ownerUrl), { max: 2 });
    const district = await buildOpenDistrict(there.db);
    await there.close();
    // The guards hold again, and new events follow the old ones.
    const [event] = await rowsOf(
      target.ownerUrl,
      "select min(id) > 0 as is_numbered, count(distinct (district_id, id)) = count(*) as is_unique from events",
    );
    expect(event).toEqual({ is_numbered: true, is_unique: true });
    await expect(rowsOf(target.ownerUrl, "update events set at = now()")).rejects.toMatchObject({ code: "23001" });
    expect(district.districtId).toBeTruthy();
    const disabled = await rowsOf(
      target.ownerUrl,
      "select tgname from pg_trigger where not tgisinternal and tgenabled <> 'O'",
    );
    expect(disabled).toEqual([]);
  });

  it("is one moment of a database in which people go on working", async () => {
    const own = await createDatabase({ owner: OWNER, password: OWNER_PASSWORD });
    const working = connect(await openAppLogin(own.ownerUrl), { max: 6 });
    undo.push(async () => {
      await working.close();
      await own.drop();
    });
    const district = await buildOpenDistrict(working.db);
    const clerk = district.person("财政局填报人");
    const { id } = await district.desk("finance").find("requests");
    let isDone = false;
    let saved = 0;
    const save = async (): Promise<void> => {
      for (; !isDone; saved += 1) {
        const seen = saved === 0 ? null : String(saved);
        const changes = [{ cellKey: "requests.received.natural_person", seen, value: String(saved + 1) }];
        await saveFigures(working.db, clerk, { ...request(), submissionId: id, changes }, TEST_NOW);
      }
    };
    const saving = save();
    for (let round = 0; round < 3; round += 1) {
      const file = join(folder, `busy-${round}.nianbao`);
      await writeBackup({ ...about, ownerUrl: own.ownerUrl, path: file, passphrase: null });
      // The history is replayed: an event without its figure, or the other way round, is refused.
      expect(await refusalOf({ ...(await openTarget()), path: file, passphrase: null })).toBe("restored");
    }
    isDone = true;
    await saving;
    expect(saved).toBeGreaterThan(3);
  });

  it("is refused where one byte was changed or the end is missing, at ten places each, the target untouched", async () => {
    const target = await openTarget();
    const whole = await readFile(path);
    const places = Array.from({ length: 10 }, (_, index) => Math.floor(((index + 0.5) / 10) * whole.length));
    for (const place of [0, 30, ...places, whole.length - 1]) {
      const file = join(folder, "bad.nianbao");
      const altered = Buffer.from(whole);
      altered[place] = (altered[place] ?? 0) ^ 0x20;
      await writeFile(file, altered);
      expect(await refusalOf({ ...target, path: file, passphrase: null }), `byte ${place}`).toMatch(
        /altered|cut_off|not_a/,
      );
      await writeFile(file, whole.subarray(0, place));
      expect(await refusalOf({ ...target, path: file, passphrase: null }), `cut at ${place}`).toMatch(
        /altered|cut_off|not_a/,
      );
    }
    expect(
      await rowsOf(
        target.ownerUrl,
        "select nspname, relname from pg_class c join pg_namespace n on n.oid = relnamespace where nspname in ('public', 'nianbao', 'drizzle')",
      ),
    ).toEqual([]);
    expect(await refusalOf({ ...target, path: join(folder, "nowhere.nianbao"), passphrase: null })).toBe(
      "file_missing",
    );
  });

  it("is refused where it was made by a newer build", async () => {
    await rowsOf(
      source.ownerUrl,
      "insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)",
    );
    const file = join(folder, "newer.nianbao");
    await writeBackup({ ...about, version: "9.0.0", ownerUrl: source.ownerUrl, path: file, passphrase: null });
    await rowsOf(source.ownerUrl, "delete from drizzle.__drizzle_migrations where hash = 'later'");
    expect(await refusalOf({ ...(await openTarget()), path: file, passphrase: null })).toBe("newer_version");
  });

  it("made by an older build is brought up to this one", async () => {
    const older = await createDatabase({ owner: OWNER, password: OWNER_PASSWORD });
    const login = await prepareAppRole({ ownerUrl: older.ownerUrl, password: "another secret", ours: true });
    undo.push(older.drop);
    const client = new Client({ connectionString: older.ownerUrl });
    await client.connect();
    await client.query("begin");
    await applyMigrations(client, "role" in login ? login.role : "", new Set(known.slice(0, 12)));
    await client.query(
      "insert into organisations (district_id, id, name, kind, position) values ($1, $1, '某区', 'district', 0)",
      ["00000000-0000-4000-8000-00000000feed"],
    );
    await client.query("commit");
    await client.end();
    const file = join(folder, "older.nianbao");
    await writeBackup({ ...about, ownerUrl: older.ownerUrl, path: file, passphrase: null });
    const target = await openTarget();
    await restore({ ...target, path: file, passphrase: null });
    expect(await rowsOf(target.ownerUrl, "select folded_name from organisations")).toEqual([{ folded_name: "某区" }]);
    const [state] = await rowsOf(target.ownerUrl, "select count(*)::int as applied from drizzle.__drizzle_migrations");
    expect(state).toEqual({ applied: known.length });
  });

  it("is restored only where nothing was done yet and nobody works", async () => {
    const target = await openTarget();
    const used = connect(await openAppLogin(target.ownerUrl), { max: 1 });
    await used.db.execute("select 1");
    expect(await refusalOf({ ...target, path, passphrase: null })).toBe("target_in_use");
    await used.close();
    expect(await refusalOf({ ...target, path, passphrase: null })).toBe("restored");
    const before = await contentOf(target.ownerUrl);
    expect(await refusalOf({ ...target, path, passphrase: null })).toBe("target_not_empty");
    expect(await contentOf(target.ownerUrl)).toEqual(before);

    const foreign = await openTarget();
    await rowsOf(foreign.ownerUrl, "create table public.somebody_elses (id integer)");
    expect(await refusalOf({ ...foreign, path, passphrase: null })).toBe("target_foreign");
  });

  it("is refused where its history does not hold, the target untouched", async () => {
    const target = await openTarget();
    const client = new Client({ connectionString: source.ownerUrl });
    await client.connect();
    await client.query("alter table figures disable trigger user");
    const { rows } = await client.query(
      "select district_id, submission_id, cell_key, found from figures where value > 0 limit 1",
    );
    await client.query(
      "update figures set found = '777' where district_id = $1 and submission_id = $2 and cell_key = $3",
      [rows[0]?.district_id, rows[0]?.submission_id, rows[0]?.cell_key],
    );
    const file = join(folder, "tampered.nianbao");
    await writeBackup({ ...about, ownerUrl: source.ownerUrl, path: file, passphrase: null });
    await client.query(
      "update figures set found = $4 where district_id = $1 and submission_id = $2 and cell_key = $3",
      [rows[0]?.district_id, rows[0]?.submission_id, rows[0]?.cell_key, rows[0]?.found],
    );
    await client.query("alter table figures enable trigger user");
    await client.end();
    expect(await refusalOf({ ...target, path: file, passphrase: null })).toBe("history_broken");
    expect(await rowsOf(target.ownerUrl, "select from pg_tables where schemaname = 'public'")).toEqual([]);
  });

  it("with a passphrase is opened by it alone", async () => {
    const file = join(folder, "closed.nianbao");
    await writeBackup({ ...about, ownerUrl: source.ownerUrl, path: file, passphrase: PASSPHRASE });
    await expect(checkBackup({ path: file, passphrase: null })).rejects.toMatchObject({
      code: "passphrase_needed",
    });
    await expect(checkBackup({ path: file, passphrase: "another passphrase" })).rejects.toMatchObject({
      code: "passphrase_wrong",
    });
    expect(await refusalOf({ ...(await openTarget()), path: file, passphrase: PASSPHRASE })).toBe("restored");
  });

  it("replaces no file, belongs to its owner only and leaves nothing aside", async () => {
    await expect(writeBackup({ ...about, ownerUrl: source.ownerUrl, path, passphrase: null })).rejects.toMatchObject({
      code: "file_exists",
    });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const wrong = source.ownerUrl.replace(source.name, "nowhere");
    await expect(
      writeBackup({ ...about, ownerUrl: wrong, path: join(folder, "none.nianbao"), passphrase: null }),
    ).rejects.toMatchObject({ code: "3D000" });
    expect((await readdir(folder)).filter((name) => /part|none/.test(name))).toEqual([]);
  });
});
