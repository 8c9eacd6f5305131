import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { createZstdDecompress } from "node:zlib";
import { listMigrations } from "@/db/migrate";
import { readFrames } from "./backup-frames";
import { BackupProblem } from "./backup-problem";
import { type About, type BackupRecord, type Manifest, readRecords } from "./backup-records";
import { countRows } from "./table-rows";

export type ReadBackup = { about: About; manifest: Manifest };

/** The records of a backup file, each found as it was written. */
export async function* readBackup(path: string, passphrase: string | null): AsyncGenerator<BackupRecord> {
  const frames = Readable.from(readFrames(openFile(path), passphrase), { objectMode: false });
  const decompress = createZstdDecompress();
  // Both ends hear of a failure; the one that is waited for throws it.
  frames.on("error", (error) => decompress.destroy(error));
  decompress.on("close", () => frames.destroy());
  yield* readRecords(frames.pipe(decompress));
}

/**
 * Reads a file from end to end before anything is done with it: every frame as it was written, every table with as many
 * rows and the SHA-256 that it says at its end, the manifest in agreement, and nothing that this build does not know.
 */
export async function checkBackup(params: { path: string; passphrase: string | null }): Promise<ReadBackup> {
  const known = (await listMigrations()).map(({ when }) => when);
  let about: About | null = null;
  let manifest: Manifest | null = null;
  const counted: Manifest["tables"] = [];
  let counter: ReturnType<typeof countRows> | null = null;
  for await (const record of readBackup(params.path, params.passphrase)) {
    if (manifest !== null || (about === null) !== (record.kind === "about")) throw new BackupProblem("altered");
    switch (record.kind) {
      case "about":
        about = record.about;
        refuseNewer(about, known);
        break;
      case "table":
        if (counter) throw new BackupProblem("altered");
        counter = countRows(record.table);
        break;
      case "rows":
        if (!counter) throw new BackupProblem("altered");
        counter.add(record.rows);
        break;
      case "table_end": {
        const found = counter?.end();
        if (JSON.stringify(found) !== JSON.stringify(record.counted)) throw new BackupProblem("altered");
        counted.push(record.counted);
        counter = null;
        break;
      }
      case "manifest":
        manifest = record.manifest;
        break;
    }
  }
  if (!about || !manifest || JSON.stringify(manifest.tables) !== JSON.stringify(counted)) {
    throw new BackupProblem("cut_off");
  }
  return { about, manifest };
}

function refuseNewer(about: About, known: readonly number[]): void {
  if (about.migrations.every((when) => known.includes(when))) return;
  throw new BackupProblem("newer_version", { version: about.version, madeAt: about.madeAt });
}

async function* openFile(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      if (!Buffer.isBuffer(chunk)) throw new Error("a file gives bytes");
      yield chunk;
    }
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EISDIR");
    throw isMissing ? new BackupProblem("file_missing", { path }) : error;
  }
}
