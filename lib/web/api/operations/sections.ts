import { z } from "zod";
import { unitsFilledBy } from "@/lib/domain/access";
import { computeTotals } from "@/lib/domain/cell";
import { nameCell } from "@/lib/domain/check/subject-cells";
import { listSectionCells } from "@/lib/domain/format-cells";
import { SaveFiguresSchema, SaveParagraphSchema } from "@/lib/domain/inputs/section";
import { listMoves } from "@/lib/domain/submission";
import { localizeFormat } from "@/lib/formats/localize-format";
import { loadSubmission } from "@/lib/services/load-submission";
import { saveFigures } from "@/lib/services/save-figures";
import { saveParagraph } from "@/lib/services/save-paragraph";
import { operation } from "@/lib/web/api/operation";
import { uuid } from "@/lib/web/api/parts";
import { SavedFiguresSchema, SavedParagraphSchema, SectionWorkSchema } from "@/lib/web/api/schemas/section";
import { wordedFindings } from "@/lib/web/api/words-of-finding";

const section = z.object({ submissionId: uuid });
const FILLING = { tag: "section", scope: "fill", anyOf: ["submission:fill"] } as const;

/** What a unit reads and writes in its sections. */
export const SECTION_OPERATIONS = [
  operation(
    {
      id: "getSection",
      method: "GET",
      path: "/submissions/{submissionId}",
      tag: "section",
      scope: "read",
      params: section,
      output: SectionWorkSchema,
    },
    async ({ db, actor, params, locale, now }) => {
      const work = await loadSubmission(db, actor, params, now);
      // What a unit has not submitted is nobody else's to read.
      if (!work || !unitsFilledBy(actor).includes(work.submission.organisationId)) return null;
      const { submission, cycle, values, outline, subject, paragraphs } = work;
      const format = localizeFormat(cycle.format, locale);
      const figures = { ...values, ...computeTotals(cycle.format, values) };
      const bodies = new Map(paragraphs.map(({ headingKey, body }) => [headingKey, body]));
      return {
        ...work,
        moves: listMoves(submission, actor),
        figures: [
          ...listSectionCells(format, submission.sectionId).map(({ key, sumOf }) => ({
            cellKey: key,
            label: nameCell(format, key),
            value: figures[key] ?? null,
            isComputed: sumOf !== undefined,
          })),
          ...work.indicators.map(({ key, label }) => ({
            cellKey: `indicators.${key}`,
            label,
            value: values[`indicators.${key}`] ?? null,
            isComputed: false,
          })),
        ],
        paragraphs: subject.texts.map(({ headingKey }) => {
          const heading = outline.find(({ key }) => key === headingKey);
          return { headingKey, title: heading?.title ?? "", body: bodies.get(headingKey) ?? "" };
        }),
        findings: await wordedFindings(work.findings, work.explanations, locale),
        comments: work.comments.filter(({ sentAt }) => sentAt !== null),
      };
    },
  ),
  operation(
    {
      ...{ id: "saveFigures", method: "PUT", path: "/submissions/{submissionId}/figures", ...FILLING },
      params: section,
      body: SaveFiguresSchema.pick({ changes: true }).strict(),
      output: SavedFiguresSchema,
    },
    ({ db, actor, params, body, requestId, now }) => saveFigures(db, actor, { requestId, ...params, ...body }, now),
  ),
  operation(
    {
      ...{
        id: "saveParagraph",
        method: "PUT",
        path: "/submissions/{submissionId}/paragraphs/{headingKey}",
        ...FILLING,
      },
      params: section.extend({ headingKey: z.string().min(1).max(100) }),
      body: SaveParagraphSchema.pick({ seen: true, value: true }).strict(),
      output: SavedParagraphSchema,
    },
    ({ db, actor, params, body, requestId, now }) => saveParagraph(db, actor, { requestId, ...params, ...body }, now),
  ),
];
