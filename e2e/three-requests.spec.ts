import type { Page } from "@playwright/test";
import { expect, PASSWORD, test } from "./fixtures";
import { SectionPage } from "./pages/section-page";

const MOST_ACTIONS = 12;

/** Counts what a clerk does with keyboard and mouse. Seconds are printed and never asserted: the machine's are not the person's. */
function countActions(page: Page) {
  const begunAt = performance.now();
  let actions = 0;
  return {
    async press(key: string): Promise<void> {
      actions += 1;
      await page.keyboard.press(key);
    },
    async type(text: string): Promise<void> {
      actions += 1;
      await page.keyboard.type(text);
    },
    async click(role: "link" | "button", name: RegExp): Promise<void> {
      actions += 1;
      await page.getByRole(role, { name }).first().click();
    },
    actions: () => actions,
    seconds: () => Math.round((performance.now() - begunAt) / 1000),
  };
}

test("a unit with three requests and nothing else is done in a dozen actions", async ({ as }) => {
  const page = await as({ account: "公共资源交易中心填报人", password: PASSWORD });
  const section = new SectionPage(page);
  await page.goto("/desk");
  const clerk = countActions(page);

  await test.step("the three requests go into the table, and what is blank counts as 0", async () => {
    await clerk.click("link", /^开始填写第三部分/);
    await expect(section.field("一、本年新收政府信息公开申请数量，自然人")).toBeFocused();
    await clerk.type("3");
    await clerk.press("ArrowDown");
    await clerk.press("ArrowDown");
    await expect(section.field("（一）予以公开，自然人")).toBeFocused();
    await clerk.type("3");
    await clerk.press("Enter");
    await expect(section.bar).toContainText(/空着的 130 格按 0 计/);
    await clerk.click("button", /^提交审核/);
    await expect(section.state).toHaveText("待审核");
  });

  await test.step("nothing happened in the other table: it is declared nil and submitted from one page", async () => {
    await clerk.click("link", /^核对并提交其余/);
    await expect(page.getByRole("checkbox", { name: /^四、/ })).toBeChecked();
    await clerk.click("button", /^勾选的都报零/);
    await clerk.click("button", /^提交/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("都交了");
  });

  process.stdout.write(`three requests: ${clerk.actions()} actions, ${clerk.seconds()} s\n`);
  expect(clerk.actions()).toBeLessThanOrEqual(MOST_ACTIONS);
});

test("the office approves the nil section from its list, and returns the other by keys with a usual reason", async ({
  as,
}) => {
  const page = await as("reviewer");
  const reason = "请与台账核对后重报。";

  await page.goto("/review/reasons");
  await page.getByLabel("内容").fill(reason);
  await page.getByRole("button", { name: "添加" }).click();
  await expect(page.getByText("已保存。")).toBeVisible();

  await page.goto("/review/queue");
  await page.getByRole("link", { name: /零报告/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("零报告");
  await expect(page.getByRole("row").filter({ hasText: "公共资源交易中心" })).toContainText("四、复议诉讼");
  await page.getByRole("button", { name: "通过选中的 1 件" }).click();
  await expect(page.getByText("已通过 1 件零报告。")).toBeVisible();

  await page.goto("/review/queue");
  const waiting = page.getByRole("row").filter({ hasText: "公共资源交易中心" });
  await waiting.filter({ hasText: "依申请" }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("公共资源交易中心");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "用键盘审核" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  const field = page.getByLabel(/^退回原因/);
  await field.focus();
  await page.keyboard.press("Alt+1");
  await expect(field).toHaveValue(reason);
  await page.getByRole("button", { name: "退回", exact: true }).click();
  await expect(page.getByText(/已退回/).first()).toBeVisible();

  const clerk = new SectionPage(await as({ account: "公共资源交易中心填报人", password: PASSWORD }));
  await clerk.open("收到和处理政府信息公开申请情况");
  await expect(clerk.page.getByText(reason).first()).toBeVisible();
});
