import type { Page } from "@playwright/test";

/** The administrator's pages, and those that come before anybody has signed in. */
export class AdminPages {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async setUp(input: {
    district: string;
    office: string;
    units: readonly string[];
    name: string;
    account: string;
    password: string;
  }): Promise<void> {
    await this.page.goto("/");
    await this.page.getByLabel("地方名称").fill(input.district);
    await this.page.getByLabel("政府信息公开工作主管部门").fill(input.office);
    await this.page.getByLabel("单位名称").fill(input.units.join("\n"));
    await this.page.getByLabel("您的姓名").fill(input.name);
    await this.page.getByLabel("账号", { exact: true }).fill(input.account);
    await this.page.getByLabel("密码", { exact: true }).fill(input.password);
    await this.page.getByRole("button", { name: "设置好，开始使用" }).click();
  }

  /** Adds somebody and gives the one-time code that the slip shows. */
  async addPerson(input: { name: string; account: string; unit: string; role: string }): Promise<string> {
    await this.page.goto("/admin/people");
    const card = this.page.locator("#panel");
    await card.getByLabel("姓名").fill(input.name);
    await card.getByLabel("账号").fill(input.account);
    await card.getByLabel("单位").selectOption({ label: input.unit });
    await card.getByLabel("岗位").selectOption({ label: input.role });
    await card.getByRole("button", { name: "添加人员" }).click();
    const slip = this.page.getByRole("region", { name: "登录码" });
    return (await slip.locator("dt", { hasText: "一次性登录码" }).locator("+ dd").textContent()) ?? "";
  }

  /** Turns a one-time code into a password; signs in with it. */
  async setPassword(account: string, code: string, password: string): Promise<void> {
    await this.page.goto("/set-password");
    await this.page.getByLabel("账号").fill(account);
    await this.page.getByLabel("登录码").fill(code);
    await this.page.getByLabel("新密码").fill(password);
    await this.page.getByRole("button", { name: "设好密码并登录" }).click();
    await this.page.waitForURL((url) => !url.pathname.startsWith("/set-password"));
  }

  async saveContact(input: { address: string; postcode: string; phone: string }): Promise<void> {
    await this.page.goto("/admin/units");
    await this.page.getByLabel("地址").fill(input.address);
    await this.page.getByLabel("邮编").fill(input.postcode);
    await this.page.getByLabel("电话").fill(input.phone);
    await this.page.locator("#contact").getByRole("button", { name: "保存" }).click();
    await this.page.getByText("下一次生成报告就用新的联系方式").waitFor();
  }

  /** Opens the year that the page offers; due on a day where one is given. */
  async openYear(dueOn?: string): Promise<{ year: number; cycleId: string }> {
    await this.page.goto("/admin/cycles/open");
    if (dueOn !== undefined) {
      await this.page.getByLabel("表格部分截止").fill(dueOn);
      await this.page.getByLabel("文字部分截止").fill(dueOn);
    }
    const button = this.page.getByRole("button", { name: /^开\d{4}年度$/ });
    const year = Number(((await button.textContent()) ?? "").match(/\d{4}/)?.[0]);
    await button.click();
    await this.page.waitForURL(/\/admin\/cycles\/[0-9a-f-]{36}/);
    return { year, cycleId: this.page.url().split("/").at(-1) ?? "" };
  }

  /** Puts a new person in somebody's place, and gives the new one's code. */
  async handOver(from: string, to: { name: string; account: string }): Promise<string> {
    await this.page.goto("/admin/people");
    await this.page.getByRole("link", { name: new RegExp(`管理\\s*${from}`) }).click();
    await this.page.getByRole("link", { name: "交接" }).click();
    const card = this.page.locator("#panel");
    await card.getByRole("heading", { name: `${from}交接` }).waitFor();
    await card.getByLabel("姓名").fill(to.name);
    await card.getByLabel("账号", { exact: true }).fill(to.account);
    await card.getByRole("button", { name: "交接" }).click();
    const slip = this.page.getByRole("region", { name: "登录码" });
    return (await slip.locator("dt", { hasText: "一次性登录码" }).locator("+ dd").textContent()) ?? "";
  }

  /** Gives one section of a unit until `day`. */
  async extend(cycleId: string, unit: string, section: number, day: string): Promise<void> {
    await this.page.goto(`/admin/cycles/${cycleId}`);
    await this.page.getByRole("row", { name: unit }).getByRole("link").nth(section).click();
    const card = this.page.locator("#panel");
    await card.getByLabel("延到").fill(day);
    await card.getByLabel("原因").fill("人员刚接手");
    await card.getByRole("button", { name: "延期" }).click();
    await this.page.getByText("已延期。").waitFor();
  }

  /** Adds a heading to section 一 that one unit writes. */
  async addHeading(cycleId: string, heading: { number: string; title: string; unit: string }): Promise<void> {
    await this.page.goto(`/admin/cycles/${cycleId}?view=outline`);
    const card = this.page.locator("#panel");
    await card.getByLabel("编号").fill(heading.number);
    await card.getByLabel("标题", { exact: true }).fill(heading.title);
    await card.getByLabel("放在哪一条后面").selectOption({ label: "（一）主动公开" });
    await card.getByRole("checkbox", { name: heading.unit }).check();
    await card.getByRole("button", { name: "添加标题" }).click();
    await this.page.getByRole("rowheader", { name: `${heading.number}${heading.title}` }).waitFor();
  }

  async closeYear(cycleId: string, year: number): Promise<void> {
    await this.page.goto(`/admin/cycles/${cycleId}?view=close`);
    await this.page.getByRole("button", { name: `关闭${year}年度` }).click();
    await this.page.getByText(`${year}年度已关闭`).waitFor();
  }
}
