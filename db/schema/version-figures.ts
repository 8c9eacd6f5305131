import { foreignKey, numeric, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { districtId } from "./columns";
import { versions } from "./versions";

/**
 * The non-zero typed figures of a version, for summing. A cell of an approved version that is not here is zero: a
 * version cannot be submitted with a blank. The version's content holds every cell.
 */
export const versionFigures = pgTable(
  "version_figures",
  {
    districtId: districtId(),

    versionId: uuid("version_id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    cellKey: text("cell_key").notNull(),
    value: numeric("value").notNull(),
  },
  (table) => [
    primaryKey({ name: "version_figures_pkey", columns: [table.districtId, table.versionId, table.cellKey] }),
    foreignKey({
      name: "version_figures_version_fkey",
      columns: [table.districtId, table.versionId],
      foreignColumns: [versions.districtId, versions.id],
    }),
  ],
);
