import { z } from "zod";
import { COMMENT_REPLIES, isAnswerWhole } from "@/lib/domain/comment";
import { typedFigure } from "@/lib/domain/figure";
import { CellKeySchema } from "@/lib/domain/format";
import { FILL_FIELDS } from "@/lib/domain/inputs/fill-fields";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { id, request, seen, submitting } from "@/lib/domain/inputs/parts";

/** What a press of a button asks for once everything typed is saved. */
const FILL_STEPS = ["save", "submit", "nil"] as const;

/**
 * A whole section as its form sends it: every field with the value that its writer saw, and what to do then. Where
 * scripts run, the fields were saved one by one and only the step is left.
 */
export const FillSectionSchema = z
  .looseObject({
    ...request,
    ...seen,
    submissionId: id,
    step: z.enum(FILL_STEPS).default("save"),
    ...submitting,
  })
  .transform(({ requestId, expectedRevision, submissionId, step, blanksSeen, unchangedReason, ...fields }, ctx) => {
    const typed = listTyped(fields);
    const starting = (prefix: string, most: number) =>
      typed.flatMap(({ name, value, seen }) => {
        if (!name.startsWith(prefix)) return [];
        if (value.length > most) {
          ctx.addIssue({ code: "too_big", origin: "string", maximum: most, input: value, path: [name] });
        }
        return [{ about: name.slice(prefix.length), value, seen }];
      });
    const replies = starting(FILL_FIELDS.replyText, LIMIT.reason);
    return {
      requestId,
      expectedRevision,
      submissionId,
      step,
      blanksSeen,
      unchangedReason,
      figures: starting(FILL_FIELDS.figure, LIMIT.figure).flatMap(({ about, value, seen }) => {
        const change = { cellKey: about, seen: seen === "" ? null : seen, value: typedFigure(value) };
        return CellKeySchema.safeParse(about).success && change.seen !== change.value ? [change] : [];
      }),
      paragraphs: starting(FILL_FIELDS.paragraph, LIMIT.text).map(({ about, value, seen }) => ({
        headingKey: about,
        seen,
        value,
      })),
      explanations: starting(FILL_FIELDS.explanation, LIMIT.reason).flatMap(({ about, value }) =>
        value.trim() === "" ? [] : [{ findingId: about, body: value.trim() }],
      ),
      resolved: starting(FILL_FIELDS.resolved, LIMIT.figure).flatMap(({ about, value }) => {
        const reply = z.enum(COMMENT_REPLIES).safeParse(value).data;
        if (!reply || !id.safeParse(about).success) return [];
        const replyText = replies.find((one) => one.about === about)?.value.trim() ?? "";
        if (isAnswerWhole({ reply, replyText })) return [{ commentId: about, reply, replyText }];
        ctx.addIssue({ code: "custom", input: replyText, path: [`${FILL_FIELDS.replyText}${about}`] });
        return [];
      }),
    };
  });

export type FillSectionInput = z.infer<typeof FillSectionSchema>;

/** The fields that hold something else than they were drawn with; line ends as browsers send them become line feeds. */
function listTyped(fields: Readonly<Record<string, unknown>>): { name: string; value: string; seen: string }[] {
  const textOf = (value: unknown) => (typeof value === "string" ? value.replace(/\r\n?/g, "\n") : "");
  return Object.entries(fields).flatMap(([name, sent]) => {
    const [value, seen] = [textOf(sent), textOf(fields[`seen:${name}`])];
    return name.startsWith("seen:") || value === seen ? [] : [{ name, value, seen }];
  });
}
