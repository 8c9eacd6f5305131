import type { Locator, Page } from "@playwright/test";
import { renderStaffXlsx } from "../lib/render/staff-xlsx";
import { totpCode } from "../lib/services/totp";
import { expect, test } from "./fixtures";
import { AdminPages } from "./pages/admin-pages";

const ADMIN = { account: "周管理", password: "three short words" };
const OFFICE = "区政府办公室";
const NAME_LIMIT = 200;

/** A form as one person fills it in, by the id it has on the page. */
class Form {
  readonly box: Locator;

  constructor(page: Page, id: string) {
    this.box = page.locator(`#${id}`);
  }

  async fill(fields: Readonly<Record<string, string>>): Promise<this> {
    for (const [name, value] of Object.entries(fields)) await this.box.locator(`[name="${name}"]`).fill(value);
    return this;
  }

  async choose(name: string, label: string): Promise<this> {
    await this.box.locator(`select[name="${name}"]`).selectOption({ label });
    return this;
  }

  async tick(name: string, isTicked: boolean): Promise<this> {
    await this.box.locator(`[name="${name}"]`).setChecked(isTicked);
    return this;
  }

  /** Sends it as it stands: what the browser would hold back reaches the server, as it does from other programs. */
  async send(): Promise<void> {
    await this.box.evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await this.box.getByRole("button").last().click();
  }

  async says(sentence: string | RegExp): Promise<void> {
    await expect(this.box).toContainText(sentence);
  }
}

test.describe.configure({ mode: "serial" });

test("setting up takes each unit once, and says which two look alike", async ({ page }) => {
  const admin = new AdminPages(page);
  await page.goto("/");
  await page.getByRole("button", { name: "设置好，开始使用" }).click();
  const summary = page.getByRole("alert").filter({ has: page.getByRole("heading") });
  await expect(summary).toBeFocused();
  await summary.getByRole("link").first().click();
  await expect(page.getByLabel("地方名称")).toBeFocused();
  const input = { district: "试验区", office: OFFICE, name: "周管理", ...ADMIN };
  await admin.setUp({ ...input, units: ["财政局", "财 政\u200B局"] });
  await expect(page.getByText("看起来是同一个名称").first()).toBeVisible();
  await expect(page.getByLabel("地方名称")).toHaveValue("试验区");
  await page.getByLabel("单位名称").fill("财政局\n应急局\n民政局");
  await page.getByLabel("密码", { exact: true }).fill(ADMIN.password);
  await page.getByRole("button", { name: "设置好，开始使用" }).click();
  await expect(page.getByText("4 个单位没有填报人")).toBeVisible();
});

test("units: every form, each box ticked and not, each field empty, full and too long", async ({ as }) => {
  const page = await as(ADMIN);
  await page.goto("/admin/units");
  const add = new Form(page, "add-unit");
  await add.send();
  await add.says("请填写这一项");
  const long = "长".repeat(NAME_LIMIT + 1);
  await add.fill({ name: long });
  await add.says("请删去 1 字");
  await add.send();
  await add.says(`最多 ${NAME_LIMIT} 个字`);
  await expect(add.box.locator('[name="name"]')).toHaveValue(long);
  await add.fill({ name: long.slice(1) });
  await add.send();
  await add.says("已添加");
  await (await add.fill({ name: "应 急局" })).send();
  await add.says("看起来和已有的一样");

  await test.step("two that are typed one right after the other are both there", async () => {
    for (const name of ["水务局", "林业局", "误加局"]) await (await add.fill({ name })).send();
    await add.says("已添加“误加局”");
    for (const name of ["水务局", "林业局", "误加局"])
      await expect(page.getByRole("rowheader", { name })).toBeVisible();
  });

  await test.step("one that was added by mistake is removed", async () => {
    await page.getByRole("link", { name: "修改误加局" }).click();
    await new Form(page, "remove-unit").send();
    await expect(page.getByRole("rowheader", { name: "误加局" })).toHaveCount(0);
  });

  await page.getByRole("link", { name: "修改水务局" }).click();
  const change = new Form(page, "change-unit");
  await (await (await change.fill({ name: "水务和湖泊局", position: "" })).tick("needsSignature", false)).send();
  await change.says("已保存“水务和湖泊局”");
  await (await change.tick("needsSignature", true)).send();
  await change.says("还没有部门负责人");
  await expect(change.box.locator('[name="needsSignature"]')).toBeChecked();
  await (await change.fill({ name: "" })).send();
  await change.says("请填写这一项");

  await page.goto("/admin/units");
  const contact = new Form(page, "contact");
  await contact.send();
  await contact.says("已保存");
  await (await contact.fill({ address: "路".repeat(201), postcode: "1".repeat(21), phone: "1".repeat(61) })).send();
  for (const limit of [200, 20, 60]) await contact.says(`最多 ${limit} 个字`);
  await (await contact.fill({ address: "幸福路1号", postcode: "100000", phone: "010-0" })).send();
  await contact.says("下一次生成报告就用新的联系方式");
  const district = new Form(page, "district");
  await (await district.fill({ name: "" })).send();
  await district.says("请填写这一项");
  await (await district.fill({ name: "试验新区" })).send();
  await district.says("已保存“试验新区”");
});

test("people: every form, each box ticked and not, and nobody typed quickly is lost", async ({ as }) => {
  test.setTimeout(1_200_000);
  const page = await as(ADMIN);
  await page.goto("/admin/people");
  const add = new Form(page, "add-person");
  await add.send();
  await add.says("请填写这一项");
  const names = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬"].map((givenName) => `王${givenName}`);
  for (const name of names) {
    await add.fill({ name, account: name });
    await add.choose("organisationId", "财政局");
    await add.choose("role", name === "王乙" ? "部门负责人" : "填报人");
    await add.send();
  }
  await add.says("已添加王壬");
  for (const name of names) await expect(page.getByRole("link", { name: new RegExp(`管理\\s*${name}`) })).toBeVisible();
  await (await add.fill({ name: "王重", account: "王甲\u200B" })).send();
  await add.says("看起来和已有的一样");

  const open = async (name: string) => {
    await page.goto("/admin/people");
    await page.getByRole("link", { name: new RegExp(`管理\\s*${name}`) }).click();
    await expect(page.locator("#panel").getByRole("heading", { name, exact: true })).toBeVisible();
  };
  await test.step("hands over and keeps or ends the account", async () => {
    for (const [name, endsAccount] of [
      ["王丙", false],
      ["王丁", true],
    ] as const) {
      await open(name);
      await page.getByRole("link", { name: "交接" }).click();
      const form = new Form(page, "hand-over");
      await form.send();
      await form.says("请填写这一项");
      await (
        await (await form.fill({ name: `李${name}`, account: `李${name}` })).tick("endsAccount", endsAccount)
      ).send();
      await form.says(`已交接给李${name}`);
      await page.goto("/admin/people");
      const row = page.getByRole("row", { name: new RegExp(`^${name}`) });
      await expect(row.getByText("已停用")).toHaveCount(endsAccount ? 1 : 0);
    }
  });
  await test.step("grants, ends, renames, issues a code, ends an account and removes one", async () => {
    await open("王戊");
    const grant = new Form(page, "grant-role");
    await grant.choose("organisationId", "民政局");
    await grant.send();
    await grant.says("已加上");
    const ends = page.locator("#panel").getByRole("button", { name: "结束" });
    // The new role stands in the list, below the older one, once the page is drawn again.
    await expect(ends).toHaveCount(2);
    await ends.last().click();
    await expect(page.locator("#panel")).toContainText("这是“民政局”最后一位填报人");
    await ends.first().click();
    await expect(ends).toHaveCount(1);
    const rename = new Form(page, "rename");
    await (await rename.fill({ name: "" })).send();
    await rename.says("请填写这一项");
    await (await rename.fill({ name: "王五" })).send();
    await rename.says("已改名");
    await new Form(page, "give-code").send();
    await new Form(page, "give-code").says("重发登录码");
    await new Form(page, "remove-person").send();
    await expect(page.getByRole("link", { name: /管理\s*王五/ })).toHaveCount(0);
    await open("王己");
    await page.getByRole("link", { name: "停用账号…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "停用账号" }).click();
    await new Form(page, "give-code").send();
    await new Form(page, "give-code").says("已恢复");
    await open("周管理");
    await expect(page.locator("#panel")).toContainText("自己的岗位要由另一位管理员来加");
    await expect(page.locator("#grant-role")).toHaveCount(0);
  });
  await test.step("switches a signature on where there is a head, and off again", async () => {
    await page.goto("/admin/units");
    await page.getByRole("link", { name: "修改财政局" }).click();
    const change = new Form(page, "change-unit");
    for (const isTicked of [true, false]) {
      await (await change.tick("needsSignature", isTicked)).send();
      await change.says("已保存“财政局”");
      await page.reload();
      await expect(change.box.locator('[name="needsSignature"]')).toBeChecked({ checked: isTicked });
    }
  });
});

test("a year: every form, each box ticked and not, and a unit that is dissolved in its midst", async ({ as }) => {
  test.setTimeout(1_200_000);
  const page = await as(ADMIN);
  const { cycleId } = await new AdminPages(page).openYear();
  const at = (view: string) => page.goto(`/admin/cycles/${cycleId}?view=${view}`);

  await test.step("headings", async () => {
    await at("outline");
    const heading = new Form(page, "heading");
    await (await heading.fill({ number: "9.", title: "没有人写" })).send();
    await expect(page.getByRole("rowheader", { name: "9.没有人写" })).toBeVisible();
    await heading.fill({ number: "", title: "题".repeat(NAME_LIMIT + 1) });
    await heading.send();
    await heading.says(`最多 ${NAME_LIMIT} 个字`);
    await heading.fill({ title: "财政写的" });
    await heading.box.getByRole("checkbox", { name: "财政局" }).check();
    await heading.send();
    const written = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "财政写的" }) });
    await expect(written).toContainText("财政局");
    await written.getByRole("link", { name: "修改" }).click();
    await expect(heading.box.getByRole("checkbox", { name: "财政局" })).toBeChecked();
    await heading.box.getByRole("checkbox", { name: "财政局" }).uncheck();
    await heading.send();
    await expect(written).toContainText("没有人写");
    await new Form(page, "remove-heading").send();
    await expect(page.getByRole("rowheader", { name: "财政写的" })).toHaveCount(0);
  });
  await test.step("indicators, exact and approximate", async () => {
    await at("indicators");
    const indicator = new Form(page, "indicator");
    await indicator.send();
    await indicator.says("请填写这一项");
    for (const [label, isApproximate] of [
      ["确数", false],
      ["约数次数", true],
    ] as const) {
      await indicator.fill({ label, unit: "次" });
      await (await indicator.tick("isApproximate", isApproximate)).send();
      await expect(page.getByRole("rowheader", { name: label })).toBeVisible();
      await page.getByRole("row", { name: label }).getByRole("link").click();
      await expect(indicator.box.locator('[name="isApproximate"]')).toBeChecked({ checked: isApproximate });
      await at("indicators");
    }
  });
  await test.step("dates and exemptions", async () => {
    await page.goto(`/admin/cycles/${cycleId}`);
    const dates = page.locator("#panel form").filter({ has: page.locator('[name="tablesDueAt"]') });
    await dates.getByRole("button").click();
    await expect(page.getByText("已保存，各单位看到的截止日同时改了")).toBeVisible();
    await page.getByRole("link", { name: "民政局", exact: true }).click();
    const exempt = new Form(page, "exempt");
    await exempt.send();
    await exempt.says("请写明原因");
    await (await exempt.fill({ reason: "垂直管理" })).send();
    await new Form(page, "ask-again").send();
    await expect(page.locator("#exempt")).toBeVisible();
  });
  await test.step("a unit is dissolved, comes back, and is dissolved after all", async () => {
    await page.goto("/admin/units");
    await page.getByRole("link", { name: "修改应急局" }).click();
    const dissolve = new Form(page, "dissolve-unit");
    await (await dissolve.fill({ on: "" })).send();
    await dissolve.says("请填写这一项");
    await (await dissolve.fill({ on: "2099-01-01", reason: "机构改革" })).send();
    await dissolve.says("这一天还没有到");
    for (const handedIn of ["不计入今年的报告", "计入今年的报告"]) {
      await dissolve.fill({ on: "2020-03-01", reason: "机构改革" });
      await (await dissolve.choose("handedIn", handedIn)).send();
      await expect(page.getByRole("rowheader", { name: "应急局" })).toContainText("2020年3月1日撤销");
      if (handedIn.startsWith("不")) await new Form(page, "restore-unit").send();
    }
    await page.goto(`/admin/cycles/${cycleId}`);
    await page.getByRole("link", { name: "应急局", exact: true }).click();
    await expect(page.locator("#panel")).toContainText("2020年3月1日撤销：机构改革");
    await expect(page.locator("#panel form")).toHaveCount(0);
  });
  await test.step("files that were not chosen, and a year that cannot be closed yet", async () => {
    await page.goto("/admin/letterhead");
    const upload = page.locator("main form").filter({ has: page.locator('[type="file"]') });
    await upload.evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await upload.getByRole("button").last().click();
    await expect(upload).toContainText("请填写这一项");
    await at("close");
    await expect(page.locator("main")).toContainText("报告发布以后才能关闭");
  });
});

test("60 units and 120 people come by a file with bad rows, which are named, and go out as one that changes nothing", async ({
  as,
  browser,
}) => {
  const page = await as(ADMIN);
  const read = page.locator("#read-staff-list");
  const send = () => read.getByRole("button", { name: "读取" }).click();
  const file = (name: string, buffer: Buffer) =>
    read.getByLabel("表格文件").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await page.goto("/admin/people");
  await page.getByRole("link", { name: "批量读入和导出" }).click();

  await test.step("nothing, and what is no list, are answered in words", async () => {
    await send();
    await expect(page.getByText("请选择文件，或者粘贴表格。").first()).toBeVisible();
    await file("说明.txt", Buffer.from("各单位：\n请尽快报送。"));
    await send();
    await expect(page.getByText("没有找到表头").first()).toBeVisible();
  });

  await test.step("what was pasted stays, to be put right in place", async () => {
    const text = read.getByLabel("或者粘贴");
    const pasted = "单位名称\t类别\n第1局\t不认识的类别";
    await text.fill(pasted);
    await send();
    await expect(page.getByRole("row").filter({ hasText: "单位第 2 行" })).toContainText("不认识");
    await expect(text).toHaveValue(pasted);
    await text.fill("");
  });

  const units = Array.from({ length: 60 }, (_, index) => [`第${index + 1}局`, "", "", ""]);
  const people = Array.from({ length: 120 }, (_, index) => [
    `第${(index % 60) + 1}局`,
    `人员${index + 1}`,
    `人员${index + 1}号`,
    "",
    index < 60 ? "填报人" : "部门负责人",
    "",
    "",
  ]);
  units[59] = ["第 1 局", "", "", ""];
  for (const [row, column, text] of [
    [3, 4, "局长"],
    [4, 0, "没有局"],
    [5, 2, ""],
    [6, 6, "2020-01-01"],
  ] as const) {
    people[row]?.splice(column, 1, text);
  }
  const lines = {
    units: [["单位名称", "类别", "序号", "负责人签字"], ...units],
    people: [["单位", "姓名", "账号", "邮箱", "岗位", "开始日期", "结束日期"], ...people],
  };

  await test.step("each bad row is named, and nothing is there before it is confirmed", async () => {
    await file("单位和人员.xlsx", Buffer.from(await renderStaffXlsx(lines, "zh-CN")));
    await send();
    await expect(page.getByText("单位 60 行：新增 59，更改 0，不变 0，不能读入 1。")).toBeVisible();
    const refused = page.getByRole("table", { name: "不能读入的行" });
    await expect(refused.getByRole("row").filter({ hasText: "单位第 61 行" })).toContainText("和第 2 行是同一个单位");
    await expect(refused.getByRole("row").filter({ hasText: "人员第 5 行" })).toContainText("不认识岗位“局长”");
    await expect(refused.getByRole("row").filter({ hasText: "人员第 6 行" })).toContainText("没有“没有局”这个单位");
    await expect(refused.getByRole("row").filter({ hasText: "人员第 7 行" })).toContainText("没有写账号");
    await expect(refused.getByRole("row").filter({ hasText: "人员第 8 行" })).toContainText("结束日期已经过去");
    const other = await as(ADMIN);
    await other.goto("/admin/units?q=第1局");
    await expect(other.getByText("没有找到")).toBeVisible();
    await other.close();
  });

  const code = await test.step("confirmed, the good rows are there, and each new person has a code", async () => {
    await page.locator("#take-staff-list").getByRole("button").click();
    await expect(page.getByText("已经保存：单位新增 59、更改 0；人员新增 114 人")).toBeVisible();
    await expect(page.getByRole("heading", { name: "114 个登录码" })).toBeVisible();
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "存成可打印的文件" }).click();
    expect((await saving).suggestedFilename()).toBe("登录码.html");
    const slip = page.getByRole("listitem").filter({ hasText: "人员1号" });
    return ((await slip.textContent()) ?? "").match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/)?.[0] ?? "";
  });

  await test.step("somebody who came by the file sets a password with it", async () => {
    const context = await browser.newContext();
    const theirs = await context.newPage();
    await theirs.goto("/set-password");
    const own = new Form(theirs, "set-password");
    await (await own.fill({ account: "人员1号", code, password: "three longer words" })).send();
    await expect(theirs.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(theirs).toHaveURL(/\/desk/);
    await context.close();
  });

  await test.step("what is saved changes nothing when it is read in again", async () => {
    for (const link of ["单位和人员 XLSX", "人员 CSV"]) {
      const saving = page.waitForEvent("download");
      await page.getByRole("link", { name: link }).click();
      const path = await (await saving).path();
      await read.getByLabel("表格文件").setInputFiles(path);
      await send();
      await expect(page.getByText("表里的内容和这里的一样，没有要改的。")).toBeVisible();
      await page.reload();
    }
  });
});

test("a second step of signing in is set up, asked for, demanded of a role, and given up", async ({ as, browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const account = "人员2号";
  const password = "three other words";
  const admin = await as(ADMIN);
  const code = (key: string, beside = 0) => totpCode(key, new Date(Date.now() + beside * 30_000));
  const keyOf = async (of: Page) => (await of.locator("#second-factor [data-key]").textContent()) ?? "";
  const giveCode = async (text: string) => {
    await (await new Form(page, "second-step").fill({ code: text })).send();
  };
  const signIn = async () => {
    await page.goto("/sign-in");
    await page.locator("#account").fill(account);
    await page.locator("#password").fill(password);
    await page.getByRole("button", { name: "登录", exact: true }).click();
  };

  await test.step("an administrator demands it of submitters, who are led to set it up", async () => {
    await admin.goto("/admin/people?q=人员2号");
    await admin.getByRole("link", { name: "管理 人员2", exact: true }).click();
    await new Form(admin, "give-code").send();
    const slip = admin.getByRole("region", { name: "登录码" });
    const oneTime = ((await slip.textContent()) ?? "").match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/)?.[0] ?? "";
    await admin.goto("/admin/people");
    const rule = new Form(admin, "sign-in-rule");
    await rule.box.getByLabel("填报人").check();
    await rule.send();
    await rule.says("已保存，马上生效。");
    await page.goto("/set-password");
    await (await new Form(page, "set-password").fill({ account, code: oneTime, password })).send();
    await expect(page).toHaveURL(/\/account/);
    await expect(page.getByText("您的岗位“填报人”要求第二步验证")).toBeVisible();
    expect((await page.goto("/desk"))?.status()).toBe(404);
  });

  const { key, recovery } = await test.step("it is set up with a code of the device", async () => {
    await page.goto("/account");
    await new Form(page, "prepare-second-factor").send();
    await expect(page.getByRole("img", { name: "给验证器应用扫描的二维码" })).toBeVisible();
    const secret = await keyOf(page);
    const confirm = new Form(page, "confirm-second-factor");
    await (await confirm.fill({ code: "000000" })).send();
    await confirm.says("动态码不对");
    await (await confirm.fill({ code: code(secret) })).send();
    await confirm.says("第二步验证已经设好");
    const codes = await page.getByRole("region", { name: "备用码" }).getByRole("listitem").allTextContents();
    expect(codes).toHaveLength(10);
    expect((await page.goto("/desk"))?.status()).toBe(200);
    return { key: secret, recovery: codes };
  });

  await test.step("signing in asks for it; a used code and a used recovery code are refused", async () => {
    await context.clearCookies({ name: "next-auth.session-token" });
    await signIn();
    await expect(page.getByRole("heading", { name: "第二步验证" })).toBeVisible();
    expect((await page.request.get("/desk", { maxRedirects: 0 })).status()).toBe(307);
    await giveCode("000000");
    await new Form(page, "second-step").says("动态码不对");
    await giveCode(recovery[0] ?? "");
    await expect(page).toHaveURL(/\/desk/);

    await context.clearCookies({ name: "next-auth.session-token" });
    await signIn();
    await giveCode(recovery[0] ?? "");
    await new Form(page, "second-step").says("已经用过");
    await giveCode(code(key, 1));
    await expect(page).toHaveURL(/\/desk/);
  });

  await test.step("an administrator takes it away from who has lost it, and demands it no more", async () => {
    await admin.goto("/admin/people");
    const rule = new Form(admin, "sign-in-rule");
    await rule.box.getByLabel("填报人").uncheck();
    await rule.send();
    await rule.says("已保存，马上生效。");
    await admin.goto("/admin/people?q=人员2号");
    await admin.getByRole("link", { name: "管理 人员2", exact: true }).click();
    await new Form(admin, "drop-second-factor").send();
    await expect(admin.locator("#drop-second-factor")).toHaveCount(0);
    await context.clearCookies({ name: "next-auth.session-token" });
    await signIn();
    await expect(page).toHaveURL(/\/desk/);
  });
  await context.close();
});

test("a government below is set up, and its administrator begins with the one-time code", async ({ as, browser }) => {
  const admin = await as(ADMIN);
  await admin.goto("/admin/governments");
  const add = new Form(admin, "add-government");
  await add.send();
  await add.says("请填写这一项");
  const account = "镇管理员";
  const input = { officeName: "党政办公室", adminName: "吴镇管", adminAccount: account };
  await (await add.fill({ name: "财政局", ...input })).send();
  await add.says("这个名称已经有了");
  await (await add.fill({ name: "乙镇人民政府" })).send();
  await add.says("已设立乙镇人民政府");
  await expect(admin.getByRole("rowheader", { name: "乙镇人民政府" })).toBeVisible();
  const slip = admin.getByRole("region", { name: "登录码" });
  const code = ((await slip.textContent()) ?? "").match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/)?.[0] ?? "";

  const below = await (await browser.newContext()).newPage();
  await below.goto("/set-password");
  const password = "four plain words here";
  await (await new Form(below, "set-password").fill({ account, code, password })).send();
  await expect(below).toHaveURL(/\/admin/);
  await below.goto("/admin/governments");
  await expect(below.getByText("本级的上级是试验新区")).toBeVisible();
  await expect(below.locator("#add-government")).toHaveCount(0);
  await below.goto("/admin/units");
  await expect(below.getByRole("rowheader")).toHaveText(["党政办公室"]);

  await test.step("above it is a unit that nobody can be made the clerk of", async () => {
    await admin.goto("/admin/people");
    const person = new Form(admin, "add-person");
    await person.fill({ name: "王错", account: "王错" });
    await person.choose("organisationId", "乙镇人民政府");
    await person.choose("role", "填报人");
    await person.send();
    await person.says("这个单位是下级政府");
  });
});
