import { z } from "zod";
import { type DecimalText, readFigure } from "./figure";
import { type SectionId, SectionIdSchema } from "./format";

/** Everything a unit submitted in one section: every typed cell and indicator, and the text under each heading. */
export const VersionContentSchema = z.object({
  sectionId: SectionIdSchema,
  /** Typed cells and `indicators.*`, as found; totals are computed and not kept. */
  figures: z.record(z.string(), z.string().nullable()),
  /** Heading key to text. */
  paragraphs: z.record(z.string(), z.string()),
});

export type VersionContent = z.infer<typeof VersionContentSchema>;

/** The published report of a government below that a version was taken from. */
export type TakenFrom = { reportId: string; version: number; hash: string };

export type StoredVersion = {
  id: string;
  submissionId: string;
  organisationId: string;
  number: number;
  content: VersionContent;
  contentHash: string;
  isNil: boolean;
  receipt: string;
  submittedBy: string;
  submittedByName: string;
  submittedAt: Date;
  /** The published report of a government below that it was taken from; null where its unit filled it in. */
  takenReportId: string | null;
};

/** One approved version with who stands behind it: what the district's figures and text are made of. */
export type ApprovedVersion = {
  versionId: string;
  submissionId: string;
  organisationId: string;
  unitName: string;
  position: number;
  sectionId: SectionId;
  number: number;
  content: VersionContent;
  contentHash: string;
  isNil: boolean;
  submittedByName: string;
  submittedAt: Date;
  approvedByName: string;
  approvedAt: Date;
  /** Null where the unit filled it in. */
  takenFrom: TakenFrom | null;
};

/** An approved version as composing needs it. */
export type SourceVersion = {
  organisationId: string;
  unitName: string;
  sectionId: SectionId;
  number: number;
  content: VersionContent;
  submittedByName: string;
  submittedAt: Date;
  approvedByName: string;
  approvedAt: Date;
  /** Null where the unit filled it in. */
  takenFrom: TakenFrom | null;
};

/** The numbers other than zero in a content, exact: only they are summed (blank and zero add nothing). */
export function listNonZero(content: Pick<VersionContent, "figures">): { cellKey: string; value: DecimalText }[] {
  return Object.entries(content.figures).flatMap(([cellKey, found]) => {
    const figure = readFigure(found);
    return figure.kind === "number" && figure.value !== "0" ? [{ cellKey, value: figure.value }] : [];
  });
}
