import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureCommandBuilt } from "./command-build.ts";
import { PROJECT_DIR } from "./project-dir.ts";

// Node reads this file and what it imports as they are; all else is built, because loading it from its sources takes
// seconds. The database is the one that npm start uses.
const settings = join(PROJECT_DIR, ".env");
if (existsSync(settings)) process.loadEnvFile(settings);

const { commandFile, readerFile } = await ensureCommandBuilt().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error("命令未能构建，请在本目录可写时运行 npm run build。");
  console.error("The command could not be built. Run npm run build while this folder can be written to.");
  process.exit(2);
});
// oxlint-disable-next-line typescript/no-unsafe-assignment -- what is imported was built from that very file.
const built: typeof import("./nianbao-command") = await import(pathToFileURL(commandFile).href);
process.exitCode = await built.runCommand(process.argv.slice(2), readerFile);
