import type { ActionRow, ActionTable } from "./action-row";
import { CYCLE_ACTIONS } from "./cycle-actions";
import { HARMLESS_ACTIONS } from "./harmless-actions";
import { PEOPLE_ACTIONS } from "./people-actions";
import { PUBLISHED_ACTIONS } from "./published-actions";
import { REPORT_ACTIONS } from "./report-actions";
import { REVIEW_ACTIONS } from "./review-actions";
import { SECTION_ACTIONS } from "./section-actions";
import { SETTING_ACTIONS } from "./setting-actions";
import { UNIT_ACTIONS } from "./unit-actions";

const TABLES: readonly ActionTable[] = [
  CYCLE_ACTIONS,
  UNIT_ACTIONS,
  PEOPLE_ACTIONS,
  SETTING_ACTIONS,
  SECTION_ACTIONS,
  REVIEW_ACTIONS,
  REPORT_ACTIONS,
  PUBLISHED_ACTIONS,
  HARMLESS_ACTIONS,
];

/** Every server action of the product with who may carry it out. */
export const ALL_ACTIONS: readonly { file: string; name: string; row: ActionRow }[] = TABLES.flatMap((table) =>
  Object.entries(table).flatMap(([file, rows]) => Object.entries(rows).map(([name, row]) => ({ file, name, row }))),
);
