import type { APIRequestContext } from "@playwright/test";
import { permissionsOf, type Role } from "../lib/domain/access";
import { type Guard, PLACES } from "../lib/web/places";
import { expect, test, type Who } from "./fixtures";

const ROLES: readonly Role[] = ["submitter", "head", "reviewer", "editor", "director", "admin", "auditor"];

type Ids = Readonly<Record<string, string>>;

/** The address of a page or route of the list, with ids of the demonstration in its places. */
function addressOf(file: string, ids: Ids): string {
  const path = file
    .replace(/^app/, "")
    .replace(/\/\([^)]+\)/g, "")
    .replace(/\/(?:page\.tsx|route\.ts)$/, "");
  return path.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_all, name: string) => ids[name] ?? name) || "/";
}

function isAllowed(guard: Guard, role: Role): boolean {
  if (guard === "public" || guard === "signed_in") return true;
  const held = permissionsOf([{ organisationId: "any", role }]);
  return guard.some((permission) => held.includes(permission));
}

/** Pages that lead on instead of showing something, and next-auth's own addresses. */
const ELSEWHERE = new Set([
  "app/page.tsx",
  "app/sign-in/page.tsx",
  "app/set-up/page.tsx",
  "app/set-password/page.tsx",
  "app/api/auth/[...nextauth]/route.ts",
  "app/cycle/[cycleId]/route.ts",
]);

const doors = Object.entries(PLACES).filter(([file]) => !ELSEWHERE.has(file));

const ID = "([0-9a-f-]{36})";

/** Ids as each person's pages show them: a section of the own unit, one that waits, the year, a published report. */
async function findIds(open: (who: Who) => Promise<APIRequestContext>): Promise<Readonly<Record<string, Ids>>> {
  const find = async (who: Who, path: string, pattern: string): Promise<string> => {
    const answer = await (await open(who)).get(path);
    return (await answer.text()).match(new RegExp(pattern))?.[1] ?? `nothing in ${path}`;
  };
  const shared = {
    cycleId: await find("editor", "/review", `/report/${ID}`),
    reportId: await find("editor", "/reports", `/reports/${ID}`),
    format: "json",
    cellKey: "requests.received.total",
  };
  return {
    submitter: { ...shared, submissionId: await find("submitter", "/desk", `/desk/${ID}`) },
    head: { ...shared, submissionId: await find("head", "/desk", `/desk/${ID}`) },
    office: { ...shared, submissionId: await find("reviewer", "/review/queue", `/review/${ID}`) },
  };
}

test("each role gets through its own doors and finds nothing behind the others", async ({ requestAs }) => {
  test.setTimeout(300_000);
  const ids = await findIds(requestAs);
  const wrong: string[] = [];
  for (const role of ROLES) {
    const context = await requestAs(role);
    for (const [file, guard] of doors) {
      const address = addressOf(file, ids[role] ?? ids.office ?? {});
      const status = (await context.get(address)).status();
      const expected = isAllowed(guard, role) ? 200 : 404;
      if (status !== expected) wrong.push(`${role} ${address}: ${status}, not ${expected}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("somebody who is not signed in is led to sign in, and reads what is public", async ({ requestAs }) => {
  const ids = (await findIds(requestAs)).office ?? {};
  const nobody = await requestAs("nobody");
  const wrong: string[] = [];
  for (const [file, guard] of doors) {
    const address = addressOf(file, ids);
    const answer = await nobody.get(address);
    const leadsToSignIn = [303, 307].includes(answer.status()) && /\/sign-in/.test(answer.headers().location ?? "");
    const isRight = guard === "public" ? answer.status() === 200 : leadsToSignIn;
    if (!isRight) wrong.push(`${address}: ${answer.status()} ${answer.headers().location ?? ""}`);
  }
  expect(wrong).toEqual([]);
});

test("another unit's section and another district's year are not found", async ({ requestAs }) => {
  const ids = await findIds(requestAs);
  const section = ids.submitter?.submissionId ?? "";
  const cycleId = ids.office?.cycleId ?? "";
  expect([section, cycleId]).toEqual([expect.stringMatching(`^${ID}$`), expect.stringMatching(`^${ID}$`)]);
  const attempts: readonly (readonly [Who, string])[] = [
    ["otherSubmitter", `/desk/${section}`],
    ["otherSubmitter", `/review/${section}`],
    ["foreignReviewer", `/review/${section}`],
    ["foreignReviewer", `/report/${cycleId}`],
    ["foreignReviewer", `/report/${cycleId}/download/pdf`],
    ["submitter", "/desk/00000000-0000-4000-8000-000000000000"],
    ["submitter", "/desk/nothing"],
    ["editor", "/report/nothing"],
  ];
  for (const [who, address] of attempts) {
    const answer = await (await requestAs(who)).get(address);
    expect([who, address, answer.status()]).toEqual([who, address, 404]);
  }
});
