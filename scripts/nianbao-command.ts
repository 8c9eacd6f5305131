import { systemProblemOf } from "@/db/backup/backup-problem";
import { type Options, readArguments } from "./nianbao-arguments";

/** Gives the exit code: 0 all is well, 1 errors were found, 2 something could not be read or done. */
type Run = (options: Options) => Promise<number>;

/** Each loads what it needs, and nothing of what the others need. */
const COMMANDS: Readonly<Record<string, () => Promise<Run>>> = {
  import: async () => (await import("./nianbao-import")).importFile,
  check: async () => (await import("./nianbao-check")).checkFiles,
  render: async () => (await import("./nianbao-render")).renderFile,
  verify: async () => (await import("./nianbao-verify")).verify,
  prove: async () => (await import("./nianbao-prove")).prove,
  backup: async () => (await import("./nianbao-backup")).backUp,
  distribute: async () => (await import("./nianbao-distribute")).distribute,
  restore: async () => (await import("./nianbao-restore")).restore,
};

/** Runs the command that the arguments name; `readerFile` is what the thread runs that reads strangers' files. */
export async function runCommand(argv: readonly string[], readerFile: string): Promise<number> {
  const options = await readArguments(argv, readerFile);
  const load = options.isUnclear ? undefined : COMMANDS[options.command ?? ""];
  if (load) {
    try {
      return await (await load())(options);
    } catch (error) {
      // A file that cannot be written is nobody's bug: it is said in a sentence, and not with a stack.
      if (systemProblemOf(error) === null) throw error;
      const { describeProblem } = await import("./backup-words");
      console.error(await describeProblem(error, options.locale));
      return 2;
    }
  }
  console.error(options.translate("command.usage"));
  return 2;
}
