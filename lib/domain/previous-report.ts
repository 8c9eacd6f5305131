import type { InterchangeReport } from "@/lib/domain/interchange";
import { bodyOf } from "@/lib/domain/subject-of-interchange";

/** Why a report cannot be held against another as the year before it. */
export type NotCompared = "other_year" | "other_body" | "body_unknown";

/** Null where `previous` is the same body's report of the year before. Two reports without a name are not of one body. */
export function whyNotCompared(report: InterchangeReport, previous: InterchangeReport): NotCompared | null {
  if (previous.year !== report.year - 1) return "other_year";
  const [body, previousBody] = [bodyOf(report), bodyOf(previous)];
  if (body === "" || previousBody === "") return "body_unknown";
  return body === previousBody ? null : "other_body";
}
