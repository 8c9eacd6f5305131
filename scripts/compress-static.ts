import { glob, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { ENDING_OF } from "@/lib/web/static-files";

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** Writes each script, sheet and drawing of a build compressed beside itself, as small as it gets, for `lib/web/static-files.ts`. */
export async function compressStatic(folder: string): Promise<void> {
  for await (const name of glob("**/*.{css,js,svg}", { cwd: folder })) {
    const path = join(folder, name);
    const body = await readFile(path);
    await writeFile(path + ENDING_OF.br, await promisify(brotliCompress)(body, BROTLI));
    await writeFile(path + ENDING_OF.gzip, await promisify(gzip)(body, { level: constants.Z_BEST_COMPRESSION }));
  }
}
