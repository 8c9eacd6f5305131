import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PROJECT_DIR } from "./project-dir";
import type { Count } from "./test-reports";
import { oneFailure, run } from "./test-run";

const MIGRATIONS = join(PROJECT_DIR, "drizzle");
const JOURNAL = join(MIGRATIONS, "meta/_journal.json");

/** Fails when the schema has something that no migration brings; what was generated to find out is taken away again. */
export async function checkSchema(): Promise<Count> {
  const before = new Set(await readdir(MIGRATIONS, { recursive: true }));
  const journal = await readFile(JOURNAL);
  const code = await run(["drizzle-kit", "generate", "--config", "db/drizzle.config.ts"]);
  const added = (await readdir(MIGRATIONS, { recursive: true })).filter((path) => !before.has(path));

  for (const path of added) await rm(join(MIGRATIONS, path));
  if (added.length > 0) await writeFile(JOURNAL, journal);
  if (code === 0 && added.length === 0) return { passed: 0, failed: 0, failures: [] };
  process.stderr.write("缺少迁移：请运行 npm run db:generate。 / A migration is missing: run npm run db:generate.\n");
  return oneFailure("drizzle-kit generate");
}
