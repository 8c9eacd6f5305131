import { existsSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_DIR } from "./build";
import { readArguments } from "./nianbao-arguments";
import { backUp } from "./nianbao-backup";
import { checkFiles } from "./nianbao-check";
import { importFile } from "./nianbao-import";
import { prove } from "./nianbao-prove";
import { renderFile } from "./nianbao-render";
import { restore } from "./nianbao-restore";
import { verify } from "./nianbao-verify";

/** Exit codes: 0 all is well, 1 errors were found, 2 something could not be read or done. */
const COMMANDS = { import: importFile, check: checkFiles, render: renderFile, verify, prove, backup: backUp, restore };

// The database is the one that npm start uses.
if (existsSync(join(PROJECT_DIR, ".env"))) process.loadEnvFile(join(PROJECT_DIR, ".env"));

const options = await readArguments(process.argv.slice(2));
const command = Object.entries(COMMANDS).find(([name]) => name === options.command)?.[1];
if (!command || options.isUnclear) {
  console.error(options.translate("command.usage"));
  process.exitCode = 2;
} else {
  process.exitCode = await command(options);
}
