import { z } from "zod";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { isWithoutNul } from "@/lib/domain/inputs/nul";

/**
 * What the address of a list says: which page, and what is looked for. An address is not a form: what makes no sense in it
 * is left out. A text longer than any name is kept, since it is shown again; it finds nothing.
 */
export const ListSearchSchema = z.object({
  page: z.coerce.number().int().min(1).max(LIMIT.page).catch(1),
  q: z.string().trim().refine(isWithoutNul).catch(""),
});

export type ListSearch = z.infer<typeof ListSearchSchema>;

/** Reads the page and the text looked for from an address; a parameter that is given twice counts as not given. */
export function readListSearch(query: Readonly<Record<string, string | string[] | undefined>>): ListSearch {
  return ListSearchSchema.parse({ page: query.page, q: query.q });
}

/** The same as parts of an address; the first page and an empty search are left out. */
export function listSearchQuery({ page, q }: Partial<ListSearch>): { page?: string; q?: string } {
  return {
    ...(q === undefined || q === "" ? {} : { q }),
    ...(page === undefined || page === 1 ? {} : { page: String(page) }),
  };
}
