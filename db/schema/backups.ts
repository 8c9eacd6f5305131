import { bigint, boolean, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { BACKUP_KINDS } from "../../lib/domain/backup";
import { moment } from "./columns";

/** Backups that were made or tried, of the whole installation; written by its owner, read by administrators. */
export const backups = pgTable("backups", {
  id: uuid("id").primaryKey(),
  kind: text("kind", { enum: BACKUP_KINDS }).notNull(),
  at: moment("at").notNull(),
  /** The machine whose file it is. */
  host: text("host").notNull(),
  path: text("path").notNull(),
  bytes: bigint("bytes", { mode: "number" }).notNull(),
  isEncrypted: boolean("is_encrypted").notNull(),
  /** Why it was not made; null when it was. */
  problem: text("problem"),
  /** When it was last restored on trial, and what was wrong then. */
  triedAt: moment("tried_at"),
  trialProblem: text("trial_problem"),
});
