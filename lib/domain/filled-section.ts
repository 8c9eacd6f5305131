import { z } from "zod";

/** What became of a section that was sent as a whole. */
export const FilledSectionSchema = z.object({
  /** Cells and texts that were written. */
  saved: z.number().int(),
  /** Cells and texts that somebody else had changed since the sender looked: both values, who and when. */
  conflicts: z.array(
    z.object({
      anchor: z.string(),
      mine: z.string(),
      theirs: z.string(),
      by: z.string(),
      isOwn: z.boolean(),
      at: z.string(),
    }),
  ),
  /** Explanations of findings that are no longer there: nowhere to keep them. */
  unplaced: z.array(z.string()),
});
export type FilledSection = z.infer<typeof FilledSectionSchema>;
