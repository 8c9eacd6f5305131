import { parseArgs } from "node:util";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translatorOf } from "@/lib/i18n/translator";

export type Options = {
  command: string | undefined;
  files: string[];
  previous: string | undefined;
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
  locale: Locale;
  /** Words of the `intake` messages. */
  translate: Translate;
  isUnclear: boolean;
};

export async function readArguments(argv: string[]): Promise<Options> {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        previous: { type: "string" },
        json: { type: "boolean" },
        lang: { type: "string" },
        to: { type: "string" },
        out: { type: "string" },
        archive: { type: "boolean" },
        "no-charts": { type: "boolean" },
        letterhead: { type: "string" },
        seal: { type: "string" },
        "passphrase-file": { type: "string" },
      },
    });
    const locale = localeOf(values.lang);
    const [command, ...files] = positionals;
    return {
      command,
      files,
      previous: values.previous,
      to: values.to,
      out: values.out,
      isArchive: values.archive === true,
      hasCharts: values["no-charts"] !== true,
      letterhead: values.letterhead,
      isJson: values.json === true,
      seal: values.seal,
      passphraseFile: values["passphrase-file"],
      locale: locale ?? "zh-CN",
      translate: await translatorOf(locale ?? "zh-CN", "intake"),
      isUnclear: locale === null || (files.length === 0 && command !== "verify"),
    };
  } catch {
    // parseArgs throws on an option that it does not know.
    const translate = await translatorOf("zh-CN", "intake");
    const nothing = {
      previous: undefined,
      to: undefined,
      out: undefined,
      letterhead: undefined,
      isJson: false,
      seal: undefined,
      passphraseFile: undefined,
    };
    const usual = { isArchive: false, hasCharts: true };
    return { command: undefined, files: [], ...nothing, ...usual, locale: "zh-CN", translate, isUnclear: true };
  }
}

function localeOf(lang: string | undefined): Locale | null {
  if (lang === undefined || lang === "zh" || lang === "zh-CN") return "zh-CN";
  return lang === "en" ? "en" : null;
}
