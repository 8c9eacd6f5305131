import { z } from "zod";

/** Schemas that many operations share; what goes out is JSON, so that moments are texts. */
export const uuid = z.uuid();
export const moment = z.iso.datetime();
export const decimalText = z.string().nullable();
/** A moment as a program sends it, read to a date. */
export const dateTime = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
export const seen = { expectedRevision: z.int().min(0) };

/** A page of a list: `next` is the cursor of the page after it. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

const LONGEST_CURSOR = 500;
export const LARGEST_PAGE = 200;
/** Which page of a list is wanted. */
export const paging = {
  cursor: z.string().max(LONGEST_CURSOR).optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .pipe(z.int().max(LARGEST_PAGE))
    .optional(),
};

/** A cursor says where a list goes on; to whoever has it it means nothing. */
export function writeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** The place that a cursor of ours names; null for any other text. */
export function readCursor<Place extends z.ZodType>(cursor: string, schema: Place): z.output<Place> | null {
  try {
    return schema.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"))).data ?? null;
  } catch {
    return null;
  }
}
