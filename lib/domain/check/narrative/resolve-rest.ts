import { APPLICANTS } from "@/lib/domain/check/narrative/applicant-words";
import type { Context } from "@/lib/domain/check/narrative/context";
import { cellsQuantity, type Quantity, requestQuantity } from "@/lib/domain/check/narrative/quantity";
import { GROUPS_OF_OUTCOMES, OUTCOME_ROWS } from "@/lib/domain/check/narrative/request-words";

const RESULTS = ["upheld", "corrected", "other", "pending"];

/** 其他 at the end of a list: the cell that the form calls so, and all that the list did not name. */
export function resolveRest({ format, listed }: Context): readonly (Quantity | null)[] {
  if (!listed) return [];
  const { named, under } = listed;
  const left = (all: readonly string[]) => all.filter((one) => !named.includes(one));
  if (listed.of === "columns") {
    return under.flatMap((rows) => [
      requestQuantity(format, rows, ["other_organisation"], "其他组织"),
      requestQuantity(format, rows, left(APPLICANTS), "其余申请人"),
    ]);
  }
  if (listed.of === "results") {
    const rest = left(RESULTS);
    return under.flatMap((groups) => {
      const sum = (results: readonly string[]) =>
        cellsQuantity(
          format,
          groups.flatMap((one) => results.map((result) => `litigation.${one}.${result}`)),
          results.length > 1 ? "其余结果" : undefined,
        );
      return [sum(["other"]), sum(rest)];
    });
  }
  const group = GROUPS_OF_OUTCOMES.find((rows) => named.every((row) => rows.includes(row)));
  const own = group?.includes("other_remaining")
    ? ["other", "other_remaining"]
    : group
      ? null
      : GROUPS_OF_OUTCOMES.at(-1);
  return [
    own ? requestQuantity(format, own, ["total"], "其他处理") : null,
    requestQuantity(format, left(group ?? OUTCOME_ROWS), ["total"], "其余办理结果"),
  ];
}
