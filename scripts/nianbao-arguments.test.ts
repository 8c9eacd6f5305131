import { describe, expect, it } from "vitest";
import { readArguments } from "./nianbao-arguments";

const read = (line: string) => readArguments(line.split(" ").filter(Boolean));

describe("the arguments of nianbao", () => {
  it("are a command, its files and its own options, in any order", async () => {
    expect(await read("check --json a.docx --previous b.json c.txt --lang en")).toMatchObject({
      command: "check",
      files: ["a.docx", "c.txt"],
      previous: "b.json",
      isJson: true,
      locale: "en",
      isUnclear: false,
    });
    expect(await read("render a.json --to pdf --out a.pdf --archive --no-charts")).toMatchObject({
      command: "render",
      to: "pdf",
      out: "a.pdf",
      isArchive: true,
      hasCharts: false,
      isUnclear: false,
    });
    expect(await read("verify")).toMatchObject({ command: "verify", files: [], hasCharts: true, isUnclear: false });
    expect(await read("backup --daily")).toMatchObject({ isDaily: true, isTrial: false, isUnclear: false });
    expect(await read("backup --verify a.backup")).toMatchObject({ isTrial: true, files: ["a.backup"] });
    expect(await read("restore a.backup --passphrase-file key")).toMatchObject({ passphraseFile: "key" });
  });

  it.each([
    "",
    "--help",
    "help",
    "unknown a.json",
    "import",
    "import a.json b.json",
    "import a.json --seal 12",
    "check a.json --previous",
    "check a.json --lang fr",
    "verify a.json",
    "backup",
    "backup --verify",
  ])("are unclear as %j", async (line) => {
    expect((await read(line)).isUnclear).toBe(true);
  });

  it("are answered in the language that they ask for, also where they are unclear", async () => {
    expect((await read("import --lang en")).translate("command.usage")).toContain("Usage: nianbao");
    expect((await read("import")).translate("command.usage")).toContain("用法：nianbao");
  });
});
