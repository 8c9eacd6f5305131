import { findIds } from "./doors";
import { expect, test } from "./fixtures";

test("on paper a chart keeps its bars and a heading stays with what it heads", async ({ page, requestAs }) => {
  const { reportId } = (await findIds(requestAs)).office ?? {};
  await page.goto(`/reports/${reportId}`);
  await page.emulateMedia({ media: "print" });
  const bars = page.locator("#requests figure i");
  await expect(bars).not.toHaveCount(0);
  const colours = await bars.evaluateAll((all) => all.map((bar) => getComputedStyle(bar).printColorAdjust));
  expect(new Set(colours)).toEqual(new Set(["exact"]));
  const headings = await page
    .getByRole("article")
    .getByRole("heading", { level: 2 })
    .evaluateAll((all) => all.map((heading) => getComputedStyle(heading).breakAfter));
  expect(new Set(headings)).toEqual(new Set(["avoid"]));
  await expect(page.getByText("展开完整表格")).toBeHidden();
});

test("the preview, too, prints its bars and keeps a heading with what it heads", async ({ as, requestAs }) => {
  const { cycleId } = (await findIds(requestAs)).office ?? {};
  const page = await as("reviewer");
  await page.goto(`/report/${cycleId}/preview`);
  await page.emulateMedia({ media: "print" });
  const article = page.getByRole("article");
  // Bars are drawn as figures of a picture, which prints whatever the settings for backgrounds are.
  await expect(article.locator("figure svg rect")).not.toHaveCount(0);
  const headings = await article
    .getByRole("heading", { level: 2 })
    .evaluateAll((all) => all.map((heading) => getComputedStyle(heading).breakAfter));
  expect(new Set(headings)).toEqual(new Set(["avoid"]));
  const parts = await article
    .locator("tr, figure")
    .evaluateAll((all) => all.map((part) => getComputedStyle(part).breakInside));
  expect(new Set(parts)).toEqual(new Set(["avoid"]));
});

test("what is only to be pressed is not printed", async ({ as }) => {
  const page = await as("reviewer");
  await page.goto("/review");
  const buttons = page.getByRole("main").getByRole("button");
  await expect(buttons.first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(buttons.filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
});
