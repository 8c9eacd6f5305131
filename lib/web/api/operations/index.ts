import type { Operation } from "@/lib/web/api/operation";
import { PUBLIC_OPERATIONS } from "@/lib/web/api/operations/public";
import { REPORT_WORK } from "@/lib/web/api/operations/report-work";
import { REPORT_OPERATIONS } from "@/lib/web/api/operations/reports";
import { REVIEW_OPERATIONS } from "@/lib/web/api/operations/reviews";
import { SECTION_MOVES } from "@/lib/web/api/operations/section-moves";
import { SECTION_OPERATIONS } from "@/lib/web/api/operations/sections";
import { YEAR_OPERATIONS } from "@/lib/web/api/operations/years";

/** Every call of the interface: the route answers them, the document describes them, the tests try them. */
export const OPERATIONS: readonly Operation[] = [
  ...PUBLIC_OPERATIONS,
  ...YEAR_OPERATIONS,
  ...SECTION_OPERATIONS,
  ...SECTION_MOVES,
  ...REVIEW_OPERATIONS,
  ...REPORT_OPERATIONS,
  ...REPORT_WORK,
];
