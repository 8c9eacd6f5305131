import type { Page } from "@playwright/test";
import { inspect } from "./axe";
import { expect, test } from "./fixtures";

async function openKit(page: Page, language = "zh-CN"): Promise<void> {
  const url = test.info().project.use.baseURL ?? "";
  await page.context().addCookies([{ name: "NIANBAO_LANG", value: language, url }]);
  await page.goto("/kit");
  await expect(page.getByRole("heading", { level: 1, name: "Kit" })).toBeVisible();
}

for (const language of ["zh-CN", "en"]) {
  test(`axe finds nothing on the kit and on what opens over it, in ${language}`, async ({ page }) => {
    await openKit(page, language);
    const wrong = await inspect(page, "kit");
    for (const name of ["Dialog", "Dialog lg", "Drawer", "Popover"]) {
      await page.getByRole("button", { name, exact: true }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      wrong.push(...(await inspect(page, name)));
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
    }
    await page.getByRole("button", { name: "ErrorSummary", exact: true }).click();
    await expect(page.locator('a[href="#kit-text"]')).toBeVisible();
    wrong.push(...(await inspect(page, "ErrorSummary")));
    expect(wrong).toEqual([]);
  });
}

test("the kit keeps its edges and its ring of the focus where the system gives the colours", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openKit(page);
  expect(await inspect(page, "kit in forced colours")).toEqual([]);
  const fields = page.locator("main :is(input, select, textarea):not([type=hidden], [type=file], :disabled)");
  const without = await fields.evaluateAll((all) =>
    all.flatMap((field) => {
      const { borderTopStyle, borderTopWidth, appearance } = getComputedStyle(field);
      const hasEdge = (borderTopStyle !== "none" && Number.parseFloat(borderTopWidth) > 0) || appearance === "auto";
      return hasEdge ? [] : [field.id || field.outerHTML.slice(0, 80)];
    }),
  );
  expect(without).toEqual([]);
  const field = page.locator("#kit-text");
  await field.focus();
  expect(await field.evaluate((node) => getComputedStyle(node).outlineStyle)).toBe("solid");
});

test("the kit can be printed: nothing lies over it and nothing is cut at its side", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await openKit(page);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await inspect(page, "kit on paper")).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBe(0);
});

test("English is set in a Latin face, Chinese in a Chinese one", async ({ page }) => {
  const firstFace = () => page.evaluate(() => getComputedStyle(document.body).fontFamily.split(",")[0]);
  await openKit(page, "en");
  expect(await firstFace()).toContain("Segoe UI");
  await openKit(page, "zh-CN");
  expect(await firstFace()).toContain("PingFang SC");
});
