import { Command, CommanderError, Option } from "commander";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translatorOf } from "@/lib/i18n/translator";
import { READER_SOURCE } from "@/lib/intake/read-guarded";

export type Options = {
  command: string | undefined;
  files: string[];
  previous: string | undefined;
  /** A file with what the office decided of rules. */
  settings: string | undefined;
  /** The district whose office's decisions are read from the installation's database, by name or id. */
  settingsOf: string | undefined;
  to: string | undefined;
  out: string | undefined;
  /** PDF/A with the data inside instead of PDF/UA. */
  isArchive: boolean;
  hasCharts: boolean;
  /** A Word template that the report is written into. */
  letterhead: string | undefined;
  isJson: boolean;
  /** A seal from a receipt that the history must hold. */
  seal: string | undefined;
  /** A file whose first line closes a backup, or opens it. */
  passphraseFile: string | undefined;
  /** Checks the named backup or proof instead of making one. */
  isTrial: boolean;
  /** Makes the day's backup where it is missing. */
  isDaily: boolean;
  locale: Locale;
  /** Words of the `intake` messages. */
  translate: Translate;
  isUnclear: boolean;
  /** What the thread runs that reads strangers' files. */
  readerFile: string;
};

/** What commander reads: each option by its name in camel case. */
type Values = {
  previous?: string;
  settings?: string;
  settingsOf?: string;
  to?: string;
  out?: string;
  archive?: boolean;
  charts?: boolean;
  letterhead?: string;
  json?: boolean;
  seal?: string;
  passphraseFile?: string;
  verify?: boolean;
  daily?: boolean;
};

/** The files and options that each command takes; `--lang` goes with all of them. */
const COMMANDS: Readonly<Record<string, { files: string; options: readonly string[] }>> = {
  import: { files: "<file>", options: [] },
  check: {
    files: "<files...>",
    options: ["--previous <file>", "--settings <file>", "--settings-of <district>", "--json", "--out <page>"],
  },
  render: {
    files: "<file>",
    options: ["--to <format>", "--out <path>", "--archive", "--no-charts", "--letterhead <template>"],
  },
  verify: { files: "", options: ["--seal <digits>"] },
  prove: { files: "<event>", options: ["--seal <digits>", "--out <file>", "--verify"] },
  backup: { files: "[file]", options: ["--passphrase-file <file>", "--verify", "--daily"] },
  distribute: { files: "", options: [] },
  restore: { files: "<file>", options: ["--passphrase-file <file>"] },
};

const LANGUAGES: Readonly<Record<string, Locale>> = { zh: "zh-CN", "zh-CN": "zh-CN", en: "en" };

/** Reads the arguments of `nianbao`; what no command takes, or a missing file, makes them unclear. */
export async function readArguments(argv: readonly string[], readerFile: string = READER_SOURCE): Promise<Options> {
  const locale = LANGUAGES[argv[argv.indexOf("--lang") + 1] ?? ""] ?? "zh-CN";
  const read = parse(argv);
  const values = read?.values ?? {};
  return {
    command: read?.command,
    files: read?.files ?? [],
    previous: values.previous,
    settings: values.settings,
    settingsOf: values.settingsOf,
    to: values.to,
    out: values.out,
    isArchive: values.archive === true,
    hasCharts: values.charts !== false,
    letterhead: values.letterhead,
    isJson: values.json === true,
    seal: values.seal,
    passphraseFile: values.passphraseFile,
    isTrial: values.verify === true,
    isDaily: values.daily === true,
    readerFile,
    locale,
    translate: await translatorOf(locale, "intake"),
    isUnclear:
      read === null ||
      (values.settings !== undefined && values.settingsOf !== undefined) ||
      (read.command === "backup" && read.files.length === 0 && values.daily !== true),
  };
}

type Read = { command: string; files: string[]; values: Values };

/** Null where the arguments fit no command. The words about that are ours, so commander prints nothing itself. */
function parse(argv: readonly string[]): Read | null {
  const reads: Read[] = [];
  const program = new Command("nianbao").helpOption(false).helpCommand(false);
  program.exitOverride().configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
  for (const [command, { files, options }] of Object.entries(COMMANDS)) {
    const subcommand = program.command(`${command} ${files}`.trim()).copyInheritedSettings(program);
    for (const option of options) subcommand.option(option);
    subcommand.addOption(new Option("--lang <language>").choices(Object.keys(LANGUAGES)));
    subcommand.action(() => {
      reads.push({ command, files: subcommand.args, values: subcommand.opts<Values>() });
    });
  }
  try {
    program.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
  }
  return reads[0] ?? null;
}
