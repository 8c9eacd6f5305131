import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const NAMED = /`([\w./-]+\.(?:ts|tsx|md|sql|json|conf|cfg|example)|[\w/-]+\/)(?: › ([^`]+))?`/g;

/** What the record names: a file or a folder, and where it says so a test in it. */
const named = [...readFileSync("docs/security.md", "utf8").matchAll(NAMED)].map(([, file = "", test]) => ({
  file,
  test,
}));

describe("the record of security", () => {
  it("names files and tests", () => {
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter(({ test }) => test !== undefined).length).toBeGreaterThan(40);
  });

  it("names no file that is gone", () => {
    expect(named.filter(({ file }) => !existsSync(file))).toEqual([]);
  });

  it("names no test that is gone or is called otherwise", () => {
    const wrong = named.filter(
      ({ file, test }) => test !== undefined && !(existsSync(file) && readFileSync(file, "utf8").includes(test)),
    );
    expect(wrong).toEqual([]);
  });
});
