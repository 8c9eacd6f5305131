import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { FileProblemSchema, KEPT_FILE_STATES, PrintChoicesSchema } from "../../lib/domain/kept-file";
import { ReportDocumentSchema } from "../../lib/domain/report-document";
import { districtId, fileBytes, moment } from "./columns";
import { reports } from "./reports";
import { storedJson } from "./stored-json";

/** Files of reports that take long to write: what is asked for, how far it is, and the file once it is there. */
export const keptFiles = pgTable(
  "kept_files",
  {
    districtId: districtId(),

    id: uuid("id").notNull(),
    reportId: uuid("report_id").notNull(),
    /** What the file is made of: document, file type, choices and template in one hash. */
    key: text("key").notNull(),
    documentHash: text("document_hash").notNull(),
    format: text("format").notNull(),
    choices: storedJson("kept_files.choices", PrintChoicesSchema).notNull(),
    letterheadId: uuid("letterhead_id"),
    isDraft: boolean("is_draft").notNull(),
    /** The report as it was when the file was asked for; gone when the file is there. */
    document: storedJson("kept_files.document", ReportDocumentSchema),
    state: text("state", { enum: KEPT_FILE_STATES }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    partsDone: integer("parts_done").notNull().default(0),
    partsTotal: integer("parts_total").notNull().default(1),
    problem: storedJson("kept_files.problem", FileProblemSchema),
    askedByName: text("asked_by_name").notNull(),
    askedAt: moment("asked_at").notNull(),
    finishedAt: moment("finished_at"),
    file: fileBytes("file"),
  },
  (table) => [
    primaryKey({ name: "kept_files_pkey", columns: [table.districtId, table.id] }),
    unique("kept_files_key_key").on(table.districtId, table.key),
    foreignKey({
      name: "kept_files_report_fkey",
      columns: [table.districtId, table.reportId],
      foreignColumns: [reports.districtId, reports.id],
    }),
    index("kept_files_open_idx").on(table.state, table.askedAt),
  ],
);
