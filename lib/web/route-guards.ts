import type { Permission } from "@/lib/domain/access";

/** Who may come in: anybody, anybody who is signed in, or whoever holds one of the permissions. */
export type Guard = "public" | "signed_in" | readonly Permission[];

/** Every page and route with its guard. What a guard keeps out is answered as not found, or led to sign in. */
export const ROUTE_GUARDS: Readonly<Record<string, Guard>> = {
  "app/(public)/checkup/findings/[format]/route.ts": "public",
  "app/(public)/checkup/page.tsx": "public",
  "app/(public)/help/api/page.tsx": "public",
  "app/(public)/reports/[reportId]/download/[format]/route.ts": "public",
  "app/(public)/reports/[reportId]/figures/[cellKey]/page.tsx": "public",
  "app/(public)/reports/[reportId]/page.tsx": "public",
  "app/(public)/reports/page.tsx": "public",
  "app/(public)/reports/compare/[comparisonFile]/route.ts": "public",
  "app/(public)/reports/compare/page.tsx": "public",
  "app/(public)/reports/data/[dataFile]/route.ts": "public",
  "app/(public)/reports/data/page.tsx": "public",
  "app/(public)/reports/feed/route.ts": "public",
  "app/(public)/sitemap.xml/route.ts": "public",
  "app/(public)/reports/schema/[schema]/route.ts": "public",
  "app/(public)/reports/proof/page.tsx": "public",
  "app/(public)/reports/verify/page.tsx": "public",
  "app/kit/page.tsx": "public",
  "app/(signed-in)/account/page.tsx": "signed_in",
  "app/(signed-in)/admin/connections/page.tsx": ["person:manage"],
  "app/(signed-in)/admin/cycles/[cycleId]/page.tsx": ["cycle:manage"],
  "app/(signed-in)/admin/cycles/open/page.tsx": ["cycle:manage"],
  "app/(signed-in)/admin/cycles/page.tsx": ["cycle:manage"],
  "app/(signed-in)/admin/governments/page.tsx": ["unit:manage"],
  "app/(signed-in)/admin/letterhead/[file]/route.ts": ["unit:manage"],
  "app/(signed-in)/admin/letterhead/page.tsx": ["unit:manage"],
  "app/(signed-in)/admin/operation/page.tsx": ["cycle:manage"],
  "app/(signed-in)/admin/page.tsx": ["cycle:manage"],
  "app/(signed-in)/admin/past-reports/page.tsx": ["cycle:manage"],
  "app/(signed-in)/admin/people/list/[list]/route.ts": ["person:manage"],
  "app/(signed-in)/admin/people/list/page.tsx": ["person:manage"],
  "app/(signed-in)/admin/people/page.tsx": ["person:manage"],
  "app/(signed-in)/admin/reminders/page.tsx": ["cycle:manage"],
  "app/(signed-in)/admin/rules/page.tsx": ["cycle:manage", "report:publish"],
  "app/(signed-in)/admin/units/page.tsx": ["unit:manage"],
  "app/(signed-in)/desk/[submissionId]/ledger/page.tsx": ["submission:fill", "submission:sign"],
  "app/(signed-in)/desk/[submissionId]/page.tsx": ["submission:fill", "submission:sign"],
  "app/(signed-in)/desk/[submissionId]/workbook/route.ts": ["submission:fill"],
  "app/(signed-in)/desk/hand-in/page.tsx": ["submission:fill", "submission:sign"],
  "app/(signed-in)/desk/page.tsx": ["submission:fill", "submission:sign"],
  "app/(signed-in)/history/export/route.ts": "signed_in",
  "app/(signed-in)/history/page.tsx": "signed_in",
  "app/(signed-in)/published/page.tsx": ["submission:fill", "cycle:manage", "submission:review"],
  "app/(signed-in)/report/[cycleId]/compose/page.tsx": ["report:compose"],
  "app/(signed-in)/report/[cycleId]/download/[format]/route.ts": ["report:download"],
  "app/(signed-in)/report/[cycleId]/files/[fileId]/route.ts": ["report:download"],
  "app/(signed-in)/report/[cycleId]/files/page.tsx": ["report:download"],
  "app/(signed-in)/help/page.tsx": "signed_in",
  "app/(signed-in)/report/[cycleId]/page.tsx": ["report:read"],
  "app/(signed-in)/report/[cycleId]/preview/page.tsx": ["report:read"],
  "app/(signed-in)/report/[cycleId]/release/page.tsx": ["report:download"],
  "app/(signed-in)/review/[submissionId]/ledger/page.tsx": ["history:read"],
  "app/(signed-in)/review/[submissionId]/page.tsx": ["history:read"],
  "app/(signed-in)/review/export/route.ts": ["history:read"],
  "app/(signed-in)/review/governments/page.tsx": ["history:read"],
  "app/(signed-in)/review/page.tsx": ["history:read"],
  "app/(signed-in)/review/reasons/page.tsx": ["submission:review"],
  "app/(signed-in)/review/queue/nil/page.tsx": ["submission:review"],
  "app/(signed-in)/review/queue/page.tsx": ["submission:review"],
  "app/calendar/[file]/route.ts": "public",
  "app/api/auth/[...nextauth]/route.ts": "public",
  "app/api/health/live/route.ts": "public",
  "app/api/v1/[...path]/route.ts": "public",
  "app/api/v1/openapi.json/route.ts": "public",
  "app/api/health/ready/route.ts": "public",
  "app/cycle/[cycleId]/route.ts": "signed_in",
  "app/invitation/page.tsx": "public",
  "app/page.tsx": "public",
  "app/set-password/page.tsx": "public",
  "app/set-up/page.tsx": "public",
  "app/sign-in/page.tsx": "public",
  "app/sign-in/second/page.tsx": "public",
  "app/sign-in/sso/end/route.ts": "public",
  "app/sign-in/sso/outcome/page.tsx": "public",
  "app/sign-in/sso/return/route.ts": "public",
  "app/sign-in/sso/route.ts": "public",
};

/** Addresses that answer with a file or with data instead of a page. */
const FILE_ADDRESSES = Object.keys(ROUTE_GUARDS)
  .filter((file) => file.endsWith("/route.ts"))
  .map((file) => {
    const path = file
      .replace(/^app/, "")
      .replace(/\/\([^)]+\)/g, "")
      .replace(/\/route\.ts$/, "");
    return new RegExp(`^${path.replace(/\[\.\.\.\w+\]/g, ".+").replace(/\[\w+\]/g, "[^/]+")}/?$`);
  });

/** True of an address whose answer brings its own content security policy. */
export function isFileAddress(path: string): boolean {
  return FILE_ADDRESSES.some((pattern) => pattern.test(path));
}
