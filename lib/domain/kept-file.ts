import { z } from "zod";

export const KEPT_FILE_STATES = ["waiting", "working", "done", "failed"] as const;

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
  const said = (name: string, otherwise: boolean): boolean => {
    const value = query.get(name);
    return value === null ? otherwise : value === "1" || value === "on";
  };
  return {
    charts: said("charts", usual.charts),
    unitAnnexes: said("annexes", usual.unitAnnexes),
    archive: said("archive", usual.archive),
  };
}

/** Short and unlike for unlike choices, for a file's tag. */
export function tagOfChoices({ charts, unitAnnexes, archive }: PrintChoices): string {
  return [charts ? "" : "-nocharts", unitAnnexes ? "-annexes" : "", archive ? "-archive" : ""].join("");
}
