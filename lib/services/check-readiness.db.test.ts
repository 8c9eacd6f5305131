import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Connection, connect } from "@/db/connect";
import { freePort } from "@/db/free-port";
import { openAppLogin } from "@/db/testing/app-login";
import { createDatabase, type OwnDatabase } from "@/db/testing/own-database";
import { checkReadiness } from "@/lib/services/check-readiness";

const now = new Date();

describe("whether people can work", () => {
  let database: OwnDatabase;
  let appUrl: string;
  let owner: Client;
  let app: Connection;

  beforeAll(async () => {
    database = await createDatabase();
    appUrl = await openAppLogin(database.ownerUrl);
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });
  beforeEach(() => {
    app = connect(appUrl, { max: 1 });
  });
  afterEach(() => app.close());

  const reasons = async () => (await checkReadiness(app.db, {}, now)).reasons.map(({ code }) => code);

  it("is so with a database that takes changes and has this build's tables", async () => {
    expect(await checkReadiness(app.db, { databaseDir: "/" }, now)).toEqual({ isReady: true, reasons: [] });
  });

  it("is not where the database can only be read", async () => {
    await owner.query(`alter database "${database.name}" set default_transaction_read_only = on`);
    expect(await reasons()).toEqual(["database_read_only"]);
    await owner.query(`alter database "${database.name}" reset default_transaction_read_only`);
  });

  it("is not where the tables are older or newer than the build", async () => {
    await owner.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)");
    expect(await reasons()).toEqual(["migrations_newer"]);
    await owner.query("delete from drizzle.__drizzle_migrations where hash = 'later'");
    await owner.query("update drizzle.__drizzle_migrations set created_at = created_at - 1000000000000");
    expect(await reasons()).toEqual(["migrations_missing"]);
    await owner.query("update drizzle.__drizzle_migrations set created_at = created_at + 1000000000000");
  });

  it("is not where the app's role may not use the tables", async () => {
    const role = new URL(appUrl).username;
    await owner.query(`revoke insert on rate_limits from ${role}`);
    expect(await reasons()).toEqual(["role_unusable"]);
    await owner.query(`grant insert on rate_limits to ${role}`);
  });

  it("is not where nobody answers", async () => {
    const url = new URL(appUrl);
    url.port = String(await freePort());
    const { db, close } = connect(url.toString(), { max: 1 });
    expect((await checkReadiness(db, {}, now)).reasons.map(({ code }) => code)).toEqual(["database_unreachable"]);
    await close();
  });

  it("is not where the disk of the built-in database has no room left", async () => {
    // The kernel's own file systems say that they have no free byte.
    const { isReady, reasons: found } = await checkReadiness(app.db, { databaseDir: "/proc" }, now);
    expect([isReady, found.map(({ code }) => code)]).toEqual([false, ["database_full"]]);
  });
});
