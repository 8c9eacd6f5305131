import type { Page } from "@playwright/test";
import { type MailServer, startMailServer } from "../lib/mail/testing/mail-server";
import { expect, test } from "./fixtures";
import { MAIL_PORT } from "./playwright.config";

const PERSON = { name: "邀请来的人", account: "invited-person", email: "invited@example.cn" };
const PASSWORD = "three short words";

/** The link of the newest mail to this address, once it has arrived. */
async function linkOf(server: MailServer, address: string): Promise<string> {
  const mailTo = () => server.taken.findLast(({ to }) => to?.[0]?.address === address);
  await expect.poll(() => mailTo()?.subject ?? "").toContain("设密码");
  return /https?:\/\/\S+\/invitation\?\S+/.exec(mailTo()?.text ?? "")?.[0] ?? "";
}

async function openPerson(page: Page): Promise<void> {
  await page.goto(`/admin/people?q=${encodeURIComponent(PERSON.name)}`);
  await page.getByRole("link", { name: `管理 ${PERSON.name}` }).click();
  await page.getByRole("heading", { name: PERSON.name }).waitFor();
}

test("somebody is invited by mail, after a failed delivery was tried again, and signs in by the link alone once", async ({
  as,
  browser,
}) => {
  let isRefused = true;
  const refuse = () => (isRefused ? { code: 550, text: "no such mailbox" } : undefined);
  const server = await startMailServer({ port: MAIL_PORT, refuse });
  const admin = await as("admin");

  await test.step("the administrator adds them, with an invitation in place of a printed code", async () => {
    await admin.goto("/admin/people");
    const form = admin.locator("#add-person");
    await form.getByLabel("姓名").fill(PERSON.name);
    await form.getByLabel("账号").fill(PERSON.account);
    await form.getByLabel("岗位").selectOption({ label: "填报人" });
    await form.getByLabel("用邮件邀请，不打印登录码").check();
    await form.getByRole("button", { name: "添加人员" }).click();
    await expect(form.getByRole("alert").first(), "an address is asked for").toBeVisible();
    await form.getByLabel("邮箱").fill(PERSON.email);
    await form.getByRole("button", { name: "添加人员" }).click();
    await expect(form.getByText(`已添加${PERSON.name}，邀请已经安排发出`)).toBeVisible();
  });

  await test.step("the mail server refuses the address; the operation page says so, and it is tried again", async () => {
    const failed = admin.getByRole("listitem").filter({ hasText: `收件人：${PERSON.name}` });
    await expect(async () => {
      await admin.goto("/admin/operation");
      await expect(failed).toContainText("no such mailbox", { timeout: 2_000 });
    }).toPass();
    await expect(failed, "an address is nobody's business there").not.toContainText(PERSON.email);
    isRefused = false;
    await failed.getByRole("button", { name: "再试一次" }).click();
    await expect(admin.getByText("已经重新排队。")).toBeVisible();
    await linkOf(server, PERSON.email);
    await expect(async () => {
      await admin.goto("/admin/operation");
      await expect(failed).toHaveCount(0, { timeout: 2_000 });
    }).toPass();
  });

  await test.step("a newer invitation ends the first", async () => {
    const first = await linkOf(server, PERSON.email);
    await openPerson(admin);
    await admin.locator("#invite-person").getByRole("button", { name: "重新邀请" }).click();
    await expect(admin.locator("#invite-person").getByText("邀请已经安排发出")).toBeVisible();
    await expect.poll(() => server.taken.length).toBe(2);
    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(first);
    await expect(stranger.getByText("这个链接不能再用了。")).toBeVisible();
    await expect(stranger.getByText(PERSON.name), "a void link tells nobody whose it was").toHaveCount(0);
    await stranger.context().close();
  });

  const link = await linkOf(server, PERSON.email);
  await test.step("the link leads to a password of one's own, by keyboard alone, and into the app", async () => {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    await page.goto(link);
    await expect(page.getByLabel("账号")).toHaveValue(PERSON.account);
    const password = page.getByLabel("密码", { exact: true });
    await password.focus();
    await page.keyboard.type("password12");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert").first()).toBeVisible();
    await password.fill(PASSWORD);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === "/desk");
    await page.context().close();
  });

  await test.step("it works once, and the administrator sees that it was used", async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(link);
    await expect(page.getByText("这个链接不能再用了。")).toBeVisible();
    await page.goto("/sign-in");
    await page.getByLabel("账号").fill(PERSON.account);
    await page.getByLabel("密码").fill(PASSWORD);
    await page.getByRole("button", { name: "登录" }).click();
    await page.waitForURL((url) => url.pathname === "/desk");
    await page.context().close();
    await admin.goto(`/admin/people?q=${encodeURIComponent(PERSON.name)}`);
    await expect(admin.getByRole("row").filter({ hasText: PERSON.name })).toContainText("用邀请设的");
  });
  await server.stop();
});
