import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startEmbedded } from "@/db/embedded";
import { freePort } from "@/db/free-port";
import { endLaunched, launch, processesWith } from "./testing/started-app";

describe("npm start -- --check", () => {
  let dataDir: string;
  let port: number;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "nianbao-check-"));
    port = await freePort();
  });
  afterEach(async () => {
    await endLaunched(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  });
  const check = async (env: Record<string, string> = {}) => {
    const app = launch({ port, dataDir, args: ["--check"], env });
    return { code: await app.ended, said: app.said() };
  };

  it("says that all is right, and starts and writes nothing", async () => {
    const { code, said } = await check();
    expect(said).not.toContain("✗");
    expect(code).toBe(0);
    expect(await readdir(dataDir)).toEqual([]);
    expect(processesWith(dataDir)).toEqual([]);
  });

  it("names everything that is wrong at once", async () => {
    const holder = createServer().listen(port, "127.0.0.1");
    const fonts = join(dataDir, "fonts");
    await mkdir(fonts);
    const { code, said } = await check({ NIANBAO_FONT_DIR: fonts, NIANBAO_DATA_DIR: "/dev/null/nianbao" });
    holder.close();
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} is in use`);
    expect(said).toContain("The data folder /dev/null/nianbao cannot be written");
    expect(said).toContain("holds no font files");
  });

  it("names every setting that is wrong, as a start does", async () => {
    const env = { PORT: "many", NEXTAUTH_SECRET: "short", NIANBAO_PROCESES: "2" };
    const started = launch({ port, dataDir, env });
    expect(await started.ended).toBe(1);
    const said = [(await check(env)).said, started.said()];
    for (const text of said) {
      expect(text).toContain("PORT 不正确");
      expect(text).toContain("NEXTAUTH_SECRET 不正确");
      expect(text).toContain("NIANBAO_PROCESES 不是本系统的设置");
      expect(text).not.toContain("    at ");
    }
  });

  it("looks at a server without making anything there, its login read from a file", async () => {
    const server = await startEmbedded({ dataDir, say: () => undefined, isDurable: false, endsWithParent: true });
    const file = join(dataDir, "url");
    await writeFile(file, `${server.ownerUrl}\n`);
    const { code, said } = await check({ DATABASE_URL_FILE: file });
    expect(said).toContain("the database can be reached");
    expect(said).toMatch(/the start will bring the tables up to date \(\d+ steps\)/);
    expect(code).toBe(0);
    const again = await check({ DATABASE_URL_FILE: file });
    expect(again.said).toMatch(/the start will bring the tables up to date/);
    await server.stop();
  });
});
