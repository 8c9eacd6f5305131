import { writeFileSync } from "node:fs";
import { documentOfInterchange } from "@/lib/domain/document-of-interchange";
import { Refusal } from "@/lib/domain/refusal";
import { getFormat } from "@/lib/formats";
import { translatorOf } from "@/lib/i18n/translator";
import { getRenderer, RENDERERS, renderReport } from "@/lib/render";
import type { Options } from "./nianbao-arguments";
import { openReader, readFile } from "./nianbao-files";

/** Writes a document of a report in any form that can be read. */
export async function renderFile({ files, to = "", out, locale, translate }: Options): Promise<number> {
  const [file = ""] = files;
  const renderer = RENDERERS.find((candidate) => candidate.format === to);
  if (!renderer || !getRenderer(to) || out === undefined) {
    console.error(out === undefined ? translate("command.usage") : translate("command.unknown_format", { format: to }));
    return 2;
  }
  const reader = openReader();
  const read = await readFile(reader, file);
  await reader.close();
  const format = read.ok ? getFormat(read.report.format) : null;
  if (!read.ok || !format) {
    const reason = read.ok
      ? translate("command.unknown_form", { format: read.report.format })
      : translate(`problems.${read.problem}`);
    console.error(translate("command.unreadable", { file, reason }));
    return 2;
  }
  // The date is the report's year end, so that the same file gives the same document.
  const document = documentOfInterchange(read.report, format, { date: `${read.report.year}-12-31` });
  const bytes = await renderReport(document, renderer.format).catch((error: unknown) => {
    if (error instanceof Refusal) return translatorOf(locale, "refusals")(error.code, { ...error.details });
    throw error;
  });
  if (typeof bytes === "string") {
    console.error(bytes);
    return 2;
  }
  writeFileSync(out, bytes);
  console.error(translate("command.written", { path: out }));
  return 0;
}
