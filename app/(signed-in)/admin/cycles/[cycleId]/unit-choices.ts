import { limitChoices } from "@/lib/domain/choices";
import type { AdminCycle } from "@/lib/services/load-admin-cycle";

/** The year's units for a form; of very many only those that are chosen already and those that were looked for. */
export function unitChoices({ units, shown }: AdminCycle, chosen: readonly string[]) {
  const all = units.map(({ organisationId, name }) => ({ id: organisationId, name }));
  const found = shown.rows.map((unit) => unit.organisationId);
  const { offered, isCut } = limitChoices(all, [...chosen, ...found]);
  return { choices: offered.map(({ id, name }) => ({ value: id, label: name })), isCut };
}
