import type { Locator } from "@playwright/test";
import { findIds } from "./doors";
import { expect, PASSWORD, test } from "./fixtures";
import { SectionPage } from "./pages/section-page";

const PHONE = { width: 390, height: 844 };

test("the overview is a list by unit on a phone, each section with its name and state", async ({ as }) => {
  const page = await as("reviewer");
  await page.setViewportSize(PHONE);
  await page.goto("/review");
  const unit = page.getByRole("row").filter({ hasText: "财政局" });
  const section = unit.getByRole("link", { name: /依申请公开.*通过/ });
  await expect(section).toBeVisible();
  const box = await section.boundingBox();
  expect(box?.width).toBeGreaterThan(300);
  expect(box?.height).toBeGreaterThanOrEqual(44);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE.width);
});

for (const language of ["zh-CN", "en"] as const) {
  test(`no section scrolls sideways on a phone, whatever became of it, in ${language}`, async ({ as, baseURL }) => {
    for (const who of ["submitter", "enforcement", "head"] as const) {
      const page = await as(who);
      await page.setViewportSize(PHONE);
      await page.context().addCookies([{ name: "NIANBAO_LANG", value: language, url: baseURL ?? "" }]);
      await page.goto("/desk");
      const links = await page
        .locator("main a[href^='/desk/']")
        .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
      for (const address of new Set(links)) {
        await page.goto(address);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, `${who} ${address}`).toBeLessThanOrEqual(PHONE.width);
      }
    }
  });
}

test("a wide table leaves its figures more than half of a phone, with the heads in whole words", async ({
  as,
  requestAs,
}) => {
  const page = await as("reviewer");
  await page.setViewportSize(PHONE);
  const { submissionId = "" } = (await findIds(requestAs)).office ?? {};
  await page.goto(`/review/${submissionId}`);
  await page.goto("/review");
  await page
    .getByRole("row")
    .filter({ hasText: "工委管委办公室" })
    .getByRole("link", { name: /依申请公开/ })
    .click();
  await expect(page.getByRole("columnheader", { name: "自然人" })).toBeVisible();
  const corner = await page.locator("th[data-role='corner']").first().boundingBox();
  expect(corner?.width).toBeLessThan(PHONE.width * 0.5);
  for (const name of ["自然人", "总计"]) {
    const head = page.getByRole("columnheader", { name, exact: true });
    const lines = await head.evaluate((cell) => {
      const text = document.createRange();
      text.selectNodeContents(cell);
      return new Set([...text.getClientRects()].map((line) => Math.round(line.top))).size;
    });
    expect(lines, name).toBe(1);
  }
});

test("a wide form shows on a phone the chosen column and its total, each under its own head", async ({ as }) => {
  const clerk = new SectionPage(await as("submitter"));
  await clerk.page.setViewportSize(PHONE);
  await clerk.open("收到和处理政府信息公开申请情况");
  const table = clerk.page.locator("table[data-phone='one']");
  const row = table
    .locator("tbody tr")
    .filter({ has: clerk.page.locator("td[data-input]:visible") })
    .first();
  const placesOf = async (cells: Locator) => {
    const found = await cells.evaluateAll((all) =>
      all.map((cell) => {
        const { left, right } = cell.getBoundingClientRect();
        return { text: cell.textContent, left: Math.round(left), right: Math.round(right) };
      }),
    );
    return found.toSorted((one, other) => one.left - other.left);
  };
  for (const column of ["自然人", "商业企业"]) {
    await clerk.page.getByLabel("填哪一列").selectOption({ label: column });
    const heads = table.locator("thead th:visible");
    await expect(heads.filter({ hasText: column })).toBeVisible();
    const [placed, figures] = [await placesOf(heads), await placesOf(row.locator("td:visible"))];
    expect(placed.map(({ text }) => text)).toEqual([column, "总计"]);
    expect(placed.map(({ left, right }) => [left, right])).toEqual(figures.map(({ left, right }) => [left, right]));
  }
});

test("what is blank on a phone is the figure, not its label; the bar begins with its words", async ({ as }) => {
  const page = await as({ account: "司法办公室填报人", password: PASSWORD });
  await page.setViewportSize(PHONE);
  await page.goto("/desk");
  await page
    .getByRole("link", { name: /^(?:继续|开始)/ })
    .first()
    .click();
  const cell = page.locator("td[data-value='blank']").first();
  await expect(cell).toBeVisible();
  expect(await cell.evaluate((box) => getComputedStyle(box).backgroundImage)).toBe("none");
  expect(await cell.getByRole("textbox").evaluate((input) => getComputedStyle(input).backgroundImage)).toContain(
    "gradient",
  );
  const gap = await page.getByRole("region", { name: "保存和提交" }).evaluate((bar) => {
    const inside = bar.firstElementChild;
    const words = inside?.querySelector("[data-state]");
    return (words?.getBoundingClientRect().top ?? 0) - (inside?.getBoundingClientRect().top ?? 0);
  });
  expect(gap).toBeLessThanOrEqual(11);
});
