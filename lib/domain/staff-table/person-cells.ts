import type { Role } from "@/lib/domain/access";
import { foldName } from "@/lib/domain/fold-name";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { accountName, email } from "@/lib/domain/inputs/parts";
import type { PersonRow } from "@/lib/domain/staff-table/find-staff-tables";
import { readDay } from "@/lib/domain/staff-table/read-day";
import { problem, type StaffProblem } from "@/lib/domain/staff-table/row-plan";
import { readRole } from "@/lib/domain/staff-table/staff-columns";

export type PersonCells = {
  role: Role | null;
  from: string | undefined;
  until: string | undefined;
  email: string | null;
};

/** What the cells of a row say, where `problemOfPersonCells` finds nothing wrong with them. */
export function readPersonCells(row: PersonRow): PersonCells {
  return {
    role: readRole(row.role),
    from: readDay(row.from) ?? undefined,
    until: readDay(row.until) ?? undefined,
    email: row.email === "" ? null : row.email,
  };
}

/** What is wrong with the cells themselves, and against the first row of the same account. */
export function problemOfPersonCells(
  row: PersonRow,
  first: { line: number; name: string; email: string } | undefined,
): StaffProblem | null {
  if (row.account === "") return problem("account_missing");
  if (!accountName.safeParse(row.account).success) return problem("account_wrong", { maximum: LIMIT.account });
  if (foldName(row.name) === "") return problem("name_missing");
  if (row.name.length > LIMIT.name) return problem("text_too_long", { maximum: LIMIT.name, length: row.name.length });
  if (first && first.name !== row.name) return problem("account_twice", { line: first.line, name: first.name });
  if (!email.safeParse(row.email).success) return problem("email_wrong", { found: row.email });
  if (first && first.email !== "" && row.email !== "" && first.email !== row.email) {
    return problem("email_twice", { line: first.line, email: first.email });
  }
  return problemOfRoleCells(row);
}

function problemOfRoleCells({ unit, role, from, until }: PersonRow): StaffProblem | null {
  if (role === "" && unit !== "") return problem("role_missing");
  if (role === "" && (from !== "" || until !== "")) return problem("role_missing");
  if (role !== "" && readRole(role) === null) return problem("role_unknown", { found: role });
  if (role !== "" && unit === "") return problem("unit_missing");
  for (const found of [from, until])
    if (found !== "" && readDay(found) === null) return problem("date_wrong", { found });
  return null;
}
