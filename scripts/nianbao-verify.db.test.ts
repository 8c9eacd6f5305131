import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { connect } from "@/db/connect";
import { openAppLogin } from "@/db/testing/app-login";
import { buildWorkingDistrict } from "@/db/testing/builders";
import { createDatabase, type OwnDatabase } from "@/db/testing/own-database";
import { readArguments } from "./nianbao-arguments";
import { verify } from "./nianbao-verify";

describe("nianbao verify", () => {
  let database: OwnDatabase;
  let owner: Client;

  beforeAll(async () => {
    database = await createDatabase();
    const { db, close } = connect(await openAppLogin(database.ownerUrl), { max: 2 });
    await buildWorkingDistrict(db);
    await close();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  async function run(...args: string[]): Promise<{ code: number; said: string }> {
    const lines: string[] = [];
    const spies = [vi.spyOn(console, "log"), vi.spyOn(console, "error")].map((spy) =>
      spy.mockImplementation((line: unknown) => {
        lines.push(String(line));
      }),
    );
    vi.stubEnv("DATABASE_URL", database.ownerUrl);
    try {
      return { code: await verify(await readArguments(["verify", "--lang", "en", ...args])), said: lines.join("\n") };
    } finally {
      vi.unstubAllEnvs();
      for (const spy of spies) spy.mockRestore();
    }
  }

  const seal = async () => (await owner.query<{ hash: string }>("select hash from seals")).rows[0]?.hash ?? "";

  it("ends with 0 where all is as it was written", async () => {
    const { code, said } = await run();
    expect(code).toBe(0);
    expect(said).toContain("1 seal holds");
  });

  it("finds a seal by the digits that a receipt prints, and misses one that is not there", async () => {
    const digits = (await seal()).slice(0, 16).replace(/(.{4})/g, "$1 ");
    expect(await run("--seal", digits)).toMatchObject({ code: 0, said: expect.stringContaining("as number 1") });
    expect(await run("--seal", "0000 0000 0000 0000")).toMatchObject({ code: 1 });
    expect(await run("--seal", "0000")).toMatchObject({ code: 2 });
  });

  it("ends with 1 and names the first row that was changed", async () => {
    await owner.query("alter table versions disable trigger append_only");
    const { rows } = await owner.query<{ id: string }>(
      "update versions set content = content || '{\"figures\": {}}' where id = (select min(id::text)::uuid from versions where content -> 'figures' <> '{}') returning id",
    );
    const { code, said } = await run();
    expect(code).toBe(1);
    expect(said).toContain(`First row that differs: versions ${rows[0]?.id}.`);
  });

  it("ends with 1 where a whole district is gone except for what it published", async () => {
    for (const table of ["events", "seals", "history_heads"]) {
      await owner.query(`alter table ${table} disable trigger user`);
      await owner.query(`delete from ${table}`);
    }
    expect((await run()).code).toBe(1);
  });
});
