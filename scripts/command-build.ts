import { existsSync, readFileSync, statSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { PROJECT_DIR } from "./project-dir.ts";

const ENTRIES = { command: "scripts/nianbao-command.ts", reader: "lib/intake/reader-worker.ts" } as const;
/** What decides how the sources are built, beside the sources themselves. */
const SETTINGS = ["package.json", "package-lock.json", "tsconfig.json", "scripts/command-build.ts"];
/** No command runs longer that may still load a part of an earlier build. */
const KEPT_MS = 2 * 86_400_000;

export type BuiltCommand = {
  commandFile: string;
  /** What a thread runs that reads strangers' files. */
  readerFile: string;
};

/** Names the files of a build, and every source by its size and time when it was built. */
type Mark = { command: string; reader: string; sources: Readonly<Record<string, string>> };

/**
 * The command `nianbao` in one piece for each subcommand, built anew where it is missing or a source has changed. Its
 * files are named after what is in them and put in place whole, so that two may build at once and a command that runs
 * goes on.
 */
export async function ensureCommandBuilt(projectDir: string = PROJECT_DIR): Promise<BuiltCommand> {
  const folder = join(projectDir, ".command");
  const { command, reader } = readFreshMark(projectDir, folder) ?? (await build(projectDir, folder));
  return { commandFile: join(folder, command), readerFile: join(folder, reader) };
}

const markFile = (folder: string) => join(folder, "built.json");

/** Null where nothing is built, or from other sources. */
function readFreshMark(projectDir: string, folder: string): Mark | null {
  if (!existsSync(markFile(folder))) return null;
  const mark = readJson(markFile(folder));
  if (!isMark(mark)) return null;
  const isWhole = [mark.command, mark.reader].every((file) => existsSync(join(folder, file)));
  const isFresh = Object.entries(mark.sources).every(([path, state]) => stateOf(projectDir, path) === state);
  return isWhole && isFresh ? mark : null;
}

/** Null for a file that a full disk cut off. */
function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

function isMark(value: unknown): value is Mark {
  if (typeof value !== "object" || value === null || !("sources" in value)) return false;
  const { sources } = value;
  return "command" in value && "reader" in value && typeof sources === "object" && sources !== null;
}

/** Whole seconds, which every way of copying a folder keeps. */
function stateOf(projectDir: string, path: string): string {
  const found = statSync(join(projectDir, path), { throwIfNoEntry: false });
  return found ? `${found.size} ${Math.floor(found.mtimeMs / 1000)}` : "";
}

async function build(projectDir: string, folder: string): Promise<Mark> {
  const { build: bundle } = await import("esbuild");
  const { outputFiles, metafile } = await bundle({
    absWorkingDir: projectDir,
    entryPoints: ENTRIES,
    outdir: folder,
    entryNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    target: "node24",
    packages: "external",
    logLevel: "silent",
  });
  await mkdir(folder, { recursive: true });
  for (const { path, contents } of outputFiles) if (!existsSync(path)) await putInPlace(path, contents);
  const fileOf = (entry: string) =>
    basename(Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === entry)?.[0] ?? "");
  const paths = [...new Set([...Object.keys(metafile.inputs), ...SETTINGS])].sort();
  const mark: Mark = {
    command: fileOf(ENTRIES.command),
    reader: fileOf(ENTRIES.reader),
    sources: Object.fromEntries(paths.map((path) => [path, stateOf(projectDir, path)])),
  };
  await putInPlace(markFile(folder), JSON.stringify(mark));
  await removeOld(folder, new Set(outputFiles.map(({ path }) => basename(path))));
  return mark;
}

async function putInPlace(path: string, contents: Uint8Array | string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  await writeFile(aside, contents);
  await rename(aside, path);
}

/** Removes what builds of other sources left. */
async function removeOld(folder: string, current: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    if (current.has(name) || join(folder, name) === markFile(folder)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && Date.now() - found.mtimeMs > KEPT_MS) await rm(path, { force: true });
  }
}
