import type { Check } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { listCheckedCells, nameCell } from "@/lib/domain/check/subject-cells";
import { readWithUnit } from "@/lib/domain/check/unit-word";
import { readFigure } from "@/lib/domain/figure";

/** The unit stands in the head of the table, the cell holds the bare number. */
export const unit: Check = {
  rule: "UNIT",
  version: 1,
  severity: "error",
  holdsFrom: "2019-11-23",
  source: "国办公开办函〔2019〕60号、〔2021〕30号 表格单位",
  formats: null,
  check: (subject) =>
    listCheckedCells(subject).flatMap(({ cell, sectionId }) => {
      const figure = readFigure(subject.figures[cell.key]);
      if (figure.kind !== "text") return [];
      const read = readWithUnit(figure.text, cell.unit);
      if (!read) return [];
      const values = { cell: nameCell(subject.format, cell.key), found: figure.text, word: read.word, unit: cell.unit };
      return newFinding({
        rule: "UNIT",
        severity: "error",
        sectionId,
        cells: [cell.key],
        expected: read.value,
        actual: figure.text,
        messageKey: read.value === null ? "unit_in_cell" : "unit_to_convert",
        values: read.value === null ? values : { ...values, expected: read.value },
      });
    }),
};
