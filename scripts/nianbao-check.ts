import { describeFinding, describePlace } from "@/lib/domain/check/describe-finding";
import type { Finding, RuleInForce } from "@/lib/domain/check/finding";
import type { Format } from "@/lib/domain/format";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { whyNotCompared } from "@/lib/domain/previous-report";
import { bodyOf } from "@/lib/domain/subject-of-interchange";
import { getFormat } from "@/lib/formats";
import { findingInLanguage, inLanguage } from "@/lib/formats/finding-words";
import { translatorOf } from "@/lib/i18n/translator";
import type { GuardedReader } from "@/lib/intake/read-guarded";
import type { Options } from "./nianbao-arguments";
import { listFolder, openReader, type ReadFailure, type ReadFile, readFile } from "./nianbao-files";
import { openRegionPage, type RegionPage } from "./nianbao-region";
import { openReportCache, type Place, type ReportCache } from "./report-cache";
import { readRuleSettings } from "./rule-settings-file";
import { validationReport } from "./validation-report";

/** From this many files on, somebody waits and wants to know how long. */
const PROGRESS_FROM = 50;
const PROGRESS_STEP = 500;

/** Prints what the checks find in each file; reports of one organisation, in a folder or not, are taken as its years. */
export async function checkFiles(options: Options): Promise<number> {
  const reader = openReader(options);
  const previous = options.previous === undefined ? null : await readFile(reader, options.previous);
  if (previous && !previous.ok) {
    sayUnreadable(options, previous);
    await reader.close();
    return 2;
  }
  const ruleSettings = await settingsFor(options);
  if (ruleSettings === null) {
    await reader.close();
    return 2;
  }
  // A folder with nothing in it is read as itself, which says so.
  const paths = options.files.flatMap((path) => {
    const folder = listFolder(path) ?? [];
    return folder.length > 0 ? folder : [path];
  });
  const reports = openReportCache();
  const page = options.out === undefined ? null : await openRegionPage(options.out, options);
  try {
    return await checkInOrder(options, { reader, page, ruleSettings }, paths, reports, previous);
  } finally {
    page?.close();
    reports.clear();
    await reader.close();
  }
}

/** What the office decided of rules, from its file or from its installation; null where neither could be read. */
async function settingsFor(options: Options): Promise<readonly RuleInForce[] | null> {
  const { settings, settingsOf } = options;
  if (settingsOf !== undefined) {
    const { readSettingsOfOffice } = await import("./rule-settings-of-office");
    return readSettingsOfOffice(options, settingsOf);
  }
  const read = settings === undefined ? [] : readRuleSettings(settings);
  if (read === null) console.error(options.translate("command.settings_unclear", { file: settings ?? "" }));
  return read;
}

/** What reads the files, the page that is written instead of lines on the screen, and what the office decided of rules. */
type Tools = { reader: GuardedReader; page: RegionPage | null; ruleSettings: readonly RuleInForce[] };

/** Reads all files and lays them aside, then checks one after another with the year before it. */
async function checkInOrder(
  options: Options,
  tools: Tools,
  paths: readonly string[],
  reports: ReportCache,
  given: ReadFile | null,
): Promise<number> {
  const results: (Place | ReadFailure)[] = [];
  const years = new Map<string, Place>();
  for (const path of paths) {
    const read = await readFile(tools.reader, path);
    const place = read.ok ? reports.put(read.report) : read;
    results.push(place);
    if (read.ok && isPlace(place) && bodyOf(read.report) !== "") years.set(keyOf(read.report, read.report.year), place);
    sayProgress(options, "command.progress_read", results.length, paths.length);
  }
  let exitCode = 0;
  for (const [index, result] of results.entries()) {
    if (isPlace(result)) {
      const report = reports.get(result);
      if (results.length > 1 && bodyOf(report) === "")
        console.error(options.translate("command.body_unknown", { file: paths[index] ?? "" }));
      const place = years.get(keyOf(report, report.year - 1));
      const before = place ? reports.get(place) : givenFor(options, given, report, results.length === 1);
      exitCode = Math.max(exitCode, await checkOne(options, tools, paths[index] ?? "", report, before));
    } else {
      exitCode = Math.max(exitCode, sayUnreadable(options, result, tools.page));
    }
    sayProgress(options, "command.progress", index + 1, results.length);
  }
  return exitCode;
}

function isPlace(read: Place | ReadFailure): read is Place {
  return !("problem" in read);
}

function keyOf(report: InterchangeReport, year: number): string {
  return `${year} ${bodyOf(report)}`;
}

/** The report given as last year's; where it is of no use to the only report, that is said. */
function givenFor(
  { translate }: Options,
  given: ReadFile | null,
  report: InterchangeReport,
  isOnly: boolean,
): InterchangeReport | null {
  if (!given?.ok) return null;
  const reason = whyNotCompared(report, given.report);
  if (reason === null) return given.report;
  if (isOnly) console.error(translate(`not_compared.${reason}`, { year: report.year - 1 }));
  return null;
}

function sayProgress({ translate }: Options, key: string, done: number, total: number): void {
  if (total < PROGRESS_FROM || (done % PROGRESS_STEP !== 0 && done !== total)) return;
  console.error(translate(key, { done, total }));
}

async function checkOne(
  options: Options,
  { reader, page, ruleSettings }: Tools,
  file: string,
  report: InterchangeReport,
  previous: InterchangeReport | null,
): Promise<number> {
  const format = getFormat(report.format);
  if (!format) {
    const reason = options.translate("command.unknown_form", { format: report.format });
    console.error(options.translate("command.unreadable", { file, reason }));
    return 2;
  }
  const checked = await reader.check(report, previous, ruleSettings);
  if (!checked.ok) return sayUnreadable(options, { ok: false, file, problem: checked.problem }, page);
  const { findings, rules } = checked;
  if (page) page.add(file, report, format, findings);
  else if (options.isJson)
    console.log(JSON.stringify(await validationReport(options, { file, report, findings, rules })));
  else await print(options, file, report.title, format, findings);
  return findings.some((finding) => finding.severity === "error") ? 1 : 0;
}

async function print(
  options: Options,
  file: string,
  title: string,
  format: Format,
  findings: readonly Finding[],
): Promise<void> {
  const translate = await translatorOf(options.locale, "checks");
  console.log(`${file}  ${title}`);
  for (const finding of findings.map((finding) => findingInLanguage(finding, options.locale))) {
    const severity = translate(`severity.${finding.severity}`);
    console.log(`  ${severity}  ${finding.rule}  ${inLanguage(describePlace(finding, format), options.locale)}`);
    console.log(`      ${describeFinding(finding, translate)}`);
    for (const term of finding.terms) console.log(`        ${term.label}  ${term.value}`);
  }
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  const counts = { errors: count("error"), warnings: count("warning") };
  console.log(
    `  ${findings.length === 0 ? options.translate("command.no_findings") : options.translate("command.summary", counts)}`,
  );
}

function sayUnreadable({ translate }: Options, read: ReadFailure, page: RegionPage | null = null): number {
  const reason = translate(`problems.${read.problem}`);
  page?.addUnread(read.file, reason);
  console.error(translate("command.unreadable", { file: read.file, reason }));
  return 2;
}
