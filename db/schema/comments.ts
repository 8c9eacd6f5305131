import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { COMMENT_REPLIES } from "../../lib/domain/comment";
import { districtId, moment } from "./columns";
import { submissions } from "./submissions";

/** What a reviewer says about a cell or paragraph of a version; sent with the return. */
export const comments = pgTable(
  "comments",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    submissionId: uuid("submission_id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    versionNumber: integer("version_number").notNull(),
    /** A cell key, or `paragraph:` and a heading key. */
    anchor: text("anchor").notNull(),
    /** What stood there when the comment was made. */
    quote: text("quote").notNull(),
    body: text("body").notNull(),
    authorId: uuid("author_id").notNull(),
    authorName: text("author_name").notNull(),
    createdAt: moment("created_at").notNull(),
    /** Null until the return that carries it. */
    sentAt: moment("sent_at"),
    /** When the unit answered it, and what it said. */
    resolvedAt: moment("resolved_at"),
    resolvedByName: text("resolved_by_name"),
    reply: text("reply", { enum: COMMENT_REPLIES }),
    replyText: text("reply_text").notNull().default(""),
    /** When the office took the answer; an approval takes all that are left. */
    settledAt: moment("settled_at"),
    settledByName: text("settled_by_name"),
  },
  (table) => [
    primaryKey({ name: "comments_pkey", columns: [table.districtId, table.id] }),
    foreignKey({
      name: "comments_submission_fkey",
      columns: [table.districtId, table.submissionId],
      foreignColumns: [submissions.districtId, submissions.id],
    }),
    index("comments_submission_idx").on(table.districtId, table.submissionId),
  ],
);
