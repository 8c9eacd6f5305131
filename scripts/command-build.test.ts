import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BuiltCommand, ensureCommandBuilt } from "./command-build";
import { PROJECT_DIR } from "./project-dir";

/** A project whose command says a word that stands in a file of its own. */
describe("ensureCommandBuilt", () => {
  let folder: string;
  const write = (path: string, text: string) => {
    writeFileSync(join(folder, path), text);
    // As if it had been written some time ago: times are held against each other in seconds.
    utimesSync(join(folder, path), 1_600_000_000, 1_600_000_000);
  };
  const wordOf = async ({ commandFile }: BuiltCommand): Promise<string> => {
    const built: { word: string } = await import(pathToFileURL(commandFile).href);
    return built.word;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "nianbao-command-"));
    for (const path of ["scripts", "lib/intake"]) mkdirSync(join(folder, path), { recursive: true });
    write("tsconfig.json", "{}");
    write("scripts/nianbao-command.ts", `export { word } from "./word";`);
    write("scripts/word.ts", `export const word: string = "一";`);
    write("lib/intake/reader-worker.ts", "export const isReader = true;");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("builds what is missing, and nothing again as long as no source changes", async () => {
    const first = await ensureCommandBuilt(folder);
    expect(await wordOf(first)).toBe("一");
    const mark = join(folder, ".command/built.json");
    const { ino } = statSync(mark);
    expect(await ensureCommandBuilt(folder)).toEqual(first);
    expect(statSync(mark).ino).toBe(ino);
  });

  it("builds again what came from other sources, and leaves a running command what it may still load", async () => {
    const first = await ensureCommandBuilt(folder);
    write("scripts/word.ts", `export const word: string = "第二";`);
    const second = await ensureCommandBuilt(folder);
    expect(await wordOf(second)).toBe("第二");
    expect(await wordOf(first)).toBe("一");

    rmSync(second.commandFile);
    expect(await ensureCommandBuilt(folder)).toEqual(second);
    writeFileSync(join(folder, ".command/built.json"), "{");
    expect(await ensureCommandBuilt(folder)).toEqual(second);
    expect(await wordOf(second)).toBe("第二");
  });

  it("takes a source that was only touched for a changed one", async () => {
    await ensureCommandBuilt(folder);
    const mark = join(folder, ".command/built.json");
    const { ino } = statSync(mark);
    utimesSync(join(folder, "scripts/word.ts"), 1_600_000_100, 1_600_000_100);
    await ensureCommandBuilt(folder);
    expect(statSync(mark).ino).not.toBe(ino);
  });

  it("removes what is left of builds of days ago", async () => {
    const first = await ensureCommandBuilt(folder);
    utimesSync(first.commandFile, 1_600_000_000, 1_600_000_000);
    write("scripts/word.ts", `export const word: string = "第二";`);
    await ensureCommandBuilt(folder);
    expect(readdirSync(join(folder, ".command"))).not.toContain(first.commandFile.split("/").at(-1));
  });

  it("says what is wrong with a source that cannot be built, and is built once it is right", async () => {
    write("scripts/word.ts", "export const word = ;");
    await expect(ensureCommandBuilt(folder)).rejects.toThrow("scripts/word.ts");
    write("scripts/word.ts", `export const word: string = "三";`);
    expect(await wordOf(await ensureCommandBuilt(folder))).toBe("三");
  });
});

describe("the command as it is built", () => {
  const run = async (...args: string[]) => {
    const done = promisify(execFile)(process.execPath, ["scripts/nianbao.ts", ...args], { cwd: PROJECT_DIR });
    return await done.then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
    );
  };

  it("checks a report in a thread of its own and gives the exit code of its findings", async () => {
    const { code, stdout } = await run("check", "db/demo/reports/pingtan-2020.json", "--json");
    const { file, findings } = JSON.parse(stdout);
    expect(file).toBe("db/demo/reports/pingtan-2020.json");
    const severities: string[] = findings.map(({ severity }: { severity: string }) => severity);
    expect(code).toBe(severities.includes("error") ? 1 : 0);
  });

  it("says in the language asked for how it is used, and what it cannot read", async () => {
    expect(await run()).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("用法") });
    const missing = await run("import", "no-such-file.pdf", "--lang", "en");
    expect(missing).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(/^no-such-file\.pdf/) });
  });

  it("says in a sentence that a file cannot be written", async () => {
    const report = "db/demo/reports/pingtan-2020.json";
    const { code, stderr } = await run("render", report, "--to", "csv", "--out", "/nowhere/report.csv", "--lang", "en");
    expect([code, stderr.trim()]).toEqual([2, expect.stringContaining("/nowhere/report.csv")]);
    expect(stderr).not.toContain("    at ");
  });
});
