import { execFile } from "node:child_process";
import { open } from "node:fs/promises";
import { promisify } from "node:util";
import { CannotRun } from "./trial";

const run = promisify(execFile);

/** A disk in memory of that size at an empty folder; only root may make one. */
export async function mountSmallDisk(folder: string, megabytes: number): Promise<void> {
  await run("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]).catch(() => {
    throw new CannotRun("A full disk is not tried: mounting a small one needs root.");
  });
}

export async function unmount(folder: string): Promise<void> {
  await run("umount", ["--lazy", folder]);
}

/** Writes a file that takes all the room that is left. */
export async function fillDisk(path: string): Promise<void> {
  const file = await open(path, "w");
  try {
    for (const size of [1024 * 1024, 4096]) {
      const block = Buffer.alloc(size, 1);
      while (
        await file.write(block).then(
          () => true,
          () => false,
        )
      );
    }
  } finally {
    await file.close();
  }
}
