import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { freePort } from "../db/free-port";
import { endLaunched, launch, type StartedApp, untilReady } from "../scripts/testing/started-app";
import { inspect } from "./axe";
import { ACCOUNTS, expect, PASSWORD, signIn, test } from "./fixtures";
import { SectionPage } from "./pages/section-page";

const REQUESTS = "收到和处理政府信息公开申请";
const GRANTED = "（一）予以公开，自然人";
const LEDGER = [
  "行政审批服务局2019年依申请公开台账",
  "序号,收到日期,申请人姓名,联系电话,申请内容,申请人类别,办理结果,答复日期",
  "1,2019-01-14,王小明,13800001111,某地块征收批复,公民,予以公开,2019-02-01",
  "2,2019年3月4日,李小红,13800002222,某项目环评,公民,予以公开,2019年5月20日",
  "3,2019/4/8,赵大力,13800003333,历年补贴名单,公民,已电话告知本人,2019/4/20",
  "4,2019.6.3,某某商贸有限公司,66881234,招标文件,公司,本机关不掌握,2019.6.20",
  "5,年中某天,孙小美,13800004444,会议纪要,公民,予以公开,2019-07-20",
  "6,2019-09-02,周小天,13800005555,讨论记录,公民,予以公开、重复申请,2019-09-20",
  "7,2019-12-23,吴小雨,13800006666,规划图,公民,,",
  "合计,7件,,,,,,",
].join("\r\n");
const FILE = { name: "王小明的台账.csv", mimeType: "text/csv", buffer: Buffer.from(LEDGER) };
const PERSONAL = /王小明|李小红|赵大力|孙小美|周小天|吴小雨|商贸有限|1380000|66881234|征收批复|会议纪要/;

let app: StartedApp;
let dataDir: string;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(600_000);
  dataDir = await mkdtemp(join(tmpdir(), "nianbao-e2e-"));
  app = launch({ port: await freePort(), dataDir, env: { NIANBAO_PROCESSES: "1", NIANBAO_BACKUP_KEEP: "0" } });
  await untilReady(app);
});

test.afterAll(async () => {
  await endLaunched(dataDir);
  await rm(dataDir, { recursive: true, force: true });
});

async function pageOf(browser: Browser, who: keyof typeof ACCOUNTS, more: BrowserContextOptions = {}): Promise<Page> {
  const storageState = await signIn(app.origin, ACCOUNTS[who], PASSWORD);
  return (await browser.newContext({ baseURL: app.origin, storageState, ...more })).newPage();
}

async function readLedger(page: Page): Promise<void> {
  await page.getByLabel("台账文件").setInputFiles(FILE);
  await page.getByRole("button", { name: "读取" }).click();
  await expect(page.getByRole("heading", { name: "是这样读的" })).toBeVisible();
}

test("table three is counted from the clerk's ledger, each cell leads to its lines, and the office sees them", async ({
  browser,
}) => {
  const page = await pageOf(browser, "submitter");
  const section = new SectionPage(page);
  await section.open(REQUESTS);
  const before = await section.field(GRANTED).inputValue();
  await page.getByRole("link", { name: "从台账计数" }).click();

  await test.step("it is looked at before anything is stored, and nothing personal is on the page", async () => {
    await readLedger(page);
    await expect(page.getByText("这些列在读取时已经丢掉：序号、申请人姓名、联系电话、申请内容。")).toBeVisible();
    await expect(page.getByText("读到 7 件申请（一张表）；其中 4 件计入，3 件没有计入。")).toBeVisible();
    const faults = page.getByRole("table", { name: "没有计入的 3 行" });
    await expect(faults.getByRole("row", { name: /第 5 行.*还没有选计到哪一行/ })).toBeVisible();
    await expect(faults.getByRole("row", { name: /第 7 行.*收到日期认不出/ })).toBeVisible();
    await expect(faults.getByRole("row", { name: /第 8 行.*有两个办理结果/ })).toBeVisible();
    await expect(page.getByRole("table", { name: "超过法定期限的答复" })).toContainText("用了 55 个工作日，期限 20 个");
    expect(await page.content()).not.toMatch(PERSONAL);
    expect(await inspect(page, "the preview of a ledger")).toEqual([]);
  });

  await test.step("a word that is not known is explained once, and counted", async () => {
    await page.getByLabel("“已电话告知本人”计为").selectOption({ label: "（一）予以公开" });
    await expect(page.getByRole("button", { name: /^记入表三/ })).toHaveAttribute("aria-disabled", "true");
    await page.getByRole("button", { name: "按这样重新计算" }).click();
    await expect(page.getByText("其中 5 件计入，2 件没有计入")).toBeVisible();
    await expect(
      page.getByRole("table", { name: "会改动的格" }).getByRole("row", { name: /予以公开·自然人/ }),
    ).toContainText("3");
    await page.getByRole("button", { name: "记入表三（2 行没有计入）" }).click();
    await expect(page.getByText("已经记入表三。", { exact: false })).toBeVisible();
  });

  await test.step("a number leads to the lines that it counts", async () => {
    await page.getByRole("link", { name: /予以公开·自然人：3 件/ }).click();
    const rows = page.getByRole("table", { name: /予以公开·自然人：3 件/ });
    await expect(rows.getByRole("rowheader")).toHaveText(["第 3 行", "第 4 行", "第 5 行"]);
    expect(await page.content()).not.toMatch(PERSONAL);
  });

  await test.step("a cell typed over is said to differ", async () => {
    await page.getByRole("link", { name: "回到表三" }).click();
    await expect(page.getByText(/表三由台账计出/)).toBeVisible();
    await expect(section.field(GRANTED)).toHaveValue("3");
    await section.fill({ [GRANTED]: "4" });
    await section.saved();
    await expect(section.panel.getByText(/按台账数出来是 3/)).toBeVisible();
    await section.fill({ [GRANTED]: "3" });
    await section.saved();
  });

  const ledgerPath = new URL(page.url()).pathname;
  await test.step("the office sees the same, and can change nothing", async () => {
    const office = await pageOf(browser, "reviewer");
    await office.goto(`${ledgerPath.replace("/desk/", "/review/")}/ledger`);
    await office.getByRole("link", { name: /予以公开·自然人：3 件/ }).click();
    await expect(office.getByRole("rowheader", { name: "第 4 行" })).toBeVisible();
    await expect(office.getByRole("button")).toHaveCount(0);
    expect(await inspect(office, "a unit's ledger at the office")).toEqual([]);
    const stranger = await pageOf(browser, "finance");
    expect((await stranger.goto(`${ledgerPath}/ledger`))?.status()).toBe(404);
  });

  await test.step("it is removed, and the figures go back", async () => {
    await page.goto(`${ledgerPath}/ledger`);
    await page.getByRole("checkbox", { name: /恢复到记入台账之前/ }).check();
    await page.getByRole("button", { name: "移除台账" }).click();
    await expect(page.getByText("台账已经移除。")).toBeVisible();
    await page.getByRole("link", { name: "回到表三" }).click();
    await expect(section.field(GRANTED)).toHaveValue(before);
  });
});

test("the same without JavaScript, with what was said of words before", async ({ browser }) => {
  const page = await pageOf(browser, "submitter", { javaScriptEnabled: false });
  await page.goto("/desk");
  await page.getByRole("row").filter({ hasText: REQUESTS }).getByRole("link").first().click();
  await page.getByRole("link", { name: "从台账计数" }).click();
  await readLedger(page);
  await expect(page.getByText("其中 5 件计入，2 件没有计入")).toBeVisible();
  await page
    .getByLabel("“予以公开”计为")
    .selectOption({ label: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）" });
  await page.getByRole("button", { name: "按这样重新计算" }).click();
  await expect(
    page.getByRole("table", { name: "会改动的格" }).getByRole("row", { name: /部分公开.*自然人/ }),
  ).toContainText("2");
  await page.getByRole("button", { name: /^记入表三/ }).click();
  await expect(page.getByText("已经记入表三。", { exact: false })).toBeVisible();
});
