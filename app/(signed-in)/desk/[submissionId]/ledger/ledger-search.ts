import { readListSearch } from "@/lib/domain/inputs/list-search";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The cell whose lines are asked for, and what was done before the page came. */
export function readLedgerSearch(query: Query): {
  cell: string | null;
  page: number;
  done: "taken" | "removed" | null;
} {
  const { cell, done } = query;
  return {
    cell: typeof cell === "string" ? cell : null,
    page: readListSearch(query).page,
    done: done === "taken" || done === "removed" ? done : null,
  };
}
