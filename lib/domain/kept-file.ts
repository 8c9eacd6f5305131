import { z } from "zod";

export const KEPT_FILE_STATES = ["waiting", "working", "done", "failed"] as const;

/** Why a file could not be written: a refusal's code with what its sentence needs. */
export const FileProblemSchema = z.object({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** What the office may choose of a file; nothing of it changes a figure or a word of the report. */
export const PrintChoicesSchema = z.object({
  /** Charts beside the tables. */
  charts: z.boolean(),
  /** An annex with each unit's figures. */
  unitAnnexes: z.boolean(),
  /** PDF/A-3a with the data inside, for the archive. */
  archive: z.boolean(),
});
export type PrintChoices = z.infer<typeof PrintChoicesSchema>;

export const USUAL_CHOICES: PrintChoices = { charts: true, unitAnnexes: false, archive: false };

/** The choices in an address; what it does not say is as usual. */
export function choicesOfQuery(query: URLSearchParams, usual: PrintChoices): PrintChoices {
  const readChoice = (name: string, otherwise: boolean): boolean => {
    const value = query.get(name);
    return value === null ? otherwise : value === "1" || value === "on";
  };
  return {
    charts: readChoice("charts", usual.charts),
    unitAnnexes: readChoice("annexes", usual.unitAnnexes),
    archive: readChoice("archive", usual.archive),
  };
}

/** Short and unlike for unlike choices, for a file's tag. */
export function tagOfChoices({ charts, unitAnnexes, archive }: PrintChoices): string {
  return [charts ? "" : "-nocharts", unitAnnexes ? "-annexes" : "", archive ? "-archive" : ""].join("");
}

/** How many rows of units' figures a document holds: what makes its files large. */
export function countRows({ provenance }: { provenance: Readonly<Record<string, readonly unknown[]>> }): number {
  return Object.values(provenance).reduce((total, list) => total + list.length, 0);
}

/**
 * A file of more rows than this takes longer than a second to write; it is written aside and kept. Measured with
 * `bench/render.bench.ts`: ten units' rows cost a tenth of a second in a workbook and in annexes.
 */
const ROWS_WRITTEN_AT_ONCE = 1_000;
/** An archive holds every other file, the PDF twice. */
const ROWS_OF_AN_ARCHIVE = 4;

const WITH_ANNEXES = ["pdf", "docx", "html"];

/** Whether a file of so many rows takes so long to write that it is written aside. */
export function isLargeFile(rows: number, format: string, choices: PrintChoices): boolean {
  const annexes = choices.unitAnnexes ? rows : 0;
  if (format === "zip") return rows + annexes * ROWS_OF_AN_ARCHIVE > ROWS_WRITTEN_AT_ONCE;
  if (format === "xlsx") return rows > ROWS_WRITTEN_AT_ONCE;
  return WITH_ANNEXES.includes(format) && annexes > ROWS_WRITTEN_AT_ONCE;
}

/** Choices that mean nothing to a file type, set as usual, so that the same file is not written twice. */
export function choicesThatMatter(format: string, choices: PrintChoices): PrintChoices {
  return {
    charts: ["pdf", "html", "zip"].includes(format) ? choices.charts : USUAL_CHOICES.charts,
    unitAnnexes: [...WITH_ANNEXES, "zip"].includes(format) ? choices.unitAnnexes : USUAL_CHOICES.unitAnnexes,
    archive: format === "pdf" && choices.archive,
  };
}

/** A kept file without its bytes. */
export type KeptFile = {
  id: string;
  reportId: string;
  key: string;
  format: string;
  choices: PrintChoices;
  documentHash: string;
  isDraft: boolean;
  state: (typeof KEPT_FILE_STATES)[number];
  partsDone: number;
  partsTotal: number;
  problem: z.infer<typeof FileProblemSchema> | null;
  askedByName: string;
  askedAt: Date;
  finishedAt: Date | null;
  bytes: number | null;
};
