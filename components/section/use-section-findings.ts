"use client";

import { useMemo, useState, useSyncExternalStore } from "react";
import type { CellSaver } from "@/components/saving/cell-saver";
import { carriedFrom, lockedCells } from "@/lib/domain/carry-forward";
import type { UnitAnswers } from "@/lib/domain/check/subject";
import { sortTodo } from "@/lib/domain/check/todo";
import type { CellKey } from "@/lib/domain/format";
import { createLiveFindings } from "./live-findings";

export type SectionFindings = ReturnType<typeof useSectionFindings>;

/** What the rules say of the section as it is typed now, by what is to be done about it. */
export function useSectionFindings(
  saver: CellSaver,
  answers: UnitAnswers,
  keys: readonly CellKey[],
  explanations: readonly { findingId: string }[],
) {
  const [live] = useState(() => createLiveFindings(saver, answers, [...keys]));
  const { findings: written, asSubmitted, blanksAsZero, numbers } = useSyncExternalStore(saver.subscribe, live, live);
  const [isCounting, setCounting] = useState(false);
  const findings = useMemo(() => {
    if (isCounting || blanksAsZero.length === 0) return asSubmitted;
    const blanks = new Set(blanksAsZero);
    return written.filter(({ rule, actual, cells }) => {
      return rule !== "BLANK" || actual !== null || cells.length !== 1 || !blanks.has(cells[0] ?? "");
    });
  }, [isCounting, written, asSubmitted, blanksAsZero]);
  const explainedIds = useMemo(() => new Set(explanations.map(({ findingId }) => findingId)), [explanations]);
  const todo = useMemo(() => sortTodo(findings, explainedIds), [findings, explainedIds]);
  const [carried] = useState(() =>
    carriedFrom({ format: answers.cycle.format, year: answers.cycle.year, previous: answers.previous }),
  );
  const locked = useMemo(
    () => lockedCells(carried, (key) => saver.cell(key).written, todo.explained),
    // What is written shows in the findings: a carried cell that is changed begins or ends to differ.
    [carried, saver, todo],
  );
  return {
    findings,
    /** The numbers that stand in the section's texts. */
    numbers,
    explainedIds,
    todo,
    /** What is shown and keeps the section from being submitted, in the order in which it is shown. */
    blocking: [...todo.errors, ...todo.blanks, ...todo.warnings],
    /** How much keeps it back, blank cells counted as 0; what is not finished yet is not shown before it is asked. */
    inTheWay: useMemo(() => sortTodo(asSubmitted, explainedIds).blocking, [asSubmitted, explainedIds]),
    /** Blank cells that count as 0 when it is submitted, and showing what follows from that. */
    blanksAsZero,
    countBlanks: () => setCounting(true),
    /** Last year's values of the cells that are carried over, and those of them that cannot be typed. */
    carried,
    locked,
  };
}
