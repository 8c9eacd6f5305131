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
  const { findings, numbers } = useSyncExternalStore(saver.subscribe, live, live);
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
    /** What keeps the section from being submitted, in the order in which it is shown. */
    blocking: [...todo.errors, ...todo.blanks, ...todo.warnings],
    /** Last year's values of the cells that are carried over, and those of them that cannot be typed. */
    carried,
    locked,
  };
}
