import type { LocatedCell } from "@/lib/domain/cell";
import type { Check, CheckSubject, Finding } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { listCheckedCells, nameCell, numberAt, numbersAt } from "@/lib/domain/check/subject-cells";
import { addDecimals, compareDecimals, divideDecimals, multiplyDecimals, subtractDecimals } from "@/lib/domain/decimal";
import type { DecimalText } from "@/lib/domain/figure";

/** A figure is far from last year's when it is this many times more or less, and not merely few against fewer. */
const TIMES = "5";
const MIN_DIFFERENCE = "50";
/** Share of 其他处理 from which the notice's question is asked, and below how many requests nobody asks. */
const OTHER_SHARE = "0.1";
const MIN_OTHER = "3";
const MIN_ITEMS = "10";

/** Figures that want a reason, not a correction. */
export const outlier: Check = {
  rule: "OUTLIER",
  version: 1,
  severity: "warning",
  holdsFrom: "2019-11-23",
  source: "国办公开办函〔2019〕60号 高度关注“其他处理”数量偏高的机关",
  formats: null,
  check: (subject) => [
    ...listCheckedCells(subject).flatMap((located) => [
      ...(checkStep(subject, located) ?? []),
      ...(checkItems(subject, located) ?? []),
      ...(checkPublicStock(subject, located) ?? []),
    ]),
    ...checkOtherShare(subject),
  ],
};

/** Only totals are compared: a single applicant column varies freely from year to year. */
function checkStep(subject: CheckSubject, { cell, sectionId }: LocatedCell): Finding[] | null {
  const previous = subject.previous;
  if (!previous || previous.year !== subject.year - 1) return null;
  if (cell.type === "signed_count" || (sectionId !== "active" && !cell.sumOf)) return null;
  if (sectionId === "requests" && !/^requests\.(?:received|outcome_total)\.total$/.test(cell.key)) return null;
  const now = numberAt(subject.figures, cell.key);
  const before = numberAt(previous.figures, cell.key);
  if (now === null || before === null || before === "0" || now === "0") return null;
  const [more, less] = compareDecimals(now, before) > 0 ? [now, before] : [before, now];
  if (compareDecimals(subtractDecimals(more, less), MIN_DIFFERENCE) < 0) return null;
  const times = divideDecimals(more, less, 1) ?? "0";
  if (compareDecimals(times, TIMES) < 0) return null;
  const values = { cell: nameCell(subject.format, cell.key), year: String(previous.year), before, now, times };
  return [
    newFinding({
      ...{ rule: "OUTLIER", severity: "warning", sectionId, cells: [cell.key], actual: now },
      messageKey: now === more ? "far_above_last_year" : "far_below_last_year",
      values,
      terms: [
        { label: `${previous.year}年`, value: before },
        { label: `${subject.year}年`, value: now },
      ],
    }),
  ];
}

/** More items came or went in one year than there were before. */
function checkItems(subject: CheckSubject, { cell, sectionId }: LocatedCell): Finding[] | null {
  if (cell.column !== "change") return null;
  const change = numberAt(subject.figures, cell.key);
  const before = numberAt(subject.figures, cell.key.replace(/change$/, "items_last_year"));
  if (change === null || before === null || compareDecimals(before, MIN_ITEMS) < 0) return null;
  const size = change.replace("-", "");
  if (compareDecimals(size, before) <= 0) return null;
  const values = { cell: nameCell(subject.format, cell.key), before, change };
  const base = { rule: "OUTLIER", severity: "warning", sectionId, cells: [cell.key], actual: change } as const;
  const messageKey = change.startsWith("-") ? "more_items_gone_than_were" : "items_doubled";
  return [newFinding({ ...base, messageKey, values })];
}

/** What is public cannot grow by more than was newly disclosed. */
function checkPublicStock(subject: CheckSubject, { cell, sectionId }: LocatedCell): Finding[] | null {
  const previous = subject.previous;
  if (cell.column !== "total_public" || !previous || previous.year !== subject.year - 1) return null;
  const now = numberAt(subject.figures, cell.key);
  const before = numberAt(previous.figures, cell.key);
  const disclosed = numberAt(subject.figures, cell.key.replace(/total_public$/, "disclosed"));
  if (now === null || before === null || disclosed === null) return null;
  const most = addDecimals([before, disclosed]);
  if (compareDecimals(now, most) <= 0) return null;
  const values = {
    cell: nameCell(subject.format, cell.key),
    year: String(previous.year),
    thisYear: String(subject.year),
    before,
    disclosed,
    now,
  };
  const base = {
    rule: "OUTLIER",
    severity: "warning",
    sectionId,
    cells: [cell.key],
    expected: most,
    actual: now,
  } as const;
  return [newFinding({ ...base, messageKey: "public_stock_grew", values })];
}

function checkOtherShare(subject: CheckSubject): Finding[] {
  if (!subject.sections.includes("requests")) return [];
  const cells = listCheckedCells(subject)
    .filter(({ cell }) => cell.column === "total" && /^other(?:_(?!organisation)|$)/.test(cell.row))
    .map(({ cell }) => cell.key)
    // Requests closed for an unpaid fee or an uncorrected application have their own row and their own reason.
    .filter((key) => /\.other(?:_remaining)?\./.test(key));
  const numbers = numbersAt(subject.figures, cells);
  const all: DecimalText | null = numberAt(subject.figures, "requests.outcome_total.total");
  if (!numbers || numbers.length === 0 || all === null) return [];
  const other = addDecimals(numbers);
  const share = divideDecimals(other, all, 4);
  if (share === null || compareDecimals(other, MIN_OTHER) < 0 || compareDecimals(share, OTHER_SHARE) <= 0) return [];
  const percent = divideDecimals(multiplyDecimals(other, "100"), all, 1) ?? "";
  return [
    newFinding({
      rule: "OUTLIER",
      severity: "warning",
      sectionId: "requests",
      cells,
      actual: other,
      messageKey: "other_share_high",
      values: { other, all, percent },
    }),
  ];
}
