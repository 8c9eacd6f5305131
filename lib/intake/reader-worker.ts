import { parentPort } from "node:worker_threads";
import type { Finding, RuleInForce } from "@/lib/domain/check/finding";
import { runChecks } from "@/lib/domain/check/registry";
import { listRuleResults, type RuleResult } from "@/lib/domain/check/rule-results";
import type { SectionId } from "@/lib/domain/format";
import type { InterchangeReport } from "@/lib/domain/interchange";
import type { LetterheadCheck } from "@/lib/domain/letterhead";
import type { PastedTable } from "@/lib/domain/pasted-table";
import { subjectOfInterchange } from "@/lib/domain/subject-of-interchange";
import { getFormat } from "@/lib/formats";
import { type IntakeProblem, type ReadResult, readReport } from "@/lib/intake";
import { checkLetterhead } from "@/lib/intake/check-letterhead";
import { type LedgerOptions, type LedgerRead, readLedger } from "@/lib/intake/read-ledger";
import { type ReadLines, readLines } from "@/lib/intake/read-lines";
import { readTable } from "@/lib/intake/read-table";
import { readWorkbook, type WorkbookRead } from "@/lib/intake/read-workbook";

export type ReaderTask =
  | { task: "report"; bytes: Uint8Array; fileName: string }
  | {
      task: "check";
      report: InterchangeReport;
      previous: InterchangeReport | null;
      ruleSettings: readonly RuleInForce[];
    }
  | { task: "table"; html: string; sectionId: SectionId }
  | { task: "lines"; bytes: Uint8Array }
  | { task: "ledger"; bytes: Uint8Array; options: LedgerOptions }
  | { task: "workbook"; bytes: Uint8Array }
  | { task: "letterhead"; bytes: Uint8Array };

export type CheckResult =
  | { ok: true; findings: Finding[]; rules: RuleResult[] }
  | { ok: false; problem: IntakeProblem };

export type ReaderAnswer =
  | { task: "report"; result: ReadResult }
  | { task: "check"; result: CheckResult }
  | { task: "table"; result: PastedTable | null }
  | { task: "lines"; result: ReadLines }
  | { task: "ledger"; result: LedgerRead }
  | { task: "workbook"; result: WorkbookRead }
  | { task: "letterhead"; result: LetterheadCheck };

/** Reads and checks one file after another for `read-guarded`; whatever goes wrong here cannot reach the thread that asked. */
parentPort?.on("message", (task: ReaderTask) => {
  void carryOut(task).then((answer) => parentPort?.postMessage(answer));
});
parentPort?.postMessage("ready");

async function carryOut(task: ReaderTask): Promise<ReaderAnswer> {
  if (task.task === "letterhead") {
    try {
      return { task: "letterhead", result: checkLetterhead(task.bytes) };
    } catch {
      return { task: "letterhead", result: { ok: false, problems: [{ code: "broken", found: "" }] } };
    }
  }
  if (task.task === "lines") return { task: "lines", result: lines(task.bytes) };
  if (task.task === "ledger") return { task: "ledger", result: ledgerOf(task.bytes, task.options) };
  if (task.task === "workbook") return { task: "workbook", result: workbookOf(task.bytes) };
  if (task.task === "table") return { task: "table", result: pastedTable(task.html, task.sectionId) };
  if (task.task === "check") return { task: "check", result: check(task.report, task.previous, task.ruleSettings) };
  const result = await readReport(task.bytes, task.fileName).catch(
    (): ReadResult => ({ ok: false, problem: "broken" }),
  );
  return { task: "report", result };
}

function lines(bytes: Uint8Array): ReadLines {
  try {
    return readLines(bytes);
  } catch {
    return { ok: false, problem: "broken" };
  }
}

function ledgerOf(bytes: Uint8Array, options: LedgerOptions): LedgerRead {
  try {
    return readLedger(bytes, options);
  } catch {
    return { ok: false, problem: "broken" };
  }
}

function workbookOf(bytes: Uint8Array): WorkbookRead {
  try {
    return readWorkbook(bytes);
  } catch {
    return { ok: false, problem: "broken" };
  }
}

function pastedTable(html: string, sectionId: SectionId): PastedTable | null {
  try {
    return readTable(html, sectionId);
  } catch {
    return null;
  }
}

function check(
  report: InterchangeReport,
  previous: InterchangeReport | null,
  ruleSettings: readonly RuleInForce[],
): CheckResult {
  const format = getFormat(report.format);
  if (!format) return { ok: false, problem: "wrong_schema" };
  try {
    const subject = { ...subjectOfInterchange(report, format, previous), ruleSettings };
    const findings = runChecks(subject);
    return { ok: true, findings, rules: listRuleResults(subject, findings) };
  } catch {
    return { ok: false, problem: "broken" };
  }
}
