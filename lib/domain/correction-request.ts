import { z } from "zod";
import type { SectionId } from "@/lib/domain/format";

/** How a district answers what the government above sent back: it corrects its report, or says why that stays. */
export const CORRECTION_ANSWERS = ["corrects", "stays"] as const;
export type CorrectionAnswer = (typeof CORRECTION_ANSWERS)[number];

/** The cells and paragraphs that the reasons are about, as the reviewer's comments name them. */
export const AskedCellsSchema = z.array(z.object({ anchor: z.string(), body: z.string() }));

/** One section of a published report that the government above sent back. */
export type CorrectionRequest = {
  id: string;
  reportId: string;
  year: number;
  parentName: string;
  sectionId: SectionId;
  reason: string;
  cells: z.infer<typeof AskedCellsSchema>;
  askedByName: string;
  askedAt: Date;
  answer: CorrectionAnswer | null;
  /** Why it stays; null while it is not answered, or corrected. */
  answerText: string | null;
  answeredByName: string | null;
  answeredAt: Date | null;
};
