import { describeFinding, describePlace } from "@/lib/domain/check/describe-finding";
import type { Finding } from "@/lib/domain/check/finding";
import type { Format } from "@/lib/domain/format";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { nameOrganisation } from "@/lib/domain/subject-of-interchange";
import { getFormat } from "@/lib/formats";
import { translatorOf } from "@/lib/i18n/translator";
import type { GuardedReader } from "@/lib/intake/read-guarded";
import type { Options } from "./nianbao-arguments";
import { listFolder, openReader, type ReadFile, readFile } from "./nianbao-files";

/** From this many files on, somebody waits and wants to know how long. */
const PROGRESS_FROM = 50;
const PROGRESS_STEP = 500;

/** Prints what the checks find in each file; reports of one organisation, in a folder or not, are taken as its years. */
export async function checkFiles(options: Options): Promise<number> {
  const reader = openReader();
  const given = options.previous === undefined ? null : await readFile(reader, options.previous);
  if (given && !given.ok) {
    sayUnreadable(options, given);
    await reader.close();
    return 2;
  }
  // A folder with nothing in it is read as itself, which says so.
  const paths = options.files.flatMap((path) => {
    const folder = listFolder(path) ?? [];
    return folder.length > 0 ? folder : [path];
  });
  const reads: ReadFile[] = [];
  for (const path of paths) {
    reads.push(await readFile(reader, path));
    sayProgress(options, "command.progress_read", reads.length, paths.length);
  }
  const years = new Map(
    reads.flatMap((read) => (read.ok ? [[keyOf(read.report, read.report.year), read.report]] : [])),
  );
  let exitCode = 0;
  for (const [index, read] of reads.entries()) {
    if (read.ok) {
      const isOnly = reads.length === 1;
      const before =
        years.get(keyOf(read.report, read.report.year - 1)) ?? givenFor(options, given, read.report, isOnly);
      exitCode = Math.max(exitCode, await checkOne(options, reader, read, before));
    } else {
      exitCode = Math.max(exitCode, sayUnreadable(options, read));
    }
    sayProgress(options, "command.progress", index + 1, reads.length);
  }
  await reader.close();
  return exitCode;
}

function keyOf(report: InterchangeReport, year: number): string {
  return `${year} ${nameOrganisation(report)}`;
}

/** The report given as last year's, said to be of no use where it is of another year or, of several, of another body. */
function givenFor(
  { translate }: Options,
  given: ReadFile | null,
  report: InterchangeReport,
  isOnly: boolean,
): InterchangeReport | null {
  if (!given?.ok) return null;
  const isSame = isOnly || nameOrganisation(given.report) === nameOrganisation(report);
  if (isSame && given.report.year === report.year - 1) return given.report;
  if (isOnly) console.error(translate("command.previous_ignored", { year: report.year - 1 }));
  return null;
}

function sayProgress({ translate }: Options, key: string, done: number, total: number): void {
  if (total < PROGRESS_FROM || (done % PROGRESS_STEP !== 0 && done !== total)) return;
  console.error(translate(key, { done, total }));
}

async function checkOne(
  options: Options,
  reader: GuardedReader,
  { file, report }: Extract<ReadFile, { ok: true }>,
  previous: InterchangeReport | null,
): Promise<number> {
  const format = getFormat(report.format);
  if (!format) {
    const reason = options.translate("command.unknown_form", { format: report.format });
    console.error(options.translate("command.unreadable", { file, reason }));
    return 2;
  }
  const checked = await reader.check(report, previous);
  if (!checked.ok) return sayUnreadable(options, { ok: false, file, problem: checked.problem });
  const { findings } = checked;
  if (options.isJson) printJson(options, file, findings);
  else print(options, file, report.title, format, findings);
  return findings.some((finding) => finding.severity === "error") ? 1 : 0;
}

function printJson({ locale }: Options, file: string, findings: readonly Finding[]): void {
  const translate = translatorOf(locale, "checks");
  const told = findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    cells: finding.cells,
    expected: finding.expected,
    actual: finding.actual,
    message: describeFinding(finding, translate),
  }));
  console.log(JSON.stringify({ file, findings: told }));
}

function print(options: Options, file: string, title: string, format: Format, findings: readonly Finding[]): void {
  const translate = translatorOf(options.locale, "checks");
  console.log(`${file}  ${title}`);
  for (const finding of findings) {
    const severity = translate(`severity.${finding.severity}`);
    console.log(`  ${severity}  ${finding.rule}  ${describePlace(finding, format)}`);
    console.log(`      ${describeFinding(finding, translate)}`);
    for (const term of finding.terms) console.log(`        ${term.label}  ${term.value}`);
  }
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  const counts = { errors: count("error"), warnings: count("warning") };
  console.log(
    `  ${findings.length === 0 ? options.translate("command.no_findings") : options.translate("command.summary", counts)}`,
  );
}

function sayUnreadable({ translate }: Options, read: Extract<ReadFile, { ok: false }>): number {
  console.error(translate("command.unreadable", { file: read.file, reason: translate(`problems.${read.problem}`) }));
  return 2;
}
