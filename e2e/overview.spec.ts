import { readFile } from "node:fs/promises";
import { expect, PASSWORD, test } from "./fixtures";

const clerk = (unit: string) => ({ account: `${unit}填报人`, password: PASSWORD });

test("the office sees who is late, reminds them, and they see it on their desk", async ({ as }) => {
  const page = await as("reviewer");
  await page.goto("/review");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/33 项任务通过了 \d+ 项/);
  await expect(page.getByRole("img", { name: /^提交与通过的进度/ })).toBeVisible();

  await page.getByRole("link", { name: /^逾期 \d/ }).click();
  await expect(page).toHaveURL(/show=late/);
  const rows = page.getByRole("table", { name: /各单位各部分的进度/ }).locator("tbody tr");
  await expect(rows.filter({ hasText: "财政局" })).toHaveCount(0);
  await page.getByRole("checkbox", { name: "选择司法办公室" }).check();
  await expect(page.getByText("已选 1 个单位")).toBeVisible();
  await page.getByRole("button", { name: "提醒", exact: true }).click();
  await expect(page.getByText("已提醒 1 个单位，在各单位的任务列表里能看到。")).toBeVisible();

  await page.getByRole("checkbox", { name: "选择司法办公室" }).check();
  await page.getByRole("button", { name: "提醒", exact: true }).click();
  await expect(page.getByText("1 个单位今天已经提醒过")).toBeVisible();

  const unit = await as(clerk("司法办公室"));
  await unit.goto("/desk");
  await expect(unit.getByText(/工委管委办公室审核人 今天 .* 提醒您尽快提交：.*四、复议诉讼/)).toBeVisible();
});

test("reminding and filtering work without JavaScript, and say what is missing", async ({ as, browser }) => {
  const storageState = await (await as("reviewer")).context().storageState();
  const context = await browser.newContext({ storageState, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/review?show=open&order=late");
  await page.getByRole("button", { name: "提醒", exact: true }).click();
  await expect(page.getByText("请先在左边勾选单位。")).toBeVisible();
  await page.getByRole("checkbox", { name: "选择人力资源和社会保障局" }).check();
  await page.getByRole("button", { name: "提醒", exact: true }).click();
  await expect(page.getByText(/已提醒 1 个单位/)).toBeVisible();
  await context.close();
});

test("the administrator gives chosen units more time", async ({ as }) => {
  const page = await as("admin");
  await page.goto("/review");
  await page.getByRole("checkbox", { name: "选择应急管理局" }).check();
  await page.getByRole("button", { name: "延期" }).click();
  await expect(page.getByText(/给 1 个单位延期/)).toBeVisible();
  const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("新的截止日期").fill(inTenDays);
  await page.getByRole("button", { name: "延期", exact: true }).first().click();
  await expect(page.getByText("请填写")).toBeVisible();
  // What was ticked stays chosen, what was typed stays typed, and no second button of the name asks for a choice again.
  await expect(page.getByText(/给 1 个单位延期/)).toBeVisible();
  await expect(page.getByRole("main")).toContainText("应急管理局");
  await expect(page.getByRole("button", { name: "延期", exact: true })).toHaveCount(1);
  await expect(page.getByLabel("新的截止日期")).toHaveValue(inTenDays);
  await page.getByLabel("延期的理由").fill("负责人出差");
  await page.getByRole("button", { name: "延期", exact: true }).first().click();
  await expect(page.getByText(/已延期 \d+ 个部分/)).toBeVisible();
});

test("the progress is downloaded as a list", async ({ as }) => {
  const page = await as("auditor");
  await page.goto("/review");
  await expect(page.getByRole("button", { name: "提醒" })).toHaveCount(0);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "导出" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("青岛前湾保税港区2019年度报送进度.csv");
  const lines = (await readFile((await download.path()) ?? "", "utf8")).replace("\ufeff", "").trim().split("\r\n");
  expect(lines).toHaveLength(34);
  expect(lines[0]).toMatch(/^单位,部分,状态,版次,截止/);
  expect(lines.some((line) => line.startsWith("财政局,三、依申请公开,审核通过,1,"))).toBe(true);
});
