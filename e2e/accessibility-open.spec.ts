import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { inspect } from "./axe";
import { findIds } from "./doors";
import { expect, test } from "./fixtures";

/** What is pressed and filled in, as either language calls it. */
const WORDS = {
  "zh-CN": {
    addPerson: "添加人员",
    endAccount: "停用账号…",
    readFile: "读取",
    giveBack: "退回",
    send: "退回",
    reason: "退回原因",
    text: "或者粘贴报告全文",
    check: "开始体检",
    account: "账号",
    password: "密码",
    signIn: "登录",
  },
  en: {
    addPerson: "Add person",
    endAccount: "Deactivate…",
    readFile: "Read",
    giveBack: "Return",
    send: "Return",
    reason: "Reason",
    text: "Or paste the whole report",
    check: "Check the report",
    account: "Account",
    password: "Password",
    signIn: "Sign in",
  },
} as const;

for (const language of ["zh-CN", "en"] as const) {
  test(`axe finds nothing on what opens over a page or says what is wrong, in ${language}`, async ({
    as,
    requestAs,
    browser,
    baseURL,
  }) => {
    const words = WORDS[language];
    const { cycleId = "", submissionId = "" } = (await findIds(requestAs)).office ?? {};
    const wrong: string[] = [];
    const open = async (page: Page, address: string): Promise<Page> => {
      await page.context().addCookies([{ name: "NIANBAO_LANG", value: language, url: baseURL ?? "" }]);
      await page.goto(address);
      return page;
    };
    const summaryOf = (page: Page) => page.getByRole("alert").filter({ has: page.getByRole("heading") });

    const office = await open(await as("admin"), "/admin/people");
    const adding = office.locator("#add-person");
    await adding.evaluate((form: HTMLFormElement) => form.toggleAttribute("novalidate", true));
    await adding.getByRole("button", { name: words.addPerson }).click();
    await expect(summaryOf(office)).toBeFocused();
    wrong.push(...(await inspect(office, "a person without a name")));

    await office.getByRole("link", { name: /财政局填报人/ }).click();
    await office.getByRole("link", { name: words.endAccount }).click();
    await expect(office.getByRole("dialog")).toBeVisible();
    wrong.push(...(await inspect(office, "ending an account")));

    await open(office, "/admin/past-reports");
    await office.getByRole("button", { name: words.readFile }).click();
    await expect(summaryOf(office)).toBeFocused();
    wrong.push(...(await inspect(office, "a past report without a file")));

    const reviewer = await open(await as("reviewer"), `/review/${submissionId}`);
    await reviewer.getByRole("link", { name: words.giveBack }).click();
    const dialog = reviewer.getByRole("dialog");
    await dialog.getByRole("button", { name: words.send }).click();
    await expect(dialog.getByLabel(words.reason)).toHaveAttribute("aria-invalid", "true");
    wrong.push(...(await inspect(reviewer, "giving back without a reason")));

    const editor = await open(await as("editor"), `/report/${cycleId}?section=active`);
    await editor.locator("main a[href*='cell=']").first().click();
    await expect(editor.getByRole("dialog")).toBeVisible();
    wrong.push(...(await inspect(editor, "where a figure comes from")));

    const nobody = await open(await (await browser.newContext(baseURL ? { baseURL } : {})).newPage(), "/checkup");
    await nobody.getByLabel(words.text).fill(readFileSync("db/demo/reports/qianwan-2019.txt", "utf8"));
    await nobody.getByRole("button", { name: words.check }).click();
    await expect(nobody.getByRole("table").first()).toBeVisible();
    wrong.push(...(await inspect(nobody, "a check-up with findings")));

    await open(nobody, "/sign-in");
    await nobody.getByRole("button", { name: words.signIn, exact: true }).click();
    await expect(summaryOf(nobody)).toBeFocused();
    await expect(summaryOf(nobody).getByRole("link")).toHaveCount(2);
    wrong.push(...(await inspect(nobody, "signing in with nothing typed")));
    await nobody.getByLabel(words.account).fill("没有这个人");
    await nobody.getByLabel(words.password, { exact: true }).fill("wrong password");
    await nobody.getByRole("button", { name: words.signIn, exact: true }).click();
    await expect(nobody.getByRole("alert").first()).toBeVisible();
    wrong.push(...(await inspect(nobody, "a wrong password")));
    await nobody.context().close();

    expect(wrong).toEqual([]);
  });
}
