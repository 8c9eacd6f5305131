import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { type IntakeProblem, READABLE_EXTENSIONS, REFUSED_EXTENSIONS } from "@/lib/intake";
import { type GuardedReader, openGuardedReader } from "@/lib/intake/read-guarded";

/** A person waits for a command: a slow machine may take its time. */
const LIMITS = { workMs: 20_000, heapMb: 512 };

export type ReadFailure = {
  ok: false;
  file: string;
  problem: IntakeProblem | "not_found" | "is_folder" | "no_files";
};
export type ReadFile = { ok: true; file: string; report: InterchangeReport } | ReadFailure;

export function openReader({ readerFile }: { readerFile: string }): GuardedReader {
  return openGuardedReader(LIMITS, readerFile);
}

export async function readFile(reader: GuardedReader, file: string): Promise<ReadFile> {
  const folder = listFolder(file);
  if (folder) return { ok: false, file, problem: folder.length === 0 ? "no_files" : "is_folder" };
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    return { ok: false, file, problem: "not_found" };
  }
  const result = await reader.read(bytes, basename(file));
  return result.ok ? { ok: true, file, report: result.report } : { ok: false, file, problem: result.problem };
}

const KNOWN_EXTENSIONS = new Set([...READABLE_EXTENSIONS, ...REFUSED_EXTENSIONS]);

/** A folder stands for the reports in it, by name; null when the path is a file or nothing. */
export function listFolder(path: string): string[] | null {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return null;
  return readdirSync(path)
    .filter((name) => !name.startsWith(".") && KNOWN_EXTENSIONS.has(extname(name).slice(1).toLowerCase()))
    .toSorted()
    .map((name) => join(path, name));
}
