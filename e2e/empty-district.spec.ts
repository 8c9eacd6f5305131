import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { AdminPages } from "./pages/admin-pages";
import { UnitDesk } from "./pages/unit-desk";

const PASSWORD = "three short words";
const OFFICE = "区政府办公室";
const PEOPLE = [
  { name: "赵审核", role: "审核人", unit: OFFICE },
  { name: "钱统稿", role: "统稿人", unit: OFFICE },
  { name: "孙主任", role: "办公室负责人", unit: OFFICE },
  { name: "李本机", role: "填报人", unit: OFFICE },
  { name: "王财政", role: "填报人", unit: "财政局" },
  { name: "吴民政", role: "填报人", unit: "民政局" },
] as const;

const REQUESTS = "收到和处理政府信息公开申请";
const TABLES = ["主动公开政府信息", REQUESTS, "行政复议"] as const;
/** Three units with three tables each, the office's three texts and one of a unit. */
const SECTIONS = 13;
const RECEIVED = "一、本年新收政府信息公开申请数量，自然人";
const CARRIED_IN = "二、上年结转政府信息公开申请数量，自然人";
const GRANTED = "（一）予以公开，自然人";
const CARRIED_OUT = "四、结转下年度继续办理，自然人";

const TEXTS: Readonly<Record<string, string>> = {
  opening: "本区认真贯彻落实条例，稳步推进政府信息公开。",
  disclosure: "主动公开政府信息及时准确。",
  applications: "依申请公开渠道畅通，共收到信息公开申请5件，办结3件。",
  management: "加强政府信息管理，规范公开属性源头认定。",
  platform: "做好政府门户网站平台建设。",
  oversight: "加强监督保障，组织业务培训和考核。",
  problems: "公开的深度还不够，将加强培训，改进不足。",
  other: "本年度没有收取信息处理费，没有其他需要报告的事项。",
};

async function newPage(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

test("an empty installation becomes a district with a published report, and the next year starts from it", async ({
  browser,
}) => {
  test.setTimeout(1_500_000);
  const admin = new AdminPages(await newPage(browser));
  const pageOf = new Map<string, Page>();
  const as = (name: (typeof PEOPLE)[number]["name"]): Page => {
    const page = pageOf.get(name);
    if (!page) throw new Error(`${name} has not signed in`);
    return page;
  };

  await test.step("the first administrator sets up district, office and units", async () => {
    await admin.setUp({
      district: "试验区",
      office: OFFICE,
      units: ["财政局", "民政局"],
      name: "周管理",
      account: "周管理",
      password: PASSWORD,
    });
    await expect(admin.page.getByRole("heading", { level: 1 })).toContainText("件事要安排");
    await expect(admin.page.getByText("3 个单位没有填报人")).toBeVisible();
  });

  await test.step("adds people, who set their own passwords", async () => {
    for (const { name, role, unit } of PEOPLE) {
      const code = await admin.addPerson({ name, account: name, unit, role });
      const page = await newPage(browser);
      await new AdminPages(page).setPassword(name, code, PASSWORD);
      pageOf.set(name, page);
    }
  });

  const { year, cycleId } = await test.step("opens the year", async () => {
    const opened = await admin.openYear();
    await admin.saveContact({ address: "试验区幸福路1号", postcode: "100000", phone: "010-00000000" });
    await admin.page.goto("/admin");
    await expect(admin.page.getByRole("heading", { level: 1 })).toContainText(`${opened.year}年度正在进行`);
    return opened;
  });

  await test.step("hands one clerk's work over, gives it more time, and asks another unit for a paragraph", async () => {
    const code = await admin.handOver("吴民政", { name: "郑民政", account: "郑民政" });
    await as("吴民政").goto("/desk");
    await expect(as("吴民政")).toHaveURL(/\/sign-in/);
    await new AdminPages(as("吴民政")).setPassword("郑民政", code, PASSWORD);
    await admin.extend(cycleId, "民政局", 2, `${year + 3}-01-31`);
    await admin.addHeading(cycleId, { number: "1.", title: "预算决算公开", unit: "财政局" });
  });

  await test.step("each unit reports", async () => {
    for (const name of ["李本机", "王财政", "吴民政"] as const) {
      const desk = new UnitDesk(as(name));
      for (const table of TABLES) {
        await desk.open(table);
        if (name === "王财政" && table === REQUESTS) {
          await desk.fill({ [RECEIVED]: "5", [GRANTED]: "3", [CARRIED_OUT]: "2" });
        } else {
          await desk.declareNil();
        }
        await desk.submit();
      }
    }
    const finance = new UnitDesk(as("王财政"));
    await finance.open("总体情况");
    await finance.write(() => "预算和决算按时公开。");
    await finance.submit();
    const office = new UnitDesk(as("李本机"));
    for (const text of ["总体情况", "存在的主要问题", "其他需要报告"]) {
      await office.open(text);
      await office.write((heading) => TEXTS[heading] ?? "");
      await office.submit();
    }
  });

  await test.step("the reviewer approves them all", async () => {
    const page = as("赵审核");
    await page.goto("/review/queue");
    await page.getByRole("link", { name: "从最早的一件开始" }).click();
    for (let decided = 0; decided < SECTIONS; decided += 1) {
      const address = page.url();
      await page.getByRole("button", { name: "审核通过" }).click();
      await page.waitForURL((url) => url.toString() !== address);
    }
    await expect(page.getByText("没有等您审核的").first()).toBeVisible();
  });

  await test.step("the editor finalises and the director publishes", async () => {
    const editor = as("钱统稿");
    await editor.goto(`/report/${cycleId}/release`);
    await editor.getByRole("button", { name: "定稿", exact: true }).click();
    await expect(editor.getByRole("heading", { level: 1 })).toContainText("已经定稿");
    const director = as("孙主任");
    await director.goto(editor.url());
    await director.getByRole("link", { name: "发布…" }).click();
    await director.getByRole("dialog").getByRole("button", { name: "发布", exact: true }).click();
    await expect(director.getByRole("heading", { level: 1 })).toContainText("已经发布");
  });

  await test.step("anybody reads it without signing in", async () => {
    const reader = await newPage(browser);
    await reader.goto("/reports");
    await reader
      .getByRole("link", { name: new RegExp(`${year}`) })
      .first()
      .click();
    await expect(reader.getByRole("heading", { level: 1 })).toContainText(`试验区${year}年`);
    await expect(reader.getByText(TEXTS.opening ?? "")).toBeVisible();
    await expect(reader.getByText("预算和决算按时公开。")).toBeVisible();
  });

  await test.step("the next year starts from it", async () => {
    await admin.page.goto(`/admin/cycles/${cycleId}?view=close`);
    await expect(admin.page.getByText(`以后开启${year + 1}年度时，结转数照常从这一年带过去`)).toBeVisible();
    expect(await admin.openYear()).toMatchObject({ year: year + 1 });
    const desk = new UnitDesk(as("王财政"));
    await desk.open(REQUESTS);
    await expect(desk.page.getByLabel(CARRIED_IN, { exact: true })).toHaveValue("2");
    await admin.page.goto(`/admin/cycles/${cycleId}?view=close`);
    await expect(admin.page.getByText(`${year + 1}年度已经开启，它的结转数已经带过去`)).toBeVisible();
    await admin.closeYear(cycleId, year);
  });
});
