import type { Format } from "@/lib/domain/format";
import { listCells } from "@/lib/domain/format-cells";
import { exampleFigures } from "@/lib/domain/testing/example-subject";
import type { Chance } from "@/lib/domain/testing/random";

const COLUMNS = ["natural_person", "business", "research", "welfare", "legal_service", "other_organisation"];
const APART = new Set(["received", "carried_in", "outcome_total", "carried_out"]);

/** Figures of a busy year that agree with each other: what came is what was concluded or carried out. */
export function randomFigures(format: Format, chance: Chance): Record<string, string | null> {
  const typed: Record<string, string> = {};
  const rows =
    format.sections.flatMap((section) => section.tables).find((table) => table.id === "requests")?.rows ?? [];
  for (const column of COLUMNS) {
    const most = column === "natural_person" ? 40 : 6;
    let concluded = 0;
    for (const row of rows) {
      if (APART.has(row.key)) continue;
      const value = chance.below(3) === 0 ? 0 : chance.below(most);
      typed[`requests.${row.key}.${column}`] = String(value);
      concluded += value;
    }
    const carriedOut = chance.below(most);
    const carriedIn = Math.min(chance.below(most), concluded + carriedOut);
    typed[`requests.carried_out.${column}`] = String(carriedOut);
    typed[`requests.carried_in.${column}`] = String(carriedIn);
    typed[`requests.received.${column}`] = String(concluded + carriedOut - carriedIn);
  }
  for (const cell of listCells(format)) {
    if (cell.sumOf || cell.key.startsWith("requests.")) continue;
    if (cell.type === "amount")
      typed[cell.key] = `${chance.below(90_000)}.${1 + chance.below(9)}${1 + chance.below(9)}`;
    else typed[cell.key] = String(1 + chance.below(cell.key.startsWith("litigation.") ? 30 : 3_000));
  }
  return exampleFigures(format, typed);
}
