import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readSecretFiles } from "./secret-files";

describe("secrets in files", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "nianbao-secrets-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("are read without the line's end", () => {
    writeFileSync(join(folder, "url"), "postgres://a:b@c/d\n");
    const settings = { NODE_ENV: "test" as const, DATABASE_URL: "", DATABASE_URL_FILE: join(folder, "url") };
    expect(readSecretFiles(settings)).toEqual([]);
    expect(settings.DATABASE_URL).toBe("postgres://a:b@c/d");
  });

  it("are each named when they cannot be read, are empty or are set twice", () => {
    writeFileSync(join(folder, "empty"), "\n");
    const problems = readSecretFiles({
      NODE_ENV: "test",
      DATABASE_URL: "postgres://a:b@c/d",
      DATABASE_URL_FILE: join(folder, "empty"),
      DATABASE_APP_URL_FILE: join(folder, "absent"),
      NEXTAUTH_SECRET_FILE: join(folder, "empty"),
    });
    expect(problems).toHaveLength(3);
    expect(problems[0]).toContain("DATABASE_URL_FILE are both set");
    expect(problems[1]).toContain("absent (ENOENT)");
    expect(problems[2]).toContain("empty file");
  });
});
