import { getTranslations } from "next-intl/server";
import { ROLES } from "@/lib/domain/access";
import { ORGANISATION_KINDS } from "@/lib/domain/organisation";
import { countOutcomes, type StaffPlan } from "@/lib/domain/staff-table/plan-staff";
import type { RowPlan, StaffChange, StaffProblem } from "@/lib/domain/staff-table/row-plan";
import type { StaffTableName } from "@/lib/domain/staff-table/staff-columns";
import type { StaffView, StaffViewRow } from "@/lib/domain/staff-table/staff-view";

/** So many good rows are shown; those that are refused are all named. */
const MOST_SHOWN = 300;

/** Says in words what each row of a list would do. */
export async function staffViewOf(plan: StaffPlan, unread: readonly string[]): Promise<StaffView> {
  const t = await getTranslations("staff");
  const textOf = await rowTexts();
  const tables = (["units", "people"] as const).filter((table) => plan[table].length > 0);
  const rows = tables.flatMap((table) =>
    plan[table].map(
      (row: RowPlan<unknown>): StaffViewRow => ({
        table,
        line: row.line,
        label: row.label,
        outcome: row.outcome,
        text: textOf(table, row),
      }),
    ),
  );
  const good = rows.filter(({ outcome }) => outcome === "made" || outcome === "changed");
  return {
    summary: tables.map((table) => t(`summary.${table}`, { count: plan[table].length, ...countOutcomes(plan[table]) })),
    taken: good.length,
    refused: rows.filter(({ outcome }) => outcome === "refused"),
    good: good.slice(0, MOST_SHOWN),
    more: Math.max(0, good.length - MOST_SHOWN),
    unread,
  };
}

async function rowTexts(): Promise<(table: StaffTableName, row: RowPlan<unknown>) => string> {
  const t = await getTranslations("staff");
  const roleName = await getTranslations("common.role");
  const kindName = await getTranslations("admin.units.kinds");

  const wordOf = (column: string, value: string): string => {
    if (value === "") return t("nothing");
    if (column === "needsSignature") return t(value === "yes" ? "yes" : "no");
    const role = ROLES.find((candidate) => candidate === value);
    return column === "role" && role ? roleName(role) : value;
  };
  const changeText = ({ column, from, to, term = {} }: StaffChange): string => {
    const value = wordOf(column, to);
    if (column === "role")
      return t("granted", {
        role: value,
        hasFrom: term.from ? "yes" : "no",
        from: term.from ?? "",
        hasUntil: term.until ? "yes" : "no",
        until: term.until ?? "",
      });
    return t("change", { column: t(`column.${columnName(column)}`), from: wordOf(column, from), to: value });
  };
  const problemText = ({ code, values = {} }: StaffProblem): string => {
    const kind = ORGANISATION_KINDS.find((candidate) => candidate === values.kind);
    return t(`problem.${code}`, { ...values, kind: kind && kind !== "district" ? kindName(kind) : "" });
  };
  return (_table, row) => {
    if (row.outcome === "refused") return problemText(row.problem);
    return row.outcome === "same" ? "" : row.changes.map(changeText).join(t("separator"));
  };
}

const COLUMNS = ["name", "email", "until", "position", "needsSignature"] as const;

function columnName(column: string): (typeof COLUMNS)[number] {
  return COLUMNS.find((candidate) => candidate === column) ?? "name";
}
