import type { Page } from "@playwright/test";
import { inspect } from "./axe";
import { addressOf, findIds, type Ids, pages } from "./doors";
import { expect, test, type Who } from "./fixtures";

/** Who can open which pages best: the unit's people their own, the office its, the administrator the rest. */
function whoOpens(file: string): Who {
  if (file.includes("/desk")) return "submitter";
  if (file.includes("/admin")) return "admin";
  if (file.includes("/compose")) return "editor";
  return "reviewer";
}

/** Sideways room that the page as a whole takes beyond the window; tables may scroll inside themselves. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

for (const language of ["zh-CN", "en"] as const) {
  test(`axe finds nothing and no page scrolls sideways, in ${language}`, async ({ as, requestAs, browser }) => {
    test.setTimeout(1_500_000);
    const ids = await findIds(requestAs);
    const opened = new Map<Who | "nobody", Page>();
    opened.set("nobody", await (await browser.newContext()).newPage());
    const wrong: string[] = [];

    const visit = async (who: Who | "nobody", address: string): Promise<void> => {
      const page = opened.get(who) ?? (await as(who as Who));
      opened.set(who, page);
      await page
        .context()
        .addCookies([{ name: "NIANBAO_LANG", value: language, url: test.info().project.use.baseURL ?? "" }]);
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.goto(address);
      wrong.push(...(await inspect(page, address)));
      const wide = await overflowOf(page);
      if (wide > 0) wrong.push(`${address}: ${wide} px sideways at 1366`);
      await page.setViewportSize({ width: 390, height: 844 });
      const narrow = await overflowOf(page);
      if (narrow > 0) wrong.push(`${address}: ${narrow} px sideways at 390`);
    };

    for (const [file, guard] of pages) {
      const who = guard === "public" ? "nobody" : whoOpens(file);
      const own: Ids = (who === "submitter" ? ids.submitter : ids.office) ?? {};
      await visit(who, addressOf(file, own));
    }
    const open = [
      "/sign-in",
      "/set-password",
      "/invitation?code=void",
      "/sign-in/sso/outcome?is=waiting",
      "/no-such-page",
    ];
    for (const address of open) await visit("nobody", address);
    await opened.get("nobody")?.context().close();
    expect(wrong).toEqual([]);
  });
}
