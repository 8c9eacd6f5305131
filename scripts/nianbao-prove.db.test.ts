import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { connect } from "@/db/connect";
import { openAppLogin } from "@/db/testing/app-login";
import { buildFinishedDistrict } from "@/db/testing/builders";
import { createDatabase, type OwnDatabase } from "@/db/testing/own-database";
import { sealDigits } from "@/lib/domain/receipt";
import { readArguments } from "./nianbao-arguments";
import { prove } from "./nianbao-prove";

describe("nianbao prove", () => {
  let database: OwnDatabase;
  let folder: string;
  let receipt: string;
  let digits: string;
  let algorithm: string;

  beforeAll(async () => {
    vi.stubEnv("NIANBAO_SEAL_ALGORITHM", "sm3");
    folder = await mkdtemp(join(tmpdir(), "nianbao-prove-"));
    database = await createDatabase();
    const { db, close } = connect(await openAppLogin(database.ownerUrl), { max: 2 });
    await buildFinishedDistrict(db);
    await close();
    vi.unstubAllEnvs();
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ receipt: string; hash: string; algorithm: string }>(
      `select e.data ->> 'receipt' as receipt, s.hash, s.tree ->> 'algorithm' as algorithm
       from events e join seals s on s.number = 1 and e.id <= s.up_to_event_id where e.type = 'section_submitted' limit 1`,
    );
    await owner.end();
    algorithm = rows[0]?.algorithm ?? "";
    receipt = rows[0]?.receipt ?? "";
    digits = sealDigits(rows[0]?.hash ?? "");
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  async function run(url: string, ...args: string[]): Promise<{ code: number; said: string }> {
    const lines: string[] = [];
    const note = (line: unknown) => {
      lines.push(String(line));
    };
    const spies = [vi.spyOn(console, "log"), vi.spyOn(console, "error")].map((spy) => spy.mockImplementation(note));
    vi.stubEnv("DATABASE_URL", url);
    try {
      return { code: await prove(await readArguments(["prove", "--lang", "en", ...args])), said: lines.join("\n") };
    } finally {
      vi.unstubAllEnvs();
      for (const spy of spies) spy.mockRestore();
    }
  }

  it("writes a proof for a receipt, which anybody checks with the seal and without a database", async () => {
    expect(algorithm).toBe("sm3");
    const file = join(folder, "proof.json");
    const made = await run(database.ownerUrl, receipt, "--seal", digits, "--out", file);
    expect(made).toMatchObject({ code: 0, said: expect.stringContaining(`seal ${digits}`) });
    const again = await run(database.ownerUrl, receipt, "--seal", digits, "--out", file);
    expect(again).toMatchObject({ code: 2, said: expect.stringContaining(`${file} exists and was left as it is`) });
    const nowhere = "postgres://nobody@127.0.0.1:1/none";
    const checked = await run(nowhere, "--verify", file, "--seal", digits);
    expect(checked).toMatchObject({ code: 0, said: expect.stringContaining("section_submitted") });
    expect(checked.said).toContain(receipt);

    const other = join(folder, "other.json");
    await writeFile(other, (await readFile(file, "utf8")).replace(receipt, receipt.replace(/.$/, "9")));
    expect(await run(nowhere, "--verify", other, "--seal", digits)).toMatchObject({ code: 1 });
    expect(await run(nowhere, "--verify", file, "--seal", "0000 0000 0000 0000")).toMatchObject({ code: 1 });
    expect(await run(nowhere, "--verify", file)).toMatchObject({
      code: 2,
      said: expect.stringContaining("After --seal"),
    });
  });

  it("says why there is no proof", async () => {
    expect(await run(database.ownerUrl, "19-99-99-XXXX")).toMatchObject({
      code: 1,
      said: "There is no event with the receipt or the number 19-99-99-XXXX.",
    });
    expect(await run(database.ownerUrl, "99999")).toMatchObject({
      code: 1,
      said: expect.stringContaining("each night"),
    });
    expect(await run(database.ownerUrl, receipt, "--seal", "0000 0000 0000 0000")).toMatchObject({
      code: 1,
      said: "There is no such seal.",
    });
  });
});
