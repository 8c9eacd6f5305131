import { expect, PASSWORD, test } from "./fixtures";
import { AdminPages } from "./pages/admin-pages";
import { SectionPage } from "./pages/section-page";

const clerk = (unit: string) => ({ account: `${unit}填报人`, password: PASSWORD });
const CELL = "行政复议，结果维持";

test("what cannot stand in a cell has its sentence and stays as typed", async ({ as }) => {
  const section = new SectionPage(await as("enforcement"));
  await section.open("行政复议、行政诉讼情况");
  const thirty = "123456789012345678901234567890";
  for (const [typed, sentence] of [
    ["七件", "写的是“七件”"],
    ["-3", "这一格不能是负数"],
    ["1.5", "件数是整数，请去掉小数"],
    [thirty, "写的数有 30 位"],
    ["7 1", "写的是“7 1”"],
    ["-", "划线、斜杠和“不适用”都不算 0"],
  ] as const) {
    await section.fill({ [CELL]: typed });
    await expect(section.panel).toContainText(sentence);
    await expect(section.field(CELL)).toHaveValue(typed);
  }
  await section.saved();
  await section.page.reload();
  await expect(section.field(CELL)).toHaveValue("-");
  await expect(section.submitButton).toHaveAttribute("aria-disabled", "true");

  for (const [typed, kept] of [
    ["１２", "12"],
    [" 7 ", "7"],
    ["1,234", "1234"],
    ["", ""],
  ] as const) {
    await section.fill({ [CELL]: typed });
    await expect(section.field(CELL)).toHaveValue(kept);
  }
  await expect(section.panel).toContainText("空着不算 0");
  await section.saved();
  await section.page.reload();
  await expect(section.field(CELL)).toHaveValue("");
});

test("what is typed takes the place of what stood there, however one came into the cell", async ({ as }) => {
  const section = new SectionPage(await as("enforcement"));
  await section.open("行政复议、行政诉讼情况");
  const { keyboard } = section.page;
  const [first, second] = [section.field(CELL), section.field("行政复议，结果纠正")];
  await section.fill({ [CELL]: "0", "行政复议，结果纠正": "0" });
  await section.saved();

  await first.click();
  await keyboard.type("12");
  await keyboard.press("Tab");
  await expect(first).toHaveValue("12");

  // Tab has entered the second cell; a press on it must not leave the caret beside its zero.
  await expect(second).toBeFocused();
  await second.click();
  await keyboard.type("34");
  await keyboard.press("Shift+Tab");
  await expect(second).toHaveValue("34");

  await keyboard.press("F2");
  await keyboard.type("5");
  await keyboard.press("Enter");
  await expect(first).toHaveValue("125");

  await section.fill({ [CELL]: "", "行政复议，结果纠正": "" });
  await section.saved();
});

test("two people in the same cell: the second one sees both values and chooses", async ({ as }) => {
  const first = new SectionPage(await as("submitter"));
  const second = new SectionPage(await as({ account: "行政审批服务局部门负责人", password: PASSWORD }));
  const [mine, other] = ["一、本年新收政府信息公开申请数量，商业企业", "一、本年新收政府信息公开申请数量，科研机构"];
  for (const section of [first, second]) await section.open("收到和处理政府信息公开申请情况");

  await first.fill({ [mine]: "1" });
  await first.saved();
  await second.fill({ [other]: "2", [mine]: "5" });
  const banner = second.page.getByRole("alert").filter({ hasText: "别人也改了" });
  await expect(banner).toContainText("您填 5，行政审批服务局填报人");
  await expect(banner).toContainText("填了 1");
  await expect(second.bar).toContainText("先选好 1 处冲突用哪个");
  await second.page.reload();
  await expect(second.field(other)).toHaveValue("2");
  await expect(second.field(mine)).toHaveValue("1");

  await second.fill({ [mine]: "0", [other]: "0" });
  await second.saved();
});

test("a text that was changed in one's own second window is not overwritten", async ({ as, browser }) => {
  const first = new SectionPage(await as(clerk("人力资源和社会保障局")));
  const storageState = await first.page.context().storageState();
  const second = new SectionPage(await (await browser.newContext({ storageState })).newPage());
  for (const section of [first, second]) await section.open("总体情况");
  const text = first.page.locator("textarea").first();

  await text.fill("第一个人写的一段。");
  await first.saved();
  await second.page.locator("textarea").first().fill("第二个人写的一段。");
  await expect(second.page.getByText("您在另一个窗口也改了")).toBeVisible();
  await second.page.getByRole("button", { name: "比较两份" }).click();
  await expect(second.page.getByText("第一个人写的一段。")).toBeVisible();
  await second.page.getByRole("button", { name: "留这一份" }).click();
  await second.saved();
  await first.page.reload();
  await expect(text).toHaveValue("第二个人写的一段。");
  await second.page.context().close();
});

test("closing the page while somebody still types asks first, and what was typed is saved", async ({ as }) => {
  const section = new SectionPage(await as("enforcement"));
  await section.open("行政复议、行政诉讼情况");
  await section.field(CELL).click();
  await section.page.keyboard.type("8");
  const asked = section.page.waitForEvent("dialog");
  await section.page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await section.saved();
  await section.page.reload();
  await expect(section.field(CELL)).toHaveValue("8");
  await section.fill({ [CELL]: "" });
  await section.saved();
});

test("a session that has run out keeps what is typed and saves it after signing in again", async ({ as }) => {
  const section = new SectionPage(await as("enforcement"));
  await section.open("行政复议、行政诉讼情况");
  const { cookies } = await section.page.context().storageState();
  await section.page.context().clearCookies();
  await section.fill({ "行政复议，结果纠正": "4" });
  await expect(section.bar).toContainText("您已退出登录，填的内容还在");
  await expect(section.field("行政复议，结果纠正")).toHaveValue("4");

  await section.page.context().addCookies(cookies);
  await section.page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(section.bar).toContainText("上次保存");
  await section.page.reload();
  await expect(section.field("行政复议，结果纠正")).toHaveValue("4");
  await section.fill({ "行政复议，结果纠正": "" });
  await section.saved();
});

test("a broken line keeps what is typed and saves it when it is back", async ({ as }) => {
  const section = new SectionPage(await as("enforcement"));
  await section.open("行政复议、行政诉讼情况");
  await section.page.context().setOffline(true);
  await section.fill({ "行政复议，其他结果": "2" });
  await expect(section.bar).toContainText("断线，连上后自动保存");
  await section.page.context().setOffline(false);
  await expect(section.bar).toContainText("上次保存");
  await section.page.reload();
  await expect(section.field("行政复议，其他结果")).toHaveValue("2");
  await section.fill({ "行政复议，其他结果": "" });
  await section.saved();
});

test("an account that is ended while somebody types saves nothing more and keeps what is typed", async ({
  as,
  browser,
  baseURL,
}) => {
  const admin = new AdminPages(await as("admin"));
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const leaver = new AdminPages(await context.newPage());
  const person = { name: "临时填报人", account: "临时填报人", unit: "综合行政执法局", role: "填报人" };
  const code = await admin.addPerson(person);
  await leaver.setPassword(person.account, code, "correct horse battery");
  const section = new SectionPage(leaver.page);
  await section.open("行政复议、行政诉讼情况");

  await admin.page.goto("/admin/people");
  await admin.page.getByRole("link", { name: person.name }).first().click();
  await admin.page.getByRole("link", { name: "停用账号…" }).click();
  await admin.page.getByRole("dialog").getByRole("button", { name: "停用账号" }).click();
  await expect(admin.page.getByText("已停用").first()).toBeVisible();

  const cell = "行政诉讼，复议后起诉，结果维持";
  await section.fill({ [cell]: "8" });
  await expect(section.bar).toContainText("您已退出登录，填的内容还在");
  await expect(section.field(cell)).toHaveValue("8");
  await context.close();

  const colleague = new SectionPage(await as("enforcement"));
  await colleague.open("行政复议、行政诉讼情况");
  await expect(colleague.field(cell)).toHaveValue("");
});
