import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { PROJECT_DIR } from "../project-dir";

const run = promisify(execFile);
const NOT_COPIED = [".git", ".next", ".data", "node_modules"];
const ManifestSchema = z.object({ node: z.record(z.string(), z.unknown()) });

export type TwoBuilds = { buildIds: [string, string]; actions: number; onlyInOne: string[] };

/** Builds a copy of the project in another folder, as another machine would, and compares what pages carry of it. */
export async function compareBuilds(): Promise<TwoBuilds> {
  const copy = await mkdtemp(join(dirname(PROJECT_DIR), "nianbao-second-build-"));
  try {
    for (const name of await readdir(PROJECT_DIR)) {
      if (!NOT_COPIED.includes(name)) await cp(join(PROJECT_DIR, name), join(copy, name), { recursive: true });
    }
    await run("cp", ["-al", join(PROJECT_DIR, "node_modules"), join(copy, "node_modules")]);
    const build = 'await (await import("./scripts/build.ts")).ensureBuilt()';
    await run(process.execPath, ["--import", "tsx", "--input-type=module", "-e", build], { cwd: copy });
    const [ours, others] = [await readActions(PROJECT_DIR), await readActions(copy)];
    const buildIds: [string, string] = [await readBuildId(PROJECT_DIR), await readBuildId(copy)];
    const onlyInOne = [...ours, ...others].filter((id) => !ours.has(id) || !others.has(id));
    return { buildIds, actions: ours.size, onlyInOne };
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function readActions(project: string): Promise<Set<string>> {
  const text = await readFile(join(project, ".next/server/server-reference-manifest.json"), "utf8");
  return new Set(Object.keys(ManifestSchema.parse(JSON.parse(text)).node));
}

async function readBuildId(project: string): Promise<string> {
  return readFile(join(project, ".next/BUILD_ID"), "utf8");
}
