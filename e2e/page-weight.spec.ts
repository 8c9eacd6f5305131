import { createScales } from "../scripts/testing/page-weight";
import { addressOf, findIds, pages } from "./doors";
import { ACCOUNTS, expect, test, type Who } from "./fixtures";

/** Of style sheets, on any page, as the app sends them. */
const MOST_OF_SHEETS = 14_000;

/**
 * Of scripts: pages to be read, pages with forms, and the few that bring more with them: cells that are saved as they are
 * typed with the rules that check them, and the writing desk. Whoever adds a package or the rules to a page sees it here.
 */
const MOST_OF_SCRIPTS: readonly [page: RegExp, bytes: number][] = [
  [/^app\/\(public\)\/reports\/(?!proof|verify)/, 126_000],
  [/^app\/\(signed-in\)\/desk\/\[submissionId\]\//, 256_000],
  [/\/compose\//, 318_000],
  [/^app\/\(signed-in\)\/review\/\[submissionId\]\//, 177_000],
  [/^app\/\(signed-in\)\/report\/\[cycleId\]\/page/, 163_000],
  [/^app\/kit\//, 175_000],
  [/./, 154_000],
];

const ROLES = ["submitter", "head", "reviewer", "editor", "director", "admin", "auditor"] as const satisfies Who[];

test("no page of any role loads more of sheets and scripts than it may", async ({ requestAs, baseURL }) => {
  const ids = await findIds(requestAs);
  const weigh = createScales(baseURL ?? "");
  const tooHeavy: string[] = [];
  const unopened = new Set([...pages.map(([file]) => file), "/sign-in", "/set-password", "/no-such-page"]);

  const visit = async (file: string, address: string, cookie: string, who: string): Promise<void> => {
    const { status, sheets, scripts } = await weigh(address, cookie);
    if (status >= 300 && file !== "/no-such-page") return;
    unopened.delete(file);
    const most = MOST_OF_SCRIPTS.find(([page]) => page.test(file))?.[1] ?? 0;
    if (sheets > MOST_OF_SHEETS) tooHeavy.push(`${file} for ${who}: ${sheets} bytes of sheets`);
    if (scripts > most) tooHeavy.push(`${file} for ${who}: ${scripts} bytes of scripts, not ${most}`);
    expect(sheets, `sheets of ${file}`).toBeGreaterThan(5_000);
    expect(scripts, `scripts of ${file}`).toBeGreaterThan(50_000);
  };

  for (const file of ["/sign-in", "/set-password", "/no-such-page"]) await visit(file, file, "", "nobody");
  for (const [file] of pages) await visit(file, addressOf(file, ids.office ?? {}), "", "nobody");
  for (const who of ROLES) {
    const { cookies } = await (await requestAs(who)).storageState();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    for (const [file] of pages) await visit(file, addressOf(file, ids[who] ?? ids.office ?? {}), cookie, ACCOUNTS[who]);
  }
  expect(tooHeavy).toEqual([]);
  expect([...unopened]).toEqual([]);
});
