import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { freePort } from "../db/free-port";
import { startRobotServer } from "../lib/channels/testing/robot-server";
import { dateInShanghai } from "../lib/domain/office-day";
import { addDays, isWorkingDay } from "../lib/domain/working-days";
import { startMailServer } from "../lib/mail/testing/mail-server";
import { renderStaffXlsx } from "../lib/render/staff-xlsx";
import { endLaunched, launch, type StartedApp, untilReady } from "../scripts/testing/started-app";
import { expect, signIn, test } from "./fixtures";
import { AdminPages } from "./pages/admin-pages";
import { UnitDesk } from "./pages/unit-desk";
import { startRobotProxy } from "./robot-proxy";

const PASSWORD = "three short words";
const OFFICE = "县政府办公室";
/** With the office these are twelve. */
const UNITS = [
  ...["发展改革局", "教育局", "民政局", "财政局", "人社局", "住建局"],
  ...["水务局", "粮食局", "文化旅游局", "青山街道", "绿水镇"],
];
const OFFICERS = [
  { name: "赵审核", role: "审核人", email: "reviewer@example.cn" },
  { name: "钱统稿", role: "统稿人", email: "editor@example.cn" },
  { name: "孙主任", role: "办公室负责人", email: "director@example.cn" },
] as const;
const ROBOT_KEY = "693a91f6-7xxx";

const REQUESTS = "收到和处理政府信息公开申请";
const RECEIVED = "一、本年新收政府信息公开申请数量，自然人";
const CARRIED_IN = "二、上年结转政府信息公开申请数量，自然人";
const GRANTED = "（一）予以公开，自然人";
const CARRIED_OUT = "四、结转下年度继续办理，自然人";
/** Requests received and carried out by unit; the others have none. */
const RECEIVED_BY: Readonly<Record<string, { received: number; open: number }>> = {
  民政局: { received: 6, open: 2 },
  粮食局: { received: 4, open: 1 },
  文化旅游局: { received: 3, open: 3 },
};

const TEXTS: Readonly<Record<string, string>> = {
  opening: "本县认真贯彻落实条例，稳步推进政府信息公开。",
  disclosure: "主动公开政府信息及时准确。",
  applications: "依申请公开渠道畅通，共收到信息公开申请13件，办结7件。",
  management: "加强政府信息管理，规范公开属性源头认定。",
  platform: "做好政府门户网站平台建设。",
  oversight: "加强监督保障，组织业务培训和考核。",
  problems: "公开的深度还不够，将加强培训，改进不足。",
  other: "本年度没有收取信息处理费，没有其他需要报告的事项。",
};

const CLOCK = join(import.meta.dirname, "shifted-clock.ts");

/** The first day after this one on which offices work; ISO dates. */
function nextWorkingDay(day: string): string {
  let next = addDays(day, 1);
  while (!isWorkingDay(next, [])) next = addDays(next, 1);
  return next;
}

const mailOf = (unit: string) => `clerk${UNITS.indexOf(unit) + 1}@example.cn`;

async function newPage(browser: Browser, baseURL: string): Promise<Page> {
  return (await browser.newContext({ baseURL })).newPage();
}

test("a county of twelve units runs its first year from an empty installation, and opens the next after a merger and a split", async ({
  browser,
}) => {
  test.setTimeout(2_400_000);
  const dataDir = await mkdtemp(join(tmpdir(), "nianbao-e2e-"));
  const mail = await startMailServer();
  const robots = await startRobotServer({ secret: "", key: ROBOT_KEY, now: () => new Date() });
  const proxy = await startRobotProxy(robots);
  try {
    const certificate = join(dataDir, "proxy.pem");
    await writeFile(certificate, proxy.certificate);
    const port = await freePort();
    const startAt = async (now: Date): Promise<StartedApp> => {
      const started = launch({
        port,
        dataDir,
        args: ["--empty"],
        env: {
          ...{ NIANBAO_PROCESSES: "1", NIANBAO_SMTP_URL: mail.url, NIANBAO_MAIL_FROM: "年报汇 <nianbao@example.cn>" },
          ...{ NODE_USE_ENV_PROXY: "1", HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: certificate },
          ...{ NODE_OPTIONS: `--import=${CLOCK}`, CLOCK_SHIFT_MS: `${now.getTime() - Date.now()}` },
        },
      });
      await untilReady(started);
      return started;
    };
    let app = await startAt(new Date());
    const { origin } = app;
    /** The next morning on which offices work, after a night in which the app was restarted. */
    const untilMorningOf = async (day: string): Promise<void> => {
      app.signal("SIGTERM");
      await app.ended;
      app = await startAt(new Date(`${day}T09:00:00+08:00`));
    };
    const signedIn = async (account: string): Promise<Page> => {
      const storageState = await signIn(origin, account, PASSWORD);
      return (await browser.newContext({ baseURL: origin, storageState })).newPage();
    };
    let admin = new AdminPages(await newPage(browser, origin));

    await test.step("the first administrator sets up the county, and its people come by a file", async () => {
      await admin.setUp({
        ...{ district: "青绿县", office: OFFICE, units: UNITS.slice(0, 1), name: "周管理", account: "周管理" },
        password: PASSWORD,
      });
      await expect(admin.page.getByRole("heading", { level: 1 })).toContainText("件事要安排");
      await admin.saveContact({ address: "青绿县幸福路1号", postcode: "100000", phone: "010-00000000" });
      await admin.page.goto("/admin/people/list");
      const buffer = Buffer.from(
        await renderStaffXlsx(
          {
            units: [
              ["单位名称", "类别", "序号", "负责人签字"],
              ...UNITS.map((unit, index) => [unit, /街道|镇/.test(unit) ? "街道" : "部门", `${index + 2}`, ""]),
            ],
            people: [
              ["单位", "姓名", "账号", "邮箱", "岗位", "开始日期", "结束日期"],
              ...UNITS.map((unit) => [unit, `${unit}填报人`, `${unit}填报人`, mailOf(unit), "填报人", "", ""]),
              [OFFICE, "李本机", "李本机", "office@example.cn", "填报人", "", ""],
              ...OFFICERS.map(({ name, role, email }) => [OFFICE, name, name, email, role, "", ""]),
            ],
          },
          "zh-CN",
        ),
      );
      const file = { name: "单位和人员.xlsx", mimeType: "application/octet-stream", buffer };
      await admin.page.locator("#read-staff-list").getByLabel("表格文件").setInputFiles(file);
      await admin.page.locator("#read-staff-list").getByRole("button", { name: "读取" }).click();
      await expect(admin.page.getByText(/^单位 11 行：新增 10/)).toBeVisible();
      await admin.page.locator("#take-staff-list").getByRole("button").click();
      await expect(admin.page.getByText(/人员新增 15 人/)).toBeVisible();
    });

    await test.step("they are invited by mail, and a robot of the group is entered", async () => {
      await admin.page.goto("/admin/people");
      await admin.page.getByRole("button", { name: "邀请 15 人" }).click();
      await expect(admin.page.getByText("15 封邀请已经安排发出")).toBeVisible();
      await admin.page.goto("/admin/reminders");
      const robot = admin.page.locator("#add-robot");
      await robot.locator('[name="name"]').fill("公开工作群");
      await robot
        .locator('[name="robotAddress"]')
        .fill(`https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${ROBOT_KEY}`);
      await robot.getByRole("button").click();
      await expect(admin.page.getByText("公开工作群").first()).toBeVisible();
    });

    await test.step("each sets a password by the link of the mail", async () => {
      const links = () =>
        new Map(
          mail.taken.flatMap(({ text }) => {
            const link = /https?:\/\/\S+\/invitation\?\S+/.exec(text ?? "")?.[0];
            return link ? [[link, link] as const] : [];
          }),
        );
      await expect.poll(() => links().size, { timeout: 180_000 }).toBe(15);
      for (const link of links().keys()) {
        const own = await newPage(browser, origin);
        await own.goto(link);
        await own.getByLabel("密码", { exact: true }).fill(PASSWORD);
        await own.keyboard.press("Enter");
        await own.waitForURL((url) => !url.pathname.startsWith("/invitation"));
        await own.context().close();
      }
    });
    const firstDay = nextWorkingDay(dateInShanghai(new Date()));
    const secondDay = nextWorkingDay(firstDay);
    const { year, cycleId } = await test.step("the year is opened, due in a week", async () => {
      return admin.openYear(addDays(firstDay, 7));
    });

    await test.step("the next morning people are told by mail, and the robot reminds the group", async () => {
      await untilMorningOf(firstDay);
      const told = () => robots.taken.join("\n");
      await expect.poll(told, { timeout: 180_000 }).toContain("截止，还没有交");
      expect(told()).toContain("水务局“二、主动公开、三、依申请公开、四、复议诉讼”");
      const asked = () =>
        mail.taken.filter(({ to, text }) => to?.[0]?.address === mailOf("水务局") && text?.includes(`${year}`));
      await expect.poll(() => asked().length, { timeout: 180_000 }).toBeGreaterThan(0);
    });

    await test.step("units with requests fill them in; the rest is nil and handed in from one page", async () => {
      for (const unit of [...UNITS.map((name) => `${name}填报人`), "李本机"]) {
        const own = await signedIn(unit);
        const figures = RECEIVED_BY[unit.replace(/填报人$/, "")];
        if (figures) {
          const desk = new UnitDesk(own);
          await desk.open(REQUESTS);
          const [received, open] = [figures.received, figures.open];
          const granted = received - open;
          await desk.fill({ [RECEIVED]: `${received}`, [GRANTED]: `${granted}`, [CARRIED_OUT]: `${open}` });
          await desk.submit();
        }
        if (unit === "李本机") {
          const office = new UnitDesk(own);
          for (const text of ["总体情况", "存在的主要问题", "其他需要报告"]) {
            await office.open(text);
            await office.write((heading) => TEXTS[heading] ?? "");
            await office.submit();
          }
        }
        await own.goto("/desk/hand-in");
        await own.getByRole("button", { name: /^勾选的都报零/ }).click();
        await own.getByRole("button", { name: /^提交/ }).click();
        await expect(own.getByRole("heading", { level: 1 })).toContainText("都交了");
        await own.context().close();
      }
    });

    await test.step("the reviewer approves the nil ones together and looks at the others", async () => {
      const reviewer = await signedIn("赵审核");
      await reviewer.goto("/review/queue");
      await reviewer.getByRole("link", { name: /零报告/ }).click();
      await reviewer.getByRole("button", { name: "通过选中的 33 件" }).click();
      await expect(reviewer.getByText("已通过 33 件零报告。")).toBeVisible();
      await reviewer.goto("/review/queue");
      await reviewer.getByRole("link", { name: "从最早的一件开始" }).click();
      for (let left = 6; left > 0; left -= 1) {
        const address = reviewer.url();
        await reviewer.getByRole("button", { name: "审核通过" }).click();
        await reviewer.waitForURL((url) => url.toString() !== address);
      }
      await expect(reviewer.getByText("没有等您审核的").first()).toBeVisible();
    });

    await test.step("the report is published, and people are told by mail and in the group", async () => {
      const editor = await signedIn("钱统稿");
      await editor.goto(`/report/${cycleId}/release`);
      await editor.getByRole("button", { name: "定稿", exact: true }).click();
      await expect(editor.getByRole("heading", { level: 1 })).toContainText("已经定稿");
      const director = await signedIn("孙主任");
      await director.goto(editor.url());
      await director.getByRole("link", { name: "发布…" }).click();
      await director.getByRole("dialog").getByRole("button", { name: "发布", exact: true }).click();
      await expect(director.getByRole("heading", { level: 1 })).toContainText("已经发布");
      const reader = await newPage(browser, origin);
      await reader.goto("/reports");
      await reader
        .getByRole("link", { name: new RegExp(`${year}`) })
        .first()
        .click();
      await expect(reader.getByRole("heading", { level: 1 })).toContainText(`青绿县${year}年`);
      await expect(reader.getByText(TEXTS.opening ?? "")).toBeVisible();
    });

    await test.step("the next morning the group hears of the publication", async () => {
      await untilMorningOf(secondDay);
      await expect.poll(() => robots.taken.join("\n"), { timeout: 180_000 }).toContain("发布");
      admin = new AdminPages(await signedIn("周管理"));
    });

    await test.step("one unit is merged into another, and one is split in two", async () => {
      for (const [unit, reason] of [
        ["粮食局", "并入发展改革局"],
        ["文化旅游局", "分设文化局和旅游局"],
      ] as const) {
        await admin.page.goto("/admin/units");
        await admin.page.getByRole("link", { name: `修改${unit}` }).click();
        await admin.page.locator("#dissolve-unit").getByLabel("原因").fill(reason);
        await admin.page.locator("#dissolve-unit").getByRole("button", { name: "撤销单位" }).click();
        await expect(admin.page.getByRole("button", { name: "恢复报送" })).toBeVisible();
      }
      await admin.page.goto("/admin/units");
      for (const unit of ["文化局", "旅游局"]) {
        await admin.page.locator("#add-unit").getByLabel("单位名称").fill(unit);
        await admin.page.locator("#add-unit").getByRole("button", { name: "添加单位" }).click();
        await expect(admin.page.getByText(`已添加“${unit}”`)).toBeVisible();
      }
    });

    const nextId = await test.step("what differs is listed, decided and opened", async () => {
      await admin.page.goto("/admin/cycles/open");
      await expect(admin.page.getByText("撤销：粮食局、文化旅游局")).toBeVisible();
      await expect(admin.page.getByText("新增：文化局、旅游局")).toBeVisible();
      await admin.page.getByLabel("“粮食局”已撤销，由谁接续").selectOption({ label: "发展改革局" });
      await admin.page.getByLabel("（五）监督保障").selectOption({ label: "去掉这一条" });
      await admin.page.getByLabel("（四）政府信息公开平台建设").selectOption({ label: "可以沿用去年的文字" });
      await admin.page.getByRole("button", { name: `开${year + 1}年度` }).click();
      await admin.page.waitForURL(/\/admin\/cycles\/[0-9a-f-]{36}/);
      return admin.page.url().split("/").at(-1) ?? "";
    });

    await test.step("the outline is changed: a heading goes up by its button, and one goes down by dragging", async () => {
      await admin.page.goto(`/admin/cycles/${nextId}?view=outline&order=1`);
      const rows = admin.page.getByRole("listitem").filter({ has: admin.page.getByTitle("拖动") });
      await expect(rows.nth(1)).toContainText("（一）主动公开");
      await admin.page.getByRole("button", { name: "把（二）依申请公开往上移" }).click();
      await expect(rows.nth(1)).toContainText("（一）依申请公开");
      await expect(rows.nth(2)).toContainText("（二）主动公开");
      await expect(admin.page.getByRole("status").filter({ hasText: "已移动" })).toHaveCount(1);
      const grips = admin.page.getByTitle("拖动");
      await grips.nth(1).dragTo(rows.nth(4));
      await expect(rows.nth(4)).toContainText("（四）依申请公开");
    });

    await test.step("the successor starts from the open requests of both, and the office's text may be used again", async () => {
      const desk = new UnitDesk(await signedIn("发展改革局填报人"));
      await desk.open(REQUESTS);
      await expect(desk.page.getByLabel(CARRIED_IN, { exact: true })).toHaveValue("1");
      const office = new UnitDesk(await signedIn("李本机"));
      await office.open("总体情况");
      await expect(office.page.getByText("监督保障")).toHaveCount(0);
      await office.page.getByRole("button", { name: "放进去年的文字" }).click();
      await expect(office.page.locator('[id="paragraph:platform"]')).toHaveValue(TEXTS.platform ?? "");
    });
  } finally {
    await endLaunched(dataDir);
    await Promise.all([mail.stop(), robots.stop(), proxy.stop()]);
    await rm(dataDir, { recursive: true, force: true });
  }
});
