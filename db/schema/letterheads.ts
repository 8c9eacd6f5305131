import { sql } from "drizzle-orm";
import { check, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { districtId, fileBytes, moment } from "./columns";

/** Word templates that the office's reports were or are written into; a file that was one never changes. */
export const letterheads = pgTable(
  "letterheads",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    fileName: text("file_name").notNull(),
    hash: text("hash").notNull(),
    file: fileBytes("file").notNull(),
    uploadedBy: uuid("uploaded_by").notNull(),
    uploadedByName: text("uploaded_by_name").notNull(),
    uploadedAt: moment("uploaded_at").notNull(),
    /** When it was replaced or removed; reports that were made final with it keep it. */
    retiredAt: moment("retired_at"),
  },
  (table) => [
    primaryKey({ name: "letterheads_pkey", columns: [table.districtId, table.id] }),
    uniqueIndex("letterheads_current_key").on(table.districtId).where(sql`${table.retiredAt} is null`),
    check("letterheads_file_size", sql`octet_length(${table.file}) between 1 and 4194304`),
  ],
);
