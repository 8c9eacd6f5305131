import type { Check, CheckSubject, Finding } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { numbersAt, sectionGrid } from "@/lib/domain/check/subject-cells";
import { addDecimals, compareDecimals, subtractDecimals } from "@/lib/domain/decimal";

const SIDES = ["received", "carried_in", "outcome_total", "carried_out"] as const;

/** Every column: received and carried in are what was concluded or carried out; the form itself says so. */
export const reqIdentity: Check = {
  rule: "REQ-IDENTITY",
  version: 1,
  severity: "error",
  holdsFrom: "2019-11-23",
  source: "国办公开办函〔2019〕60号、〔2021〕30号 第三部分表角注",
  formats: null,
  check: (subject) =>
    sectionGrid(subject, "requests").flatMap((table) =>
      table.columns
        .filter((column) => !(subject.hasComputedTotals && column.key === "total"))
        .flatMap((column) => checkColumn(subject, column.key) ?? []),
    ),
};

function checkColumn(subject: CheckSubject, column: string): Finding | null {
  const cells = SIDES.map((row) => `requests.${row}.${column}`);
  const numbers = numbersAt(subject.figures, cells);
  if (!numbers) return null;
  const [received = "0", carriedIn = "0", concluded = "0", carriedOut = "0"] = numbers;
  const came = addDecimals([received, carriedIn]);
  const went = addDecimals([concluded, carriedOut]);
  const comparison = compareDecimals(went, came);
  if (comparison === 0) return null;

  return newFinding({
    rule: "REQ-IDENTITY",
    severity: "error",
    sectionId: "requests",
    cells: [`requests.outcome_total.${column}`, ...cells.filter((cell) => !cell.includes(".outcome_total."))],
    expected: came,
    actual: went,
    messageKey: comparison < 0 ? "identity_short" : "identity_over",
    values: { difference: comparison < 0 ? subtractDecimals(came, went) : subtractDecimals(went, came) },
    terms: [
      { label: "一、新收 + 二、上年结转", value: `${received} + ${carriedIn} = ${came}` },
      { label: "三（七）总计 + 四、结转下年度", value: `${concluded} + ${carriedOut} = ${went}` },
    ],
  });
}
