import { foldName } from "@/lib/domain/fold-name";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { Organisation, OrganisationKind } from "@/lib/domain/organisation";
import type { UnitRow } from "@/lib/domain/staff-table/find-staff-tables";
import { problem, type RowPlan, type StaffChange, type StaffProblem } from "@/lib/domain/staff-table/row-plan";
import { readKind, readYesNo } from "@/lib/domain/staff-table/staff-columns";

const MOST_POSITION = 10_000;
const IS_TOWNSHIP = /(?:街道|镇|乡)(?:办事处)?$/;

export type UnitWrite =
  | { kind: "add"; name: string; unitKind: "department" | "township"; position: number; needsSignature: boolean }
  | { kind: "change"; unit: Organisation; set: { position?: number; needsSignature?: boolean } };
export type UnitPlan = RowPlan<UnitWrite>;

export type UnitsHere = {
  units: readonly Organisation[];
  districtName: string;
  /** Folded names of the units that have a head, or get one by the same file. */
  withHead: ReadonlySet<string>;
};

/**
 * What becomes of each row of a table of units. A unit is known by its name as `foldName` has it and keeps the name as it
 * is spelled here; a blank cell changes nothing. Kind and name are settled when a unit is made.
 */
export function planUnits(rows: readonly UnitRow[], here: UnitsHere): UnitPlan[] {
  const known = new Map(here.units.map((unit) => [foldName(unit.name), unit]));
  const seen = new Map<string, number>();
  let last = Math.max(0, ...here.units.map(({ position }) => position));
  return rows.map((row): UnitPlan => {
    const { line, name } = row;
    const key = foldName(name);
    const unit = known.get(key);
    const found = problemOfUnit(row, { unit, here, before: seen.get(key) });
    if (!seen.has(key)) seen.set(key, line);
    if (found) return { line, label: name, outcome: "refused", problem: found };
    const needsSignature = readYesNo(row.needsSignature);
    const position = row.position === "" ? null : Number(row.position.normalize("NFKC"));
    if (!unit) {
      const write = {
        kind: "add" as const,
        name,
        unitKind: kindOf(row),
        position: position ?? last + 1,
        needsSignature: needsSignature ?? false,
      };
      last = Math.max(last, write.position);
      return { line, label: name, outcome: "made", changes: [], write };
    }
    const set = {
      ...(position === null || position === unit.position ? {} : { position }),
      ...(needsSignature === null || needsSignature === unit.needsSignature ? {} : { needsSignature }),
    };
    const changes = changesOf(unit, set);
    if (changes.length === 0) return { line, label: unit.name, outcome: "same" };
    return { line, label: unit.name, outcome: "changed", changes, write: { kind: "change", unit, set } };
  });
}

type Found = { unit: Organisation | undefined; here: UnitsHere; before: number | undefined };

function problemOfUnit(row: UnitRow, { unit, here, before }: Found): StaffProblem | null {
  const { name, kind, position, needsSignature } = row;
  const key = foldName(name);
  if (key === "") return problem("unit_name_missing");
  if (name.length > LIMIT.name) return problem("text_too_long", { maximum: LIMIT.name, length: name.length });
  if (before !== undefined) return problem("unit_twice", { line: before });
  if (key === foldName(here.districtName)) return problem("district_name");
  if (unit && !unit.isActive) return problem("unit_dissolved", { unit: unit.name });
  const read = readKind(kind);
  if (kind !== "" && read === null) return problem("kind_unknown", { found: kind });
  if (!unit && read === "office") return problem("office_once");
  if (!unit && read === "government") return problem("government_elsewhere");
  if (unit && read !== null && read !== unit.kind) return problem("kind_fixed", { kind: unit.kind });
  if (!isPosition(position)) return problem("position_wrong", { found: position, maximum: MOST_POSITION });
  const signs = readYesNo(needsSignature);
  if (needsSignature !== "" && signs === null) return problem("signature_wrong", { found: needsSignature });
  if (signs === true && unit?.needsSignature !== true && !here.withHead.has(key)) return problem("no_head");
  return null;
}

function isPosition(text: string): boolean {
  const plain = text.normalize("NFKC");
  return plain === "" || (/^\d{1,5}$/.test(plain) && Number(plain) <= MOST_POSITION);
}

/** Townships are known by their names, as when a district is set up. */
function kindOf({ kind, name }: UnitRow): "department" | "township" {
  const read: OrganisationKind | null = readKind(kind);
  if (read === "township" || read === "department") return read;
  return IS_TOWNSHIP.test(name) ? "township" : "department";
}

function changesOf(unit: Organisation, set: { position?: number; needsSignature?: boolean }): StaffChange[] {
  const yesNo = (is: boolean) => (is ? "yes" : "no");
  return [
    ...(set.position === undefined
      ? []
      : [{ column: "position", from: String(unit.position), to: String(set.position) }]),
    ...(set.needsSignature === undefined
      ? []
      : [{ column: "needsSignature", from: yesNo(unit.needsSignature), to: yesNo(set.needsSignature) }]),
  ];
}
