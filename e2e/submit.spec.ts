import { expect, PASSWORD, test } from "./fixtures";
import { SectionPage } from "./pages/section-page";

const clerk = (unit: string) => ({ account: `${unit}填报人`, password: PASSWORD });
const CELL = {
  received: "一、本年新收政府信息公开申请数量，自然人",
  granted: "（一）予以公开，自然人",
  other: "（六）其他处理，自然人",
  carriedOut: "四、结转下年度继续办理，自然人",
};

test("a clerk is told what is wrong, puts it right, submits, gets a receipt and takes it back", async ({ as }) => {
  const section = new SectionPage(await as(clerk("公共资源交易中心")));
  await section.open("收到和处理政府信息公开申请情况");
  await expect(section.panel).toContainText("还有 132 格没有填");
  await seePanelToItsEnd(section);

  await section.fill({ [CELL.received]: "3", [CELL.granted]: "2" });
  await section.panel.getByRole("button", { name: "空着的都填 0" }).click();
  await expect(section.panel).toContainText("收到的件数和办结的件数对不上，少 1 件。");
  await expect(section.panel).toContainText("3 + 0 = 3");
  await expect(section.bar).toContainText("改好 1 处错误后可以提交");

  await section.submit();
  const summary = section.page.getByRole("alert").filter({ hasText: "还有 1 处要改好，才能提交" });
  await expect(summary).toBeFocused();
  await summary.getByRole("link").click();
  await expect(section.field(CELL.received)).toBeFocused();
  await expect(section.panel).toContainText("收到的申请，按申请人的身份分列");

  await section.fill({ [CELL.carriedOut]: "1" });
  await expect(section.panel).toContainText("没有要处理的");
  await section.submit();
  await expect(section.state).toHaveText("待审核");
  await expect(section.page.locator(":focus")).toContainText("第1版");
  await expect(section.panel).toContainText(/19-\d\d-01-[0-9A-Z]{4}/);

  await section.page.goto("/desk");
  await expect(section.row("收到和处理政府信息公开申请情况")).toContainText("待审核");
  await expect(section.page.getByText("已收到，办公室可以看到")).toBeVisible();

  await section.open("收到和处理政府信息公开申请情况");
  await section.page.getByRole("button", { name: "撤回修改" }).click();
  await expect(section.state).toHaveText("填报中");
  await expect(section.field(CELL.received)).toHaveValue("3");
  await section.fill({ [CELL.received]: "0", [CELL.granted]: "0", [CELL.carriedOut]: "0" });
  await section.saved();
});

/** What is longer than the window scrolls within the panel, which goes down to the bar and cuts nothing. */
async function seePanelToItsEnd({ page, panel, bar }: SectionPage): Promise<void> {
  const size = page.viewportSize() ?? { width: 1366, height: 768 };
  await page.setViewportSize({ ...size, height: 560 });
  await panel.getByRole("tab", { name: "填报说明" }).click();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const [aside, below] = [await panel.boundingBox(), await bar.boundingBox()];
  const gap = (below?.y ?? 0) - (aside?.y ?? 0) - (aside?.height ?? 0);
  expect(gap).toBeGreaterThanOrEqual(0);
  expect(gap).toBeLessThan(24);
  const last = panel.locator("p:visible, li:visible").last();
  await last.scrollIntoViewIfNeeded();
  await expect(last).toBeInViewport({ ratio: 1 });
  await page.setViewportSize(size);
  await panel.getByRole("tab", { name: "要处理" }).click();
}

test("a section that was submitted meanwhile takes no more figures, and says so", async ({ as, browser }) => {
  const late = new SectionPage(await as(clerk("公共资源交易中心")));
  const storageState = await late.page.context().storageState();
  const quick = new SectionPage(await (await browser.newContext({ storageState })).newPage());
  await late.open("收到和处理政府信息公开申请情况");
  await quick.open("收到和处理政府信息公开申请情况");
  const zeros = quick.panel.getByRole("button", { name: "空着的都填 0" });
  if (await zeros.isVisible()) await zeros.click();
  await quick.submit();
  await expect(quick.state).toHaveText("待审核");

  await late.fill({ "（一）予以公开，自然人": "9" });
  await expect(late.bar).toContainText("您在另一个窗口");
  await expect(late.bar).toContainText("已经提交，这一步现在不能做");
  await expect(late.bar).toContainText("没有保存，现在不能提交");
  await expect(late.field("（一）予以公开，自然人")).toHaveValue("9");
  await late.bar.getByRole("button", { name: "刷新看最新情况" }).click();
  await expect(late.state).toHaveText("待审核");
  await expect(late.page.getByRole("alert").filter({ hasText: "刷新前有 1 处没有保存" })).toContainText("：9");

  await quick.page.getByRole("button", { name: "撤回修改" }).click();
  await expect(quick.state).toHaveText("填报中");
  await late.page.getByRole("button", { name: "撤回修改" }).click();
  await expect(late.page.getByText(/已经撤回修改/)).toBeVisible();
  await quick.page.context().close();
});

test("a warning wants a reason, which stays as long as the figures do", async ({ as }) => {
  const section = new SectionPage(await as(clerk("公共资源交易中心")));
  await section.open("收到和处理政府信息公开申请情况");
  const zeros = section.panel.getByRole("button", { name: "空着的都填 0" });
  if (await zeros.isVisible()) await zeros.click();
  await section.fill({ [CELL.received]: "10", [CELL.other]: "10" });
  await expect(section.panel).toContainText("“其他处理”10 件，占办结 10 件的 100.0%");
  await expect(section.bar).toContainText("说明 1 处提醒后可以提交");
  await section.saved();

  await section.panel.getByRole("button", { name: "写说明" }).click();
  await section.panel.getByRole("button", { name: "保存说明" }).click();
  await expect(section.panel).toContainText("请填写这一项");
  await section.panel.getByLabel("情况说明").fill("十件都是同一人要求查阅档案，已告知去档案馆查。");
  await section.panel.getByRole("button", { name: "保存说明" }).click();
  await expect(section.panel).toContainText("已说明：十件都是同一人要求查阅档案，已告知去档案馆查。");
  await expect(section.bar).toContainText("可以提交");
  await section.page.goto("/desk");
  await expect(section.row("收到和处理政府信息公开申请情况")).toContainText("1 处提醒，已说明");

  await section.open("收到和处理政府信息公开申请情况");
  await section.fill({ [CELL.received]: "11", [CELL.other]: "11" });
  await expect(section.bar).toContainText("说明 1 处提醒后可以提交");
  await section.fill({ [CELL.received]: "0", [CELL.other]: "0" });
  await section.saved();
});

test("a copied table goes in as a block and can be taken back", async ({ as }) => {
  const section = new SectionPage(await as(clerk("公共资源交易中心")));
  await section.open("收到和处理政府信息公开申请情况");
  const cells = ["一、本年新收政府信息公开申请数量，自然人", "二、上年结转政府信息公开申请数量，商业企业"] as const;
  const before = await section.field(cells[0]).inputValue();

  await section.page.getByRole("button", { name: "从表格粘贴" }).click();
  await section.page.getByLabel("粘贴到这里").fill("１\t 2 \n3\t1,234");
  await section.page.getByRole("button", { name: "填入表格" }).click();
  await expect(section.field(cells[0])).toHaveValue("1");
  await expect(section.field(cells[1])).toHaveValue("1234");
  // What is taken back before it was sent is not saved at all. The message that offers it goes by itself, the key does not.
  await section.saved();
  await section.field(cells[0]).press("Control+z");
  await expect(section.field(cells[0])).toHaveValue(before);
  await section.saved();
});

test("a section in which nothing happened is declared nil in one step", async ({ as }) => {
  const section = new SectionPage(await as(clerk("公共资源交易中心")));
  await section.open("行政复议、行政诉讼情况");
  await section.page.getByRole("button", { name: "全部填 0" }).click();
  await expect(section.page.getByText("本部分为零报告")).toBeVisible();
  await expect(section.field("行政复议，结果维持")).toHaveValue("0");

  await section.submit();
  await expect(section.state).toHaveText("待审核");
  await section.page.getByRole("button", { name: "版次" }).click();
  await expect(section.page.getByRole("dialog")).toContainText("零报告");
});

test("the head declines with a reason, the clerk puts it right, the head signs", async ({ as }) => {
  const [clerkPage, headPage] = [new SectionPage(await as(clerk("应急管理局"))), new SectionPage(await as("head"))];
  await headPage.page.goto("/desk");
  await expect(headPage.page.getByRole("heading", { level: 1 })).toContainText("有 1 项等您签字");
  await headPage.page.getByRole("link", { name: "去签字：第一部分" }).click();
  await expect(headPage.panel).toContainText("应急管理局填报人");
  await headPage.page.getByText("不签，退给填报人").first().click();
  await headPage.page.getByLabel("退回原因").fill("短信条数请再核对一次。");
  await headPage.page.getByRole("button", { name: "不签，退给填报人" }).click();
  await expect(headPage.page.getByText("没有签字，已退给填报人修改。")).toBeVisible();

  await clerkPage.page.goto("/desk");
  await expect(clerkPage.page.getByText("短信条数请再核对一次。")).toBeVisible();
  await clerkPage.open("总体情况");
  await expect(clerkPage.page.getByText(/没有签字，请改好再送签。/)).toBeVisible();
  await clerkPage.submit();
  await clerkPage.whyUnchanged.fill("已核对，条数无误");
  await clerkPage.submit();
  await expect(clerkPage.state).toHaveText("待签字");

  const why = "信息处理费的收据还缺两张，月底前补齐。";
  await test.step("a signature needs every statement answered, and a reason where one does not hold", async () => {
    await headPage.open("总体情况");
    const sign = headPage.page.getByRole("button", { name: "签字并送审" });
    await sign.click();
    await expect(headPage.page.getByText("每一项声明都要选“是”或“否”。")).toHaveCount(5);
    await headPage.answer({ 信息处理费: " " });
    await sign.click();
    const reason = headPage.page.getByLabel("为什么不是").and(headPage.page.locator("[aria-invalid=true]"));
    await expect(reason).toBeVisible();
    await expect(headPage.page.getByRole("radio", { name: "是", exact: true, checked: true })).toHaveCount(4);
    await reason.fill(why);
    await sign.click();
    await expect(headPage.state).toHaveText("待审核");
  });

  await test.step("the office reads it in the queue and on the section's page", async () => {
    const reviewer = await as("reviewer");
    await reviewer.goto("/review/queue");
    const row = reviewer.getByRole("row").filter({ hasText: "应急管理局" }).filter({ hasText: "负责人有保留" });
    await row.getByRole("link").first().click();
    await expect(reviewer.getByText("负责人签字时有 1 项声明答“否”")).toBeVisible();
    await expect(reviewer.getByText(why)).toBeVisible();
  });
});

test("filling in, submitting and withdrawing work without scripts, and lose nothing", async ({
  as,
  browser,
  baseURL,
}) => {
  const storageState = await (await as(clerk("司法办公室"))).context().storageState();
  const context = await browser.newContext({ storageState, javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  const section = new SectionPage(page);
  const [upheld, corrected] = [section.field("行政复议，结果维持"), section.field("行政复议，结果纠正")];

  await section.open("行政复议、行政诉讼情况");
  await expect(page.locator("noscript > div").filter({ hasText: "没有运行脚本" })).toBeVisible();
  await expect(section.bar).toContainText("提交时，空着的 10 格按 0 计");

  await upheld.fill("2");
  await corrected.fill("３件");
  await page.getByRole("button", { name: "全部填 0" }).click();
  await expect(page.getByText("有 2 格已经填了不是 0 的数，不能报零报告。")).toBeVisible();
  await expect(upheld).toHaveValue("2");
  await expect(corrected).toHaveValue("３件");

  await corrected.fill("3");
  await section.field("行政复议，尚未审结").fill("0");
  await corrected.press("Enter");
  await expect(page.getByText("已保存 2 处。")).toBeVisible();
  await section.open("行政复议、行政诉讼情况");
  await expect(corrected).toHaveValue("3");
  await expect(page.locator("#cell-litigation-review-total [data-slot='value']")).toHaveText("5");

  const other = new SectionPage(await as({ account: "司法办公室填报人", password: PASSWORD }));
  await other.open("行政复议、行政诉讼情况");
  await other.fill({ "行政复议，结果维持": "7" });
  await other.saved();
  await upheld.fill("4");
  await section.submit();
  await expect(page.getByText(/行政复议·结果维持：这里填 4，您在另一个窗口/)).toBeVisible();
  await expect(upheld).toHaveValue("4");
  await upheld.fill("0");
  await corrected.fill("0");
  await section.bar.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("已保存 2 处。")).toBeVisible();
  await page.getByRole("button", { name: "全部填 0" }).click();
  await section.submit();
  await expect(section.state).toHaveText("待审核");
  await page.getByRole("button", { name: "撤回修改" }).click();
  await expect(section.state).toHaveText("填报中");
  await context.close();
});

test("texts, indicators and explanations are saved without scripts by the button that says so", async ({
  as,
  browser,
  baseURL,
}) => {
  const storageState = await (await as("enforcement")).context().storageState();
  const context = await browser.newContext({ storageState, javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  const section = new SectionPage(page);

  await section.open("总体情况");
  const text = page.getByRole("textbox").first();
  const before = await text.inputValue();
  await text.fill(`${before}\n第二行没有丢。`);
  await section.bar.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("已保存 1 处。")).toBeVisible();
  await section.open("总体情况");
  await expect(text).toHaveValue(`${before}\n第二行没有丢。`);
  await context.close();
});

test("an address that is nobody's is not found", async ({ as }) => {
  const page = await as("submitter");
  for (const address of ["/desk/00000000-0000-4000-8000-000000000000", "/desk/nothing"]) {
    expect((await page.goto(address))?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "没有这一页" })).toBeVisible();
  }
});

test("what comes again unchanged wants a reason, and a review that was taken up is given up again", async ({ as }) => {
  const section = new SectionPage(await as(clerk("公共资源交易中心")));
  await section.open("行政复议、行政诉讼情况");
  const withdraw = section.page.getByRole("button", { name: "撤回修改" });
  await expect(withdraw.or(section.submitButton)).toBeVisible();
  // The journey above may have sent it already.
  if (await section.submitButton.isVisible()) {
    await section.page.getByRole("button", { name: "全部填 0" }).click();
    await section.submit();
  }
  await withdraw.click();
  // Before the button is pressed nobody asks why nothing changed.
  await expect(section.submitButton).toBeVisible();
  await expect(section.whyUnchanged).toBeHidden();
  await section.submit();
  await expect(section.page.getByText(/内容和上次提交的第1版一样，没有改动/)).toBeVisible();
  await expect(section.whyUnchanged).toBeFocused();
  await section.whyUnchanged.fill("误撤回，原数无误");
  await section.submit();
  await expect(section.state).toHaveText("待审核");

  const gone = await as("reviewer");
  await gone.goto("/review/queue");
  const row = gone.getByRole("row", { name: "公共资源交易中心" }).filter({ hasText: "复议诉讼" });
  await row.getByRole("link").first().click();
  await gone.getByRole("button", { name: "由我来审" }).click();
  await expect(gone.getByText("您正在审核，单位不能再撤回")).toBeVisible();
  const other = await as("secondReviewer");
  await other.goto(gone.url());
  await other.getByRole("button", { name: "放开" }).click();
  await expect(other.getByText("单位还可以撤回")).toBeVisible();
  await section.open("行政复议、行政诉讼情况");
  await section.page.getByRole("button", { name: "撤回修改" }).click();
  await expect(section.state).toHaveText("填报中");
});
