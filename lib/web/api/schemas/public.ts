import { z } from "zod";
import { SECTION_IDS } from "@/lib/domain/section-ids";
import { decimalText, moment, pageOf, uuid } from "@/lib/web/api/parts";

/** A version of a published report in a list. */
const PublicReportSchema = z.object({
  id: uuid,
  district: z.string(),
  year: z.int(),
  version: z.int(),
  title: z.string(),
  state: z.enum(["published", "superseded"]),
  publishedAt: moment.nullable(),
  verificationCode: z.string().nullable(),
  sha256: z.string().nullable(),
  url: z.string(),
});
export const PublicReportsSchema = pageOf(PublicReportSchema);

/** A published report with its text; `successorId` where a correction took its place. */
export const PublicReportTextSchema = PublicReportSchema.extend({
  successorId: uuid.nullable(),
  office: z.string(),
  format: z.string(),
  preface: z.array(z.string()),
  sections: z.array(
    z.object({
      id: z.enum(SECTION_IDS),
      number: z.string(),
      title: z.string(),
      headings: z.array(
        z.object({ key: z.string(), number: z.string(), title: z.string(), paragraphs: z.array(z.string()) }),
      ),
    }),
  ),
});

/** The figures of a published report, each as decimal text with its name; null is blank. */
export const PublicFiguresSchema = z.object({
  reportId: uuid,
  year: z.int(),
  format: z.string(),
  figures: z.array(z.object({ cellKey: z.string(), label: z.string(), value: decimalText })),
});
