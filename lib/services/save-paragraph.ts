import { z } from "zod";
import type { Db } from "@/db/connect";
import { listOutline } from "@/db/queries/outline-headings";
import { listParagraphs, upsertParagraph } from "@/db/queries/paragraphs";
import { getSubmissionForUpdate, updateSubmission } from "@/db/queries/submissions";
import type { Actor } from "@/lib/domain/access";
import type { SaveParagraphInput } from "@/lib/domain/inputs/section";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut } from "@/lib/services/carry-out";
import { refusalOfMissing, requireMove } from "@/lib/services/require-move";

const SavedParagraphSchema = z.object({
  savedAt: z.string(),
  /** The submission's revision afterwards. */
  revision: z.number().int(),
  /** Set when somebody else changed the text since the sender looked; nothing was written then. */
  conflict: z.object({ theirs: z.string(), by: z.string(), isOwn: z.boolean(), at: z.string() }).nullable(),
});

export type SavedParagraph = z.infer<typeof SavedParagraphSchema>;

/**
 * Saves the text under one heading, held against the text its sender saw.
 *
 * @throws Refusal not_found and what `requireMove` refuses
 */
export async function saveParagraph(
  db: Db,
  actor: Actor,
  input: SaveParagraphInput,
  now: Date,
): Promise<SavedParagraph> {
  return carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const submission = await getSubmissionForUpdate(tx, { id: input.submissionId, scope: actor.scope });
      if (!submission) throw await refusalOfMissing(tx, actor, now);
      const decision = await requireMove(tx, actor, submission, { move: "edit", now });

      const { districtId, cycleId, organisationId, sectionId } = submission;
      const outline = await listOutline(tx, { districtId, cycleId });
      const heading = outline.find(
        (candidate) =>
          candidate.key === input.headingKey &&
          candidate.sectionId === sectionId &&
          candidate.owners.includes(organisationId),
      );
      if (!heading) throw new Refusal("not_found");

      const stored = await listParagraphs(tx, { scope: actor.scope, submissionId: submission.id });
      const held = stored.find((paragraph) => paragraph.headingKey === input.headingKey);
      const before = held?.body ?? "";
      const savedAt = now.toISOString();
      const { revision } = submission;
      if (before === input.value) return { savedAt, revision, conflict: null };
      if (before !== input.seen) {
        const at = (held?.updatedAt ?? now).toISOString();
        return {
          savedAt,
          revision,
          conflict: { theirs: before, by: held?.updatedByName ?? "", isOwn: held?.updatedBy === actor.userId, at },
        };
      }

      await upsertParagraph(tx, {
        districtId,
        submissionId: submission.id,
        organisationId,
        headingKey: input.headingKey,
        body: input.value,
        by: actor,
        at: now,
      });
      await updateSubmission(tx, {
        id: submission.id,
        districtId,
        by: actor,
        at: now,
        set: decision.from === decision.to ? {} : { state: decision.to },
      });
      const name = `${heading.number}${heading.title}`;
      await record(
        { organisationId, cycleId, submissionId: submission.id },
        {
          type: "paragraph_saved",
          data: { sectionId, headingKey: heading.key, heading: name, characters: [...input.value].length },
        },
      );
      return { savedAt, revision: revision + (decision.from === decision.to ? 0 : 1), conflict: null };
    },
    (kept) => SavedParagraphSchema.parse(kept),
  );
}
