import { describeFinding, describePlace } from "@/lib/domain/check/describe-finding";
import type { Finding } from "@/lib/domain/check/finding";
import { runChecks } from "@/lib/domain/check/registry";
import type { Format } from "@/lib/domain/format";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { nameOrganisation, subjectOfInterchange } from "@/lib/domain/subject-of-interchange";
import { getFormat } from "@/lib/formats";
import { translatorOf } from "@/lib/i18n/translator";
import type { Options } from "./nianbao-arguments";
import { listFolder, openReader, type ReadFile, readFile } from "./nianbao-files";

/** From this many files on, somebody waits and wants to know how long. */
const PROGRESS_FROM = 50;
const PROGRESS_STEP = 500;

/** Prints what the checks find in each file; a folder is taken as the years of its organisations. */
export async function checkFiles(options: Options): Promise<number> {
  const { translate } = options;
  const reader = openReader();
  const previous = options.previous === undefined ? null : await readFile(reader, options.previous);
  if (previous && !previous.ok) {
    sayUnreadable(options, previous);
    await reader.close();
    return 2;
  }
  let exitCode = 0;
  const total = options.files.reduce((sum, path) => sum + (listFolder(path)?.length ?? 1), 0);
  let done = 0;
  const check = (read: ReadFile, before: InterchangeReport | null) => {
    exitCode = Math.max(
      exitCode,
      read.ok ? checkOne(options, read.file, read.report, before) : sayUnreadable(options, read),
    );
    done += 1;
    const isStep = done % PROGRESS_STEP === 0 || done === total;
    if (total >= PROGRESS_FROM && isStep) console.error(translate("command.progress", { done, total }));
  };

  for (const path of options.files) {
    const folder = listFolder(path);
    if (!folder) {
      check(await readFile(reader, path), previous?.report ?? null);
      continue;
    }
    const reads: ReadFile[] = [];
    for (const file of folder) reads.push(await readFile(reader, file));
    for (const read of reads)
      check(read, read.ok ? (yearBefore(read.report, reads) ?? previous?.report ?? null) : null);
  }
  await reader.close();
  return exitCode;
}

function yearBefore(report: InterchangeReport, reads: readonly ReadFile[]): InterchangeReport | null {
  const name = nameOrganisation(report);
  for (const read of reads) {
    if (read.ok && read.report.year === report.year - 1 && nameOrganisation(read.report) === name) return read.report;
  }
  return null;
}

function checkOne(
  options: Options,
  file: string,
  report: InterchangeReport,
  previous: InterchangeReport | null,
): number {
  const format = getFormat(report.format);
  if (!format) {
    const reason = options.translate("command.unknown_form", { format: report.format });
    console.error(options.translate("command.unreadable", { file, reason }));
    return 2;
  }
  const findings = runChecks(subjectOfInterchange(report, format, previous));
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
