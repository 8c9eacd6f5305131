import { readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import Negotiator from "negotiator";

/** Kinds that are sent compressed; what else a build may hold is Next's to answer. */
const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};
/** By preference; `scripts/compress-static.ts` writes them beside each file. */
const ENCODINGS = ["br", "gzip"] as const;
type Encoding = (typeof ENCODINGS)[number];
export const ENDING_OF: Readonly<Record<Encoding, string>> = { br: ".br", gzip: ".gz" };
/** A file's name has a hash of its content, so that it never changes. */
const FOR_EVER = "public, max-age=31536000, immutable";

type StaticFile = { type: string; bodies: ReadonlyMap<Encoding | "identity", Buffer> };

/**
 * Answers requests for a build's scripts and sheets from memory, in the smallest form that the browser takes. False
 * where the folder has no such file; nothing was answered then.
 *
 * @param folder What the build wrote for browsers, `.next/static`; read once.
 * @param prefix The address it stands at, `/_next/static/`.
 */
export function serveStatic(
  folder: string,
  prefix: string,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const files = readFiles(folder, prefix);
  return (request, response) => {
    const file = files.get(request.url?.split("?")[0] ?? "");
    if (!file || (request.method !== "GET" && request.method !== "HEAD")) return false;
    // In the order of ENCODINGS, uncompressed last.
    const encoding = chooseEncoding(request, [...file.bodies.keys()]);
    const body = file.bodies.get(encoding);
    if (!body) return false;
    response.writeHead(200, {
      "Content-Type": file.type,
      "Content-Length": body.length,
      "Cache-Control": FOR_EVER,
      Vary: "Accept-Encoding",
      "X-Content-Type-Options": "nosniff",
      ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
    });
    response.end(request.method === "HEAD" ? undefined : body);
    return true;
  };
}

function chooseEncoding(request: IncomingMessage, there: readonly (Encoding | "identity")[]): Encoding | "identity" {
  const accepted = new Negotiator(request).encodings([...there]);
  return there.find((encoding) => accepted.includes(encoding)) ?? "identity";
}

function readFiles(folder: string, prefix: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    const bodies = new Map<Encoding | "identity", Buffer>();
    for (const encoding of ENCODINGS) {
      const body = readIfThere(path + ENDING_OF[encoding]);
      if (body) bodies.set(encoding, body);
    }
    bodies.set("identity", readFileSync(path));
    files.set(prefix + path.slice(folder.length + 1), { type, bodies });
  }
  return files;
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
