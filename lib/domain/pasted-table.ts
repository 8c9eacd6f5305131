import type { Figures } from "@/lib/domain/cell";

/** What a table copied out of a page or a program holds for the form, by its labels, and what could not be placed. */
export type PastedTable = { figures: Figures; unplaced: readonly string[] };
