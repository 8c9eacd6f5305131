import type { Finding } from "@/lib/domain/check/finding";
import { sortByNeed } from "@/lib/domain/explanation";

/** More blank cells than this are told as one: a fresh table would say the same of every cell. */
const MOST_BLANKS = 3;

/** Findings in the order in which a unit deals with them. */
export type Todo = {
  errors: Finding[];
  /** Blank cells, where they are too many to be told one by one. */
  blanks: Finding[];
  /** Warnings that still want an explanation. */
  warnings: Finding[];
  explained: Finding[];
  infos: Finding[];
  /** What keeps the section from being submitted. */
  blocking: number;
};

/** Sorts what the checks found by what the unit has to do about it. */
export function sortTodo(findings: readonly Finding[], explainedIds: ReadonlySet<string>): Todo {
  const { errors, warnings, explained, infos } = sortByNeed(findings, explainedIds);
  const blanks = errors.filter((finding) => finding.rule === "BLANK" && finding.actual === null);
  const areMany = blanks.length > MOST_BLANKS;
  return {
    errors: areMany ? errors.filter((finding) => !blanks.includes(finding)) : errors,
    blanks: areMany ? blanks : [],
    warnings,
    explained,
    infos,
    blocking: errors.length + warnings.length,
  };
}
