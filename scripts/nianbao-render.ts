import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { documentOfInterchange } from "@/lib/domain/document-of-interchange";
import { getFormat } from "@/lib/formats";
import type { Locale } from "@/lib/i18n/locale";
import { translatorOf } from "@/lib/i18n/translator";
import type { GuardedReader } from "@/lib/intake/read-guarded";
import { getRenderer, RENDERERS, renderReport } from "@/lib/render";
import type { Options } from "./nianbao-arguments";
import { openReader, readFile } from "./nianbao-files";

/** Writes a document of a report in any form that can be read. */
export async function renderFile(options: Options): Promise<number> {
  const { files, to = "", out, locale, translate } = options;
  const [file = ""] = files;
  const renderer = RENDERERS.find((candidate) => candidate.format === to);
  if (!renderer || !getRenderer(to) || out === undefined) {
    console.error(out === undefined ? translate("command.usage") : translate("command.unknown_format", { format: to }));
    return 2;
  }
  const reader = openReader(options);
  const read = await readFile(reader, file);
  const letterhead = options.letterhead === undefined ? null : await readLetterhead(reader, options.letterhead, locale);
  await reader.close();
  const format = read.ok ? getFormat(read.report.format) : null;
  if (!read.ok || !format) {
    const reason = read.ok
      ? translate("command.unknown_form", { format: read.report.format })
      : translate(`problems.${read.problem}`);
    console.error(translate("command.unreadable", { file, reason }));
    return 2;
  }
  if (typeof letterhead === "string") {
    console.error(translate("command.letterhead_refused", { file: options.letterhead ?? "", problems: letterhead }));
    return 2;
  }
  const document = documentOfInterchange(read.report, format);
  const print = { archive: options.isArchive, charts: options.hasCharts, ...(letterhead ? { letterhead } : {}) };
  const bytes = await renderReport(document, renderer.format, print);
  writeFileSync(out, bytes);
  if (document.state === null) console.error(translate("command.rendering"));
  if (document.state === null && options.isArchive) console.error(translate("command.no_archive"));
  console.error(translate("command.written", { path: out }));
  return 0;
}

/** The template, or in words what is wrong with it. */
async function readLetterhead(reader: GuardedReader, file: string, locale: Locale): Promise<Uint8Array | string> {
  const t = await translatorOf(locale, "admin");
  if (!existsSync(file)) return (await translatorOf(locale, "intake"))("problems.not_found");
  const checked = await reader.checkLetterhead(readFileSync(file));
  if (checked.ok) return checked.file;
  return checked.problems.map(({ code, found }) => t(`letterhead.problem.${code}`, { found })).join(" ");
}
