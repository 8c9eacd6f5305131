import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { connect } from "@/db/connect";
import { openAppLogin } from "@/db/testing/app-login";
import { buildWorkingDistrict } from "@/db/testing/builders";
import { createDatabase, type OwnDatabase } from "@/db/testing/own-database";
import { readArguments } from "./nianbao-arguments";
import { backUp } from "./nianbao-backup";
import { restore } from "./nianbao-restore";
import { verify } from "./nianbao-verify";

describe("nianbao backup and nianbao restore", () => {
  let folder: string;
  let source: OwnDatabase;
  let file: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "nianbao-command-"));
    await writeFile(join(folder, "passphrase"), "a passphrase of the tests\n");
    file = join(folder, "file.nianbao");
    source = await createDatabase();
    const { db, close } = connect(await openAppLogin(source.ownerUrl), { max: 2 });
    await buildWorkingDistrict(db);
    await close();
  });
  afterAll(async () => {
    await source.drop();
    await rm(folder, { recursive: true, force: true });
  });

  type Place = { DATABASE_URL: string } | { NIANBAO_DATA_DIR: string };

  async function run(place: Place, command: typeof backUp, ...args: string[]): Promise<{ code: number; said: string }> {
    const lines: string[] = [];
    const note = (line: unknown) => {
      lines.push(String(line));
    };
    const spies = [vi.spyOn(console, "log"), vi.spyOn(console, "error")].map((spy) => spy.mockImplementation(note));
    vi.stubEnv("DATABASE_URL", "");
    for (const [name, value] of Object.entries(place)) vi.stubEnv(name, value);
    try {
      return { code: await command(await readArguments(["backup", ...args])), said: lines.join("\n") };
    } finally {
      vi.unstubAllEnvs();
      for (const spy of spies) spy.mockRestore();
    }
  }

  it("carry a server's database into the built-in one of another machine, which then verifies", async () => {
    const passphrase = ["--passphrase-file", join(folder, "passphrase")];
    const made = await run({ DATABASE_URL: source.ownerUrl }, backUp, file, ...passphrase);
    expect(made).toMatchObject({ code: 0, said: expect.stringContaining("文件已用口令加密") });
    expect(await run({ DATABASE_URL: source.ownerUrl }, backUp, file)).toMatchObject({
      code: 2,
      said: expect.stringContaining("未覆盖"),
    });

    const trial = await run({ DATABASE_URL: source.ownerUrl }, backUp, "--verify", file, "--lang", "en", ...passphrase);
    expect(trial).toMatchObject({ code: 0, said: expect.stringContaining("Restored on trial") });

    const place = { NIANBAO_DATA_DIR: join(folder, "other machine") };
    const restored = await run(place, restore, file, "--lang", "en", ...passphrase);
    expect(restored.said).toContain("Restored. Run npm start now.");
    expect(restored.said).toMatch(/versions: \d+ rows, equal to the backup/);
    expect(await run(place, verify, "--lang", "en")).toMatchObject({
      code: 0,
      said: expect.stringContaining("1 seal holds"),
    });
    const again = await run(place, restore, file, ...passphrase);
    expect(again).toMatchObject({ code: 2, said: expect.stringContaining("已有数据") });
  });

  it("say in a sentence what is wrong with a file, and make nothing of it", async () => {
    const plain = join(folder, "plain.nianbao");
    await run({ DATABASE_URL: source.ownerUrl }, backUp, plain);
    const whole = await readFile(plain);
    const place = { NIANBAO_DATA_DIR: join(folder, "untouched") };
    const refusalOf = async (bytes: Buffer, ...args: string[]) => {
      await writeFile(join(folder, "bad.nianbao"), bytes);
      return run(place, restore, join(folder, "bad.nianbao"), ...args);
    };
    const altered = Buffer.from(whole);
    altered[whole.length >> 1] = (altered[whole.length >> 1] ?? 0) ^ 1;
    expect(await refusalOf(altered)).toMatchObject({
      code: 2,
      said: "备份文件已损坏或被改动，未恢复。请换用另一份备份。",
    });
    expect(await refusalOf(whole.subarray(0, whole.length >> 1), "--lang", "en")).toMatchObject({
      code: 2,
      said: "The backup is incomplete (its end is missing); nothing was restored. Use another backup.",
    });
    expect(await refusalOf(Buffer.from("report"))).toMatchObject({
      code: 2,
      said: expect.stringContaining("不是本系统的备份文件"),
    });
    expect(existsSync(place.NIANBAO_DATA_DIR)).toBe(false);
    expect(await run(place, backUp, join(folder, "none.nianbao"))).toMatchObject({
      code: 2,
      said: expect.stringContaining("没有找到数据库"),
    });
    expect(await run({ DATABASE_URL: source.ownerUrl }, backUp, join(folder, "no such/file"))).toMatchObject({
      code: 2,
      said: expect.stringContaining("文件夹不存在"),
    });
    expect((await readdir(folder)).filter((name) => name.includes("part"))).toEqual([]);
  });
});
