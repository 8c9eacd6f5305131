import { permissionsOf, type Role } from "../lib/domain/access";
import { reportTitle } from "../lib/domain/compose-report";
import type { Guard } from "../lib/web/route-guards";
import { addressOf, doors, findIds, ID } from "./doors";
import { expect, test, type Who } from "./fixtures";

const ROLES: readonly Role[] = ["submitter", "head", "reviewer", "editor", "director", "admin", "auditor"];

function isAllowed(guard: Guard, role: Role): boolean {
  if (guard === "public" || guard === "signed_in") return true;
  const held = permissionsOf([{ organisationId: "any", role }]);
  return guard.some((permission) => held.includes(permission));
}

test("each role gets through its own doors and finds nothing behind the others", async ({ requestAs }) => {
  test.setTimeout(1_500_000);
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
  const cover = (await (await nobody.get("/sign-in")).text()).replaceAll("<wbr/>", "");
  expect(cover).toContain(reportTitle("青岛前湾保税港区", 2019));
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
    ["foreignReviewer", `/report/${cycleId}/files`],
    ["submitter", "/desk/00000000-0000-4000-8000-000000000000"],
    ["submitter", "/desk/nothing"],
    ["editor", "/report/nothing"],
  ];
  for (const [who, address] of attempts) {
    const answer = await (await requestAs(who)).get(address);
    expect([who, address, answer.status()]).toEqual([who, address, 404]);
  }
});

test("a form of another site carries nothing out", async ({ request, baseURL }) => {
  const page = await (await request.get("/reports")).text();
  const action = page.match(/name="(\$ACTION_ID_[0-9a-f]+)"/)?.[1] ?? "";
  const send = (origin: string) =>
    request.post("/reports", {
      multipart: { [action]: "", language: "en" },
      headers: { Origin: origin },
      maxRedirects: 0,
    });
  const own = await send(baseURL ?? "");
  expect(own.headers()["set-cookie"]).toContain("NIANBAO_LANG=en");
  const foreign = await send("https://elsewhere.example");
  expect(foreign.ok()).toBe(false);
  expect(foreign.headers()["set-cookie"]).toBeUndefined();
});
