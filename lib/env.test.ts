import { afterEach, describe, expect, it, vi } from "vitest";
import { launchEnv, listWrongSettings } from "./env";

describe("the settings", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("are all right where nothing is set, and where a copied example leaves them empty", () => {
    vi.stubEnv("PORT", "");
    vi.stubEnv("NEXTAUTH_SECRET", "");
    expect(listWrongSettings()).toEqual([]);
    expect(launchEnv().PORT).toBe(3000);
  });

  it("are each named when they are wrong, with what to do", () => {
    vi.stubEnv("PORT", "seventy");
    vi.stubEnv("NEXTAUTH_SECRET", "short");
    vi.stubEnv("DATABASE_URL", "mysql://here");
    vi.stubEnv("DATABASE_READ_URL", "postgres://one,two/nianbao");
    vi.stubEnv("NIANBAO_PROCESSES", "0");
    vi.stubEnv("NIANBAO_PROCESES", "2");
    const problems = listWrongSettings();
    expect(problems.map((problem) => problem.split(" ")[0]).sort()).toEqual([
      "DATABASE_READ_URL",
      "DATABASE_URL",
      "NEXTAUTH_SECRET",
      "NIANBAO_PROCESES",
      "NIANBAO_PROCESSES",
      "PORT",
    ]);
    expect(problems.join("\n")).toContain("must be a whole number from 1 to 65535");
    expect(problems.join("\n")).not.toContain("mysql://here");
    expect(() => launchEnv()).toThrow(/NEXTAUTH_SECRET/);
  });
});
