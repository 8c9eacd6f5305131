import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const NAMED = /`([\w./-]+\.(?:ts|tsx|md|sql|json|conf|cfg|example)|[\w/-]+\/)(?: › ([^`]+))?`/g;

const REQUIREMENTS = readFileSync("docs/asvs.md", "utf8");

/** What the record names: a file or a folder, and where it says so a test in it. */
const named = [...`${readFileSync("docs/security.md", "utf8")}${REQUIREMENTS}`.matchAll(NAMED)].map(
  ([, file = "", test]) => ({
    file,
    test,
  }),
);

describe("the record of security", () => {
  it("names files and tests", () => {
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter(({ test }) => test !== undefined).length).toBeGreaterThan(40);
  });

  it("answers each of the 253 requirements of levels 1 and 2 once", () => {
    const numbers = [...REQUIREMENTS.matchAll(/^\| ([\d., ]+) \|/gm)].flatMap(([, list = ""]) =>
      list.trim().split(", "),
    );
    expect(numbers).toHaveLength(253);
    expect(new Set(numbers).size).toBe(253);
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
