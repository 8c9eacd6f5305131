import type { Options } from "./nianbao-arguments";
import { openReader, readFile } from "./nianbao-files";

/** Prints the interchange form of a published report, and says what was not found in it. */
export async function importFile(options: Options): Promise<number> {
  const { files, translate } = options;
  const [file = ""] = files;
  const reader = openReader(options);
  const read = await readFile(reader, file);
  await reader.close();
  if (!read.ok) {
    console.error(translate("command.unreadable", { file, reason: translate(`problems.${read.problem}`) }));
    return 2;
  }
  console.log(JSON.stringify(read.report, null, 2));
  for (const section of read.report.missing_sections ?? []) {
    console.error(translate("command.section_absent", { section: translate(`sections.${section}`) }));
  }
  const unplaced = read.report.unplaced?.length ?? 0;
  if (unplaced > 0) console.error(translate("command.unplaced", { count: unplaced }));
  return 0;
}
