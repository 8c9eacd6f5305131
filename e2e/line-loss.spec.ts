import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { freePort } from "../db/free-port";
import { endLaunched, kill, launch, processesWith, type StartedApp, untilReady } from "../scripts/testing/started-app";
import { findChromium } from "./find-chromium";
import { ACCOUNTS, expect, PASSWORD, signIn, test } from "./fixtures";
import { AdminPages } from "./pages/admin-pages";
import { SectionPage } from "./pages/section-page";

const REQUESTS = "收到和处理政府信息公开申请";
const [GRANTED, REPEAT, RESEARCH] = ["（一）予以公开，自然人", "2.重复申请，自然人", "（一）予以公开，科研机构"];
const KEPT = /处填了，没有保存到系统里/;

let app: StartedApp;
let dataDir: string;
let profile: string;
let port: number;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(600_000);
  [dataDir, profile] = [
    await mkdtemp(join(tmpdir(), "nianbao-e2e-")),
    await mkdtemp(join(tmpdir(), "nianbao-profile-")),
  ];
  port = await freePort();
  await start();
});

test.afterAll(async () => {
  await endLaunched(dataDir);
  for (const folder of [dataDir, profile]) await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  app = launch({ port, dataDir, env: { NIANBAO_PROCESSES: "1", NIANBAO_BACKUP_KEEP: "0" } });
  await untilReady(app);
}

/** The clerk's own browser with its profile on the disk. */
function openProfile(): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: findChromium() ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking"],
    baseURL: app.origin,
    locale: "zh-CN",
    viewport: { width: 1366, height: 768 },
  });
}

/** The same, signed in anew. */
async function openBrowser(): Promise<{ context: BrowserContext; section: SectionPage }> {
  const context = await openProfile();
  const { cookies } = await signIn(app.origin, ACCOUNTS.submitter, PASSWORD);
  await context.addCookies(cookies);
  return { context, section: new SectionPage(await context.newPage()) };
}

/** Ends the browser as a power cut would: nothing in it is told. */
async function killBrowser(context: BrowserContext): Promise<void> {
  const ended = new Promise((resolve) => context.once("close", resolve));
  for (const pid of processesWith(profile)) kill(pid);
  await ended;
  await expect.poll(() => processesWith(profile).length).toBe(0);
}

/** What the server has, as another window of the same person shows it. */
async function storedIn(browser: Browser, path: string, field: string): Promise<string> {
  const storageState = await signIn(app.origin, ACCOUNTS.submitter, PASSWORD);
  const context = await browser.newContext({ baseURL: app.origin, storageState, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(path);
  const value = await page.getByLabel(field, { exact: true }).inputValue();
  await context.close();
  return value;
}

const pathOf = (page: Page) => new URL(page.url()).pathname;
/** What was typed is on the disk before the browser is ended. */
const keptOnDisk = (page: Page, values: number) =>
  expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const opening = indexedDB.open("nianbao");
            opening.onsuccess = () => {
              const counting = opening.result.transaction("typed").objectStore("typed").count();
              counting.onsuccess = () => resolve(counting.result);
            };
          }),
      ),
    )
    .toBe(values);

test("typed while the line is cut: it arrives when the line is back", async ({ browser }) => {
  const { context, section } = await openBrowser();
  await section.open(REQUESTS);
  await context.setOffline(true);
  await section.fill({ [REPEAT]: "5" });
  await expect(section.bar.getByText("断线，连上后自动保存 1 格")).toBeVisible();
  await context.setOffline(false);
  await section.saved();
  expect(await storedIn(browser, pathOf(section.page), REPEAT)).toBe("5");
  await keptOnDisk(section.page, 0);
  await context.close();
});

test("typed while the line is cut and the browser is killed: each value is sent or thrown away", async ({
  browser,
}) => {
  const first = await openBrowser();
  await first.section.open(REQUESTS);
  await first.context.setOffline(true);
  await first.section.fill({ [REPEAT]: "6", [RESEARCH]: "2" });
  // The third is still being typed when everything ends.
  await first.section.field(GRANTED).fill("9");
  await keptOnDisk(first.section.page, 3);
  await killBrowser(first.context);

  const { context, section } = await openBrowser();
  await section.open(REQUESTS);
  const { page } = section;
  await expect(page.getByText("有 3 处填了，没有保存到系统里：")).toBeVisible();
  await expect(section.field(REPEAT)).toHaveValue("5");
  await page.getByRole("button", { name: /^送出：2.重复申请/ }).click();
  await page.getByRole("button", { name: /^不要了：（一）予以公开.*科研机构/ }).click();
  await expect(page.getByText("有 1 处填了，没有保存到系统里：")).toBeVisible();
  await section.saved();
  expect(await storedIn(browser, pathOf(page), REPEAT)).toBe("6");
  expect(await storedIn(browser, pathOf(page), RESEARCH)).not.toBe("2");

  await test.step("signing out says that something is left, and keeps it when told to", async () => {
    await page.getByText(ACCOUNTS.submitter).first().click();
    await page.getByRole("button", { name: "退出登录" }).click();
    await expect(page.getByText("这台电脑上还有您填了、没有保存的内容。", { exact: false })).toBeVisible();
    await page.getByRole("button", { name: "留下，先去保存" }).click();
    await keptOnDisk(page, 1);
  });

  await test.step("somebody else changed the cell meanwhile: both values are shown", async () => {
    const storageState = await signIn(app.origin, "行政审批服务局部门负责人", PASSWORD);
    const other = new SectionPage(await (await browser.newContext({ baseURL: app.origin, storageState })).newPage());
    await other.page.goto(pathOf(page));
    await other.fill({ [GRANTED]: "8" });
    await other.saved();
    await page.reload();
    await page.getByRole("button", { name: /^送出：（一）予以公开/ }).click();
    await expect(page.getByText(/您填 9，行政审批服务局部门负责人 .* 填了 8/)).toBeVisible();
    await page.getByRole("button", { name: "留我的 9" }).click();
    await section.saved();
    await expect(page.getByText(KEPT)).toBeHidden();
    await keptOnDisk(page, 0);
    expect(await storedIn(browser, pathOf(page), GRANTED)).toBe("9");
  });
  await context.close();
});

test("typed while the server is away: it arrives when the server is back", async ({ browser }) => {
  const { context, section } = await openBrowser();
  await section.open(REQUESTS);
  app.signal("SIGKILL");
  await endLaunched(dataDir);
  await section.fill({ [REPEAT]: "4" });
  await expect(section.bar.getByText("断线，连上后自动保存 1 格")).toBeVisible();
  await start();
  await section.saved();
  await expect(section.bar.getByText(/^断线/)).toBeHidden();
  expect(await storedIn(browser, pathOf(section.page), REPEAT)).toBe("4");
  await context.close();
});

test("typed after an administrator ended the session: it is said, kept, and sent after coming back", async ({
  browser,
}) => {
  const { context, section } = await openBrowser();
  await section.open(REQUESTS);
  const path = pathOf(section.page);
  const storageState = await signIn(app.origin, ACCOUNTS.admin, PASSWORD);
  const admin = await (await browser.newContext({ baseURL: app.origin, storageState })).newPage();
  await admin.goto("/admin/people");
  await admin.getByRole("link", { name: ACCOUNTS.submitter }).first().click();
  await admin.getByRole("link", { name: "停用账号…" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "停用账号" }).click();
  await expect(admin.getByText("已停用").first()).toBeVisible();

  await section.fill({ [REPEAT]: "3" });
  await expect(section.bar.getByText("您已退出登录，填的内容还在。", { exact: false })).toBeVisible();
  await keptOnDisk(section.page, 1);
  await killBrowser(context);
  await admin.getByRole("button", { name: "恢复账号" }).click();
  const slip = admin.getByRole("region", { name: "登录码" });
  const code = (await slip.locator("dt", { hasText: "一次性登录码" }).locator("+ dd").textContent()) ?? "";

  const again = await openProfile();
  const back = new AdminPages(await again.newPage());
  await back.setPassword(ACCOUNTS.submitter, code, "correct horse battery");
  await back.page.goto(path);
  await expect(back.page.getByText("有 1 处填了，没有保存到系统里：")).toBeVisible();
  await back.page.getByRole("button", { name: /^送出：2.重复申请/ }).click();
  const section3 = new SectionPage(back.page);
  await section3.saved();
  await expect(section3.field(REPEAT)).toHaveValue("3");
  await keptOnDisk(back.page, 0);
  await again.close();
});
