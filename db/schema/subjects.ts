import { pgTable, text } from "drizzle-orm/pg-core";
import { districtId } from "./columns";

/** In which district somebody whom an identity provider knows is looked for: signing in by it asks here first. */
export const subjects = pgTable("subjects", {
  subject: text("subject").primaryKey(),
  districtId: districtId(),
});
