import { expect, PASSWORD, test } from "./fixtures";
import { ReviewPage } from "./pages/review-page";
import { SectionPage } from "./pages/section-page";

const clerk = (unit: string) => ({ account: `${unit}填报人`, password: PASSWORD });
const ACTIVE = "二、主动公开";
const CELL = "active.penalties.decisions";

test.describe.configure({ mode: "serial" });

test("a section goes back with its comment and a new day, and comes again with what changed marked", async ({ as }) => {
  const review = new ReviewPage(await as("reviewer"));
  const { page } = review;
  await review.open("综合行政执法局", ACTIVE);
  await expect(page.getByText(/第一次提交，共 22 格/)).toBeVisible();
  await expect(page.getByText("单位还可以撤回")).toBeVisible();

  await page.locator(`[data-anchor="${CELL}"]`).click();
  await expect(page.getByRole("dialog", { name: /^批注：行政处罚/ })).toBeVisible();
  await page.getByRole("button", { name: "加上批注" }).click();
  await expect(page.getByText("请填写")).toBeVisible();
  await page.getByRole("textbox", { name: "批注内容" }).fill("正文写 14 条，这里是 12，请核对。");
  await page.getByRole("button", { name: "加上批注" }).click();
  await expect(page.getByText("有 1 条批注没发出")).toBeVisible();
  await expect(page.getByText("您正在审核，单位不能再撤回")).toBeVisible();

  await page.getByRole("link", { name: "退回，发出 1 条批注" }).click();
  const dialog = page.getByRole("dialog", { name: /^退回综合行政执法局/ });
  await dialog.getByRole("button", { name: "退回", exact: true }).click();
  await expect(dialog.getByText("请填写")).toBeVisible();
  await dialog.getByLabel("退回原因").fill("请核对行政处罚的件数");
  await dialog.getByRole("button", { name: "退回", exact: true }).click();
  await expect(page.getByText(/综合行政执法局二、主动公开第1版已退回/)).toBeVisible();

  const section = new SectionPage(await as(clerk("综合行政执法局")));
  await section.page.goto("/desk");
  await expect(section.page.getByText("请核对行政处罚的件数")).toBeVisible();
  await expect(section.page.getByText("正文写 14 条，这里是 12，请核对。")).toBeVisible();
  await section.open("主动公开政府信息情况");
  await section.fill({ "行政处罚，处理决定数量": "14" });
  await section.submit();
  await expect(section.state).toHaveText("待审核");

  await review.open("综合行政执法局", ACTIVE);
  await expect(page.getByText(/第2版改了 1 格，其余 21 格与第1版相同，不用重看。/)).toBeVisible();
  const cell = page.locator(`td:has([data-anchor="${CELL}"])`);
  await expect(cell.locator("s")).toContainText("12");
  await expect(cell).toContainText("14");

  await page.getByRole("switch", { name: "只看改动和提醒" }).check();
  await expect(page.getByRole("table", { name: "改动、提醒和批注" }).getByRole("row")).toHaveCount(2);
  await page.getByRole("link", { name: "并排对比" }).click();
  await expect(page.getByRole("region", { name: "较早的一版" })).toContainText("12");
  await expect(page.getByRole("region", { name: "较新的一版" })).toContainText("14");
});

test("without JavaScript one comments, takes it back, returns with a reason and approves", async ({ as, browser }) => {
  const storageState = await (await as("secondReviewer")).context().storageState();
  const context = await browser.newContext({ storageState, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/review/queue");
  await page.getByRole("link", { name: "综合行政执法局" }).first().click();

  await page.locator(`[data-anchor="${CELL}"]`).click();
  await page.getByRole("textbox", { name: "批注内容" }).fill("再看一次");
  await page.getByRole("button", { name: "加上批注" }).click();
  await expect(page.getByText("有 1 条批注没发出")).toBeVisible();
  await page.getByRole("link", { name: /^批注/ }).click();
  await page.getByRole("button", { name: "移除" }).click();
  await expect(page.getByText("有 1 条批注没发出")).toHaveCount(0);

  await page.getByRole("link", { name: "退回" }).click();
  await page.getByRole("button", { name: "退回", exact: true }).click();
  await expect(page.getByText("请填写")).toBeVisible();
  await page.getByRole("link", { name: "取消" }).click();
  await page.getByRole("button", { name: "审核通过" }).click();
  await expect(page.getByText(/综合行政执法局二、主动公开第2版已审核通过/)).toBeVisible();
  await context.close();
});

test("an approved section is opened again with a reason, and its unit is told", async ({ as }) => {
  const page = await as("reviewer");
  await page.goto("/review");
  const row = page.getByRole("row", { name: /司法办公室/ });
  await row.getByRole("link", { name: /^通过/ }).first().click();
  await page.getByRole("link", { name: "重新打开" }).click();
  await page.getByLabel("重新打开的原因").fill("有一件规范性文件漏报");
  await page.getByRole("dialog").getByRole("button", { name: "重新打开" }).click();
  await expect(page.getByText("已退回，等单位改好再交。")).toBeVisible();

  const unit = await as(clerk("司法办公室"));
  await unit.goto("/desk");
  await expect(unit.getByText("有一件规范性文件漏报")).toBeVisible();
});

test("two reviewers at once: the second one is told that it was decided meanwhile", async ({ as }) => {
  const [first, second] = [new ReviewPage(await as("reviewer")), new ReviewPage(await as("secondReviewer"))];
  await first.open("公共资源交易中心", "一、总体情况");
  await second.open("公共资源交易中心", "一、总体情况");
  await first.approve();
  await second.page.getByRole("button", { name: "审核通过" }).click();
  await expect(second.page.getByText("它的状态刚刚变了")).toBeVisible();
});
