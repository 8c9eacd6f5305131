import { HEAD_STATEMENTS, type HeadAnswer } from "@/lib/domain/head-statement";

/** What a head answers who has nothing to reserve. */
export const ALL_HOLD: HeadAnswer[] = HEAD_STATEMENTS.map((statement) => ({ statement, holds: true, reason: null }));
