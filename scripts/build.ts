import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { glob, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";
import { withMachineLock } from "@/db/embedded-lock";
import { ensureCommandBuilt } from "./command-build";
import { compressStatic } from "./compress-static";
import { Stop } from "./console-output";
import { PROJECT_DIR } from "./project-dir";

const NEXT = createRequire(import.meta.url).resolve("next/dist/bin/next");

const VersionSchema = z.object({ version: z.string() });
const MARK = join(PROJECT_DIR, ".next/nianbao-build");
const SOURCES = [
  "{app,components,db,lib,public}/**/*",
  "{next.config,proxy}.ts",
  "drizzle/meta/_journal.json",
  "{package,package-lock,tsconfig}.json",
];
const NOT_BUILT = /\.test\.tsx?$|(^|\/)testing\/|\.md$/;

/** The production build's fingerprint: it changes with anything that goes into the build, and with nothing else. */
async function fingerprint(): Promise<string> {
  return `${process.version} ${process.arch} ${(await identify()).id}`;
}

export type BuildIdentity = {
  /** Names the build in the pages, so that a page of another build is known for one. */
  id: string;
  /** What the names of server actions are made from; it keeps nothing secret. */
  actionKey: string;
};

/**
 * What a build is called: by its version and its sources, so that every machine with the same ones gives its server
 * actions the same names and takes the pages of the others. `PROJECT_DIR` itself is no part of it.
 */
export async function identify(): Promise<BuildIdentity> {
  const { version } = VersionSchema.parse(JSON.parse(await readFile(join(PROJECT_DIR, "package.json"), "utf8")));
  const hash = createHash("sha256").update(version);
  const paths: string[] = [];
  for await (const entry of glob(SOURCES, { cwd: PROJECT_DIR, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(PROJECT_DIR.length + 1);
    if (entry.isFile() && !NOT_BUILT.test(path)) paths.push(path);
  }
  for (const path of paths.sort()) hash.update(`\0${path}\0`).update(await readFile(join(PROJECT_DIR, path)));
  const digest = hash.digest();
  const actionKey = createHash("sha256").update("server actions").update(digest).digest("base64");
  return { id: `${version}-${digest.toString("hex").slice(0, 16)}`, actionKey };
}

export async function isBuilt(): Promise<boolean> {
  const built = await readFile(MARK, "utf8").catch(() => null);
  return built !== null && built === (await fingerprint());
}

/** Builds the app and its command unless what is built is what is there. Two callers at once build once. */
export async function ensureBuilt(): Promise<void> {
  const { dev, ino } = await stat(PROJECT_DIR);
  await withMachineLock(`build-${dev}-${ino}`, async () => {
    if (await isBuilt()) return;
    const wanted = await fingerprint();
    // A killed build must not pass for a finished one.
    await rm(MARK, { force: true });
    await build();
    await compressStatic(join(PROJECT_DIR, ".next/static"));
    await ensureCommandBuilt();
    await writeFile(MARK, wanted);
  });
}

async function build(): Promise<void> {
  const identity = await identify();
  const child = spawn(process.execPath, [NEXT, "build"], {
    cwd: PROJECT_DIR,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      NIANBAO_BUILD_ID: identity.id,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: identity.actionKey,
    },
  });
  const stopChild = () => child.kill("SIGKILL");
  process.once("exit", stopChild);

  let output = "";
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  process.off("exit", stopChild);
  if (code !== 0) throw new Stop(`构建失败。\n${output.trim()}`, "The build failed; its output is above.");
}
