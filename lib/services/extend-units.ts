import { z } from "zod";
import type { Db } from "@/db/connect";
import { listSubmissions } from "@/db/queries/submission-entries";
import { type Actor, may } from "@/lib/domain/access";
import type { ExtendUnitsInput } from "@/lib/domain/inputs/cycle";
import { isHandedIn } from "@/lib/domain/progress";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut } from "@/lib/services/carry-out";
import { extendSubmission } from "@/lib/services/extend-due-date";

const ExtendedSchema = z.object({ sections: z.number().int() });

/**
 * Gives these units more time for everything that they have not handed in and that is due before the new date.
 *
 * @throws Refusal not_permitted, due_date_past, not_found and due_date_not_later
 */
export async function extendUnits(
  db: Db,
  actor: Actor,
  input: ExtendUnitsInput,
  now: Date,
): Promise<z.infer<typeof ExtendedSchema>> {
  return carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "cycle:manage")) throw new Refusal("not_permitted");
      if (input.dueAt <= now) throw new Refusal("due_date_past");
      const { cycleId, organisationIds } = input;
      const entries = await listSubmissions(tx, { scope: actor.scope, cycleId, organisationIds });
      const units = new Set(entries.map((entry) => entry.organisationId));
      if (organisationIds.some((id) => !units.has(id))) throw new Refusal("not_found");
      const due = entries.filter((entry) => !isHandedIn(entry) && entry.dueAt < input.dueAt);
      if (due.length === 0) throw new Refusal("due_date_not_later");
      for (const { id } of due) await extendSubmission(tx, actor, { ...input, submissionId: id }, record, now);
      return { sections: due.length };
    },
    (kept) => ExtendedSchema.parse(kept),
  );
}
