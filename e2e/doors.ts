import type { APIRequestContext } from "@playwright/test";
import { ROUTE_GUARDS } from "../lib/web/route-guards";
import type { Who } from "./fixtures";

export type Ids = Readonly<Record<string, string>>;

/** The address of a page or route of the list, with ids of the demonstration in its places. */
export function addressOf(file: string, ids: Ids): string {
  const path = file
    .replace(/^app/, "")
    .replace(/\/\([^)]+\)/g, "")
    .replace(/\/(?:page\.tsx|route\.ts)$/, "");
  return path.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_all, name: string) => ids[name] ?? name) || "/";
}

/** Pages that lead on instead of showing something, and next-auth's own addresses. */
const ELSEWHERE = new Set([
  "app/page.tsx",
  "app/sign-in/page.tsx",
  "app/sign-in/second/page.tsx",
  "app/sign-in/sso/end/route.ts",
  "app/sign-in/sso/return/route.ts",
  "app/sign-in/sso/route.ts",
  "app/set-up/page.tsx",
  "app/invitation/page.tsx",
  "app/set-password/page.tsx",
  "app/api/auth/[...nextauth]/route.ts",
  // Its calls are tried one by one with tokens.
  "app/api/v1/[...path]/route.ts",
  "app/cycle/[cycleId]/route.ts",
  // Its address is one person's secret.
  "app/calendar/[file]/route.ts",
  // Takes what was sent and answers with a file; there is nothing to open.
  "app/(public)/checkup/findings/[format]/route.ts",
  // Only a section with tables that is being filled in has one.
  "app/(signed-in)/desk/[submissionId]/workbook/route.ts",
  // Only the section with table three has one; its own journey looks at it.
  "app/(signed-in)/desk/[submissionId]/ledger/page.tsx",
  "app/(signed-in)/review/[submissionId]/ledger/page.tsx",
  // There is none before somebody has asked for it.
  "app/(signed-in)/report/[cycleId]/files/[fileId]/route.ts",
]);

/** Every page and route that shows something, with its guard. */
export const doors = Object.entries(ROUTE_GUARDS).filter(([file]) => !ELSEWHERE.has(file));

/** Those of them that are pages. */
export const pages = doors.filter(([file]) => file.endsWith("page.tsx"));

export const ID = "([0-9a-f-]{36})";

/** Ids as each person's pages show them: a section of the own unit, one that waits, the year, a published report. */
export async function findIds(open: (who: Who) => Promise<APIRequestContext>): Promise<Readonly<Record<string, Ids>>> {
  const find = async (who: Who, path: string, pattern: string): Promise<string> => {
    const answer = await (await open(who)).get(path);
    return (await answer.text()).match(new RegExp(pattern))?.[1] ?? `nothing in ${path}`;
  };
  const shared = {
    cycleId: await find("editor", "/review", `/report/${ID}`),
    reportId: await find("editor", "/reports", `/reports/${ID}`),
    format: "json",
    file: "sample",
    list: "people.csv",
    dataFile: "reports.json",
    comparisonFile: "figures.csv",
    schema: "nianbao-report.xsd",
    cellKey: "requests.received.total",
  };
  return {
    submitter: { ...shared, submissionId: await find("submitter", "/desk", `/desk/${ID}`) },
    head: { ...shared, submissionId: await find("head", "/desk", `/desk/${ID}`) },
    office: { ...shared, submissionId: await find("reviewer", "/review/queue", `/review/${ID}`) },
  };
}
