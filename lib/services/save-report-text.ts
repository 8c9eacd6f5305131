import { z } from "zod";
import type { Db } from "@/db/connect";
import { getCycleForUpdate, updateCycle } from "@/db/queries/cycles";
import { listOutline } from "@/db/queries/outline-headings";
import { deleteReportText, listReportTexts, upsertReportText } from "@/db/queries/report-texts";
import { type Actor, may } from "@/lib/domain/access";
import type { SavePrefaceInput, SaveReportTextInput } from "@/lib/domain/inputs/report";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut } from "@/lib/services/carry-out";
import { refuseFixedReport } from "@/lib/services/refuse-fixed-report";

const SavedReportTextSchema = z.object({
  savedAt: z.string(),
  conflict: z.object({ theirs: z.string(), by: z.string(), isOwn: z.boolean(), at: z.string() }).nullable(),
});

export type SavedReportText = z.infer<typeof SavedReportTextSchema>;

/**
 * Writes the district's text of a heading, or goes back to the one assembled from its units.
 *
 * @throws Refusal not_found, not_permitted and what `refuseFixedReport` refuses
 */
export async function saveReportText(
  db: Db,
  actor: Actor,
  input: SaveReportTextInput,
  now: Date,
): Promise<SavedReportText> {
  return carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      await lockForComposing(tx, actor, input.cycleId);
      const of = { districtId: actor.districtId, cycleId: input.cycleId };
      const [outline, texts] = await Promise.all([listOutline(tx, of), listReportTexts(tx, of)]);
      const heading = outline.find((candidate) => candidate.key === input.headingKey);
      if (!heading) throw new Refusal("not_found");

      const held = texts.find((text) => text.headingKey === heading.key);
      const before = held?.body ?? null;
      const savedAt = now.toISOString();
      if (before === input.value) return { savedAt, conflict: null };
      if (before !== input.seen) {
        const at = (held?.updatedAt ?? now).toISOString();
        const isOwn = held?.updatedBy === actor.userId;
        return { savedAt, conflict: { theirs: before ?? "", by: held?.updatedByName ?? "", isOwn, at } };
      }
      if (input.value === null) await deleteReportText(tx, { ...of, headingKey: heading.key });
      else await upsertReportText(tx, { ...of, headingKey: heading.key, body: input.value, by: actor, at: now });
      const characters = [...(input.value ?? "")].length;
      await record(
        { cycleId: input.cycleId },
        {
          type: "report_text_saved",
          data: { headingKey: heading.key, heading: `${heading.number}${heading.title}`, characters },
        },
      );
      return { savedAt, conflict: null };
    },
    (kept) => SavedReportTextSchema.parse(kept),
  );
}

/**
 * Writes the paragraphs that open the report.
 *
 * @throws Refusal not_permitted, not_found and what `refuseFixedReport` refuses
 */
export async function savePreface(db: Db, actor: Actor, input: SavePrefaceInput, now: Date): Promise<SavedReportText> {
  return carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const cycle = await lockForComposing(tx, actor, input.cycleId);
      const savedAt = now.toISOString();
      if (cycle.preface === input.value) return { savedAt, conflict: null };
      if (cycle.preface !== input.seen)
        return { savedAt, conflict: { theirs: cycle.preface, by: "", isOwn: false, at: savedAt } };
      await updateCycle(tx, { id: cycle.id, districtId: cycle.districtId, set: { preface: input.value } });
      await record(
        { cycleId: cycle.id },
        {
          type: "report_text_saved",
          data: { headingKey: "preface", heading: "", characters: [...input.value].length },
        },
      );
      return { savedAt, conflict: null };
    },
    (kept) => SavedReportTextSchema.parse(kept),
  );
}

/**
 * The cycle of a report that may be written now, locked until the transaction ends.
 *
 * @throws Refusal not_permitted, not_found and what `refuseFixedReport` refuses
 */
export async function lockForComposing(tx: Db, actor: Actor, cycleId: string) {
  if (!may(actor, "report:compose")) throw new Refusal("not_permitted");
  const cycle = await getCycleForUpdate(tx, { id: cycleId, districtId: actor.districtId });
  if (!cycle) throw new Refusal("not_found");
  await refuseFixedReport(tx, { districtId: actor.districtId, cycleId });
  return cycle;
}
