import { foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { PackedRowsSchema } from "../../lib/domain/ledger/ledger-row";
import {
  LedgerChangesSchema,
  LedgerColumnsSchema,
  LedgerCountsSchema,
  LedgerSheetsSchema,
  LedgerWordsSchema,
} from "../../lib/domain/ledger/stored-ledger";
import { districtId, moment } from "./columns";
import { organisations } from "./organisations";
import { storedJson } from "./stored-json";
import { submissions } from "./submissions";

/** The ledger that a unit's table three was counted from: of each request only days, kind, outcome and its line. */
export const requestLedgers = pgTable(
  "request_ledgers",
  {
    districtId: districtId(),

    submissionId: uuid("submission_id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    sheets: storedJson("request_ledgers.sheets", LedgerSheetsSchema).notNull(),
    rows: storedJson("request_ledgers.rows", PackedRowsSchema).notNull(),
    rowCount: integer("row_count").notNull(),
    counts: storedJson("request_ledgers.counts", LedgerCountsSchema).notNull(),
    /** What stood in the cells before, so that taking it can be undone. */
    changes: storedJson("request_ledgers.changes", LedgerChangesSchema).notNull(),
    hash: text("hash").notNull(),
    takenBy: uuid("taken_by").notNull(),
    takenByName: text("taken_by_name").notNull(),
    takenAt: moment("taken_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "request_ledgers_pkey", columns: [table.districtId, table.submissionId] }),
    foreignKey({
      name: "request_ledgers_submission_fkey",
      columns: [table.districtId, table.submissionId],
      foreignColumns: [submissions.districtId, submissions.id],
    }),
  ],
);

/** How a unit's ledgers are read: which column is which and what its words mean, kept for the next year. */
export const ledgerChoices = pgTable(
  "ledger_choices",
  {
    districtId: districtId(),

    organisationId: uuid("organisation_id").notNull(),
    columns: storedJson("ledger_choices.columns", LedgerColumnsSchema).notNull(),
    words: storedJson("ledger_choices.words", LedgerWordsSchema).notNull(),
    updatedBy: uuid("updated_by").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "ledger_choices_pkey", columns: [table.districtId, table.organisationId] }),
    foreignKey({
      name: "ledger_choices_organisation_fkey",
      columns: [table.districtId, table.organisationId],
      foreignColumns: [organisations.districtId, organisations.id],
    }),
  ],
);
