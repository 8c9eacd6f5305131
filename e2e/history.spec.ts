import { readFile } from "node:fs/promises";
import { expect, PASSWORD, test } from "./fixtures";

test("the auditor finds who did what, by unit, kind and person, and the seal is said to hold", async ({ as }) => {
  const page = await as("auditor");
  await page.goto("/history");
  await expect(page.getByText("记录完整。")).toBeVisible();

  await page.getByLabel("单位", { exact: true }).selectOption({ label: "行政审批服务局" });
  for (const kind of [
    "提交、撤回",
    "审核、通过",
    "修改",
    "说明",
    "延期、提醒",
    "汇总调整",
    "定稿、发布",
    "单位、人员、年度",
  ]) {
    await page.getByRole("checkbox", { name: kind }).uncheck();
  }
  await page.getByRole("button", { name: "查找" }).click();
  await expect(page).toHaveURL(/kind=returned/);
  await expect(page.getByText(/退回行政审批服务局“二、主动公开”/)).toBeVisible();
  await expect(page.locator("main li").filter({ hasText: "签字并提交" })).toHaveCount(0);

  await page
    .getByText(/退回行政审批服务局“二、主动公开”/)
    .getByRole("link", { name: "第1版" })
    .click();
  await expect(page).toHaveURL(/\/review\/[0-9a-f-]{36}\?version=1/);
  await expect(page.getByText("您看的是第1版，要审的是第2版。")).toBeVisible();

  await page.goto("/history");
  await page.getByLabel("谁", { exact: true }).selectOption({ label: "应急管理局部门负责人" });
  await page.getByRole("button", { name: "查找" }).click();
  const events = page.locator("main ol > li");
  await expect(events.first()).toContainText("应急管理局部门负责人");
  await expect(events.filter({ hasNotText: "应急管理局部门负责人" })).toHaveCount(0);
});

test("the whole record is read in pages and downloaded", async ({ as }) => {
  const page = await as("auditor");
  await page.goto("/history");
  const total = Number(/共 (\d+) 条/.exec((await page.getByText(/^只增不改。/).textContent()) ?? "")?.[1]);
  let seen = await page.locator("main ol > li").count();
  while (await page.getByRole("link", { name: "更早的记录" }).isVisible()) {
    await Promise.all([page.waitForURL(/before=/), page.getByRole("link", { name: "更早的记录" }).click()]);
    await expect(page.getByRole("link", { name: "回到最新" })).toBeVisible();
    seen += await page.locator("main ol > li").count();
  }
  expect(seen).toBeGreaterThanOrEqual(total);
  await expect(page.getByText("完成初装")).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "导出" }).click(),
  ]);
  const text = await readFile((await download.path()) ?? "", "utf8");
  expect(text.trim().split("\r\n").length).toBeGreaterThan(total);
  expect(text).toContain("退回行政审批服务局“三、依申请公开”第1版");
});

test("a unit reads its own history, and nothing of others or of what reviewers note", async ({ as }) => {
  const page = await as({ account: "财政局填报人", password: PASSWORD });
  await page.goto("/history");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("本单位的记录");
  await expect(page.locator("main ol > li").first()).toBeVisible();
  await expect(page.getByText("行政审批服务局")).toHaveCount(0);
  await expect(page.getByText("核验记录")).toHaveCount(0);
});
