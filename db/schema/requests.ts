import { jsonb, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { districtId, moment } from "./columns";

/** Requests already carried out, with their answer: the same request again changes nothing and gets the same answer. */
export const requests = pgTable(
  "requests",
  {
    districtId: districtId(),

    userId: uuid("user_id").notNull(),
    id: uuid("id").notNull(),
    result: jsonb("result").$type<unknown>(),
    at: moment("at").notNull(),
  },
  (table) => [primaryKey({ name: "requests_pkey", columns: [table.districtId, table.userId, table.id] })],
);
