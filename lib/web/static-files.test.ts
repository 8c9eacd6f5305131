import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compressStatic } from "@/scripts/compress-static";
import { serveStatic } from "./static-files";

const SHEET = ".a{color:red}".repeat(200);

describe("a build's scripts and sheets", () => {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-static-"));
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    mkdirSync(join(folder, "chunks"));
    writeFileSync(join(folder, "chunks/a1.css"), SHEET);
    writeFileSync(join(folder, "chunks/b2.wasm"), "not for us");
    await compressStatic(folder);
    writeFileSync(join(folder, "chunks/late.js"), "void 0");
    const answerStatic = serveStatic(folder, "/_next/static/");
    server = createServer((request, response) => {
      if (!answerStatic(request, response)) response.writeHead(404).end("Next answers");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/_next/static`;
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  const get = (path: string, encoding: string, method = "GET") =>
    fetch(`${origin}/${path}`, { method, headers: { "accept-encoding": encoding } });

  it.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip, deflate", "gzip"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["identity", null],
    ["br;q=0, gzip;q=0", null],
  ])("are sent to a browser that takes %s as %s, whole", async (accepted, encoding) => {
    const answer = await get("chunks/a1.css", accepted);
    expect(answer.headers.get("content-encoding")).toBe(encoding);
    expect(answer.headers.get("content-type")).toBe("text/css; charset=utf-8");
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(answer.headers.get("vary")).toBe("Accept-Encoding");
    expect(await answer.text()).toBe(SHEET);
  });

  it("answer HEAD without a body", async () => {
    const answer = await get("chunks/a1.css", "br", "HEAD");
    expect(Number(answer.headers.get("content-length"))).toBeLessThan(SHEET.length);
    expect(await answer.text()).toBe("");
  });

  it("are sent as they are where nothing was compressed", async () => {
    const answer = await get("chunks/late.js?dpl=1", "br, gzip");
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(await answer.text()).toBe("void 0");
  });

  it.each(["chunks/none.css", "chunks/b2.wasm", "chunks/a1.css.br", "chunks/../chunks/a1.css%00", "chunks"])(
    "leave %s to Next",
    async (path) => {
      expect((await get(path, "br")).status).toBe(404);
    },
  );

  it("pass other methods on to Next", async () => {
    expect((await get("chunks/a1.css", "br", "POST")).status).toBe(404);
  });
});
