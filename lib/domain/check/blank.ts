import type { LocatedCell } from "@/lib/domain/cell";
import type { Check, CheckedIndicator, CheckSubject, Finding } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { isSectionUnread } from "@/lib/domain/check/section-missing";
import { listCheckedCells, nameCell, numberAt } from "@/lib/domain/check/subject-cells";
import { addDecimals } from "@/lib/domain/decimal";
import { readFigure } from "@/lib/domain/figure";

/** What people write where nothing happened; none of it is zero. */
const DASHES = /^[-−－—–―/／\\＼_.。·*×]+$|^(?:无|暂无|没有|未发生|空|未填|略|nil|none)$/iu;

/** Every cell holds a number: blank, "-" and "/" are not zero. */
export const blank: Check = {
  rule: "BLANK",
  version: 1,
  severity: "error",
  holdsFrom: "2019-11-23",
  source: "国办公开办函〔2021〕30号（数据统得出、报得准、可核查）",
  formats: null,
  check: (subject) => [
    ...listUnreadRows(subject),
    ...relabelledRows(subject),
    ...listCheckedCells(subject).flatMap((located) => checkCell(subject, located) ?? []),
    ...(subject.level === "unit" ? subject.indicators.flatMap((indicator) => checkIndicator(indicator) ?? []) : []),
  ],
};

/** True for a mark that stands for "nothing" and is therefore a blank, not a wrong number. */
export function isDash(text: string): boolean {
  return DASHES.test(text.trim());
}

/** A local figure is asked of its unit like a cell of the tables; in the district's report it stands as it came. */
function checkIndicator({ key, label, value }: CheckedIndicator): Finding | null {
  const figure = readFigure(value);
  const isMark = figure.kind === "not_applicable" || (figure.kind === "text" && isDash(figure.text));
  if (figure.kind !== "blank" && !isMark) return null;
  return newFinding({
    ...{ rule: "BLANK", severity: "error", sectionId: "overview", cells: [`indicators.${key}`], actual: value },
    messageKey: isMark ? "blank_mark" : "blank",
    values: { cell: label, ...(isMark ? { found: value ?? "" } : {}) },
  });
}

/** Lines that were not placed are shown with a row that may be one of them. */
const MOST_LINES = 3;

/**
 * Rows of a file that were not read, one finding a row: it is not in the table, or its label is not known. Which of the
 * two, the lines tell that could not be placed.
 */
function listUnreadRows(subject: CheckSubject): Finding[] {
  if (!subject.reading || subject.isPartial) return [];
  const unread = listCheckedCells(subject).filter(
    ({ cell, sectionId }) => subject.figures[cell.key] === undefined && !isSectionUnread(subject, sectionId),
  );
  const lines = subject.reading.unplaced.filter((line) => !/^[a-z_.]+: /.test(line)).slice(0, MOST_LINES);
  return [...Map.groupBy(unread, ({ cell, sectionId }) => `${sectionId}.${cell.row}`).values()].flatMap((cells) => {
    const [first] = cells;
    if (!first) return [];
    const keys = cells.map(({ cell }) => cell.key);
    return [
      newFinding({
        ...{ rule: "BLANK", severity: "error", sectionId: first.sectionId, cells: keys },
        messageKey: lines.length > 0 ? "row_not_recognised" : "row_absent",
        values: { row: nameRow(subject.format, first), lines: lines.join("；") },
      }),
    ];
  });
}

/** A row that was known by its place: whoever wrote its label will want to know. */
function relabelledRows(subject: CheckSubject): Finding[] {
  return (subject.reading?.relabelled ?? []).map(({ row, label, found }) =>
    newFinding({
      ...{ rule: "BLANK", severity: "info", sectionId: "requests", cells: [`requests.${row}.total`] },
      ...{ expected: label, actual: found, messageKey: "row_relabelled", values: { label, found } },
    }),
  );
}

/** "三（三）2.其他法律行政法规禁止公开": the row's cells without the name of one column. */
function nameRow(format: CheckSubject["format"], { cell }: LocatedCell): string {
  return nameCell(format, cell.key).replace(/·[^·]*$/u, "");
}

function checkCell(subject: CheckSubject, located: LocatedCell): Finding | null {
  const { cell, sectionId } = located;
  const found = subject.figures[cell.key];
  if (found === undefined && (subject.isPartial || subject.reading)) return null;
  const figure = readFigure(found);
  const isMark = figure.kind === "text" && (isDash(figure.text) || figure.text.trim() === "");
  if (figure.kind === "number" || (figure.kind === "text" && !isMark)) return null;
  if (isSectionUnread(subject, sectionId)) return null;

  const name = nameCell(subject.format, cell.key);
  const base = { rule: "BLANK", severity: "error", sectionId, cells: [cell.key], actual: found ?? null } as const;
  if (figure.kind === "not_applicable" || (isMark && figure.text.trim() !== "")) {
    const values = { cell: name, found: found ?? "" };
    return newFinding({ ...base, messageKey: "blank_mark", values });
  }
  if (!cell.sumOf) return newFinding({ ...base, messageKey: "blank", values: { cell: name } });

  const parts = cell.sumOf.map((part) => numberAt(subject.figures, part));
  const numbers = parts.filter((part) => part !== null);
  // A total without its parts is blank because they are: that is told at the parts.
  if (numbers.length < parts.length) return null;
  const expected = addDecimals(numbers);
  return newFinding({ ...base, expected, messageKey: "blank_total", values: { cell: name, expected } });
}
