import { findIds } from "./doors";
import { expect, test } from "./fixtures";
import { ComposePage } from "./pages/compose-page";

test("a typed number that contradicts its table is named, and becomes a live one by one press", async ({
  as,
  requestAs,
}) => {
  const { cycleId = "" } = (await findIds(requestAs)).office ?? {};
  const desk = new ComposePage(await as("editor"));
  await desk.open(cycleId);

  await desk.write("4.财政信息公开", "本年度发生政府集中采购数量599件。");
  const finding = desk.page.getByRole("listitem").filter({ hasText: "599" });
  await expect(finding).toContainText("597");
  await finding.getByRole("button", { name: "换成 597，以后自动更新" }).click();

  await expect(desk.text("4.财政信息公开")).toHaveText("本年度发生政府集中采购数量597件。");
  await expect(finding).toHaveCount(0);
  await desk.saved();
  await desk.page.reload();
  await expect(desk.text("4.财政信息公开").locator("[data-key='active.procurement.projects']")).toHaveText("597");

  await desk.page.getByRole("button", { name: "改回单位拼接稿" }).and(desk.page.locator(":visible")).first().waitFor();
  await desk.text("4.财政信息公开").click();
  await desk.block("4.财政信息公开").getByRole("button", { name: "改回单位拼接稿" }).click();
  await expect(desk.text("4.财政信息公开")).toContainText("推进财政预决算");
});

test("a figure goes in at the caret and stays live through typing, paragraphs and deleting", async ({
  as,
  requestAs,
}) => {
  const { cycleId = "" } = (await findIds(requestAs)).office ?? {};
  const desk = new ComposePage(await as("editor"));
  await desk.open(cycleId);
  const text = desk.text("3.公共资源交易");
  await desk.write("3.公共资源交易", "全年采购");

  await text.click();
  await desk.page.keyboard.press("Control+End");
  await desk.tab("汇总数").click();
  await desk.page.getByRole("searchbox", { name: "查找数据项" }).fill("采购项目");
  await desk.page.getByRole("button", { name: /^插入政府集中采购·采购项目数量/ }).click();
  // The editor takes the focus back with the next frame; what is typed before goes nowhere.
  await expect(text).toBeFocused();
  await desk.page.keyboard.type("件。");
  await desk.page.keyboard.press("Enter");
  await desk.page.keyboard.type("第二段。");
  await expect(text.locator("p")).toHaveText(["全年采购597件。", "第二段。"]);
  await text.blur();
  await desk.saved();
  await desk.page.reload();
  await expect(text.locator("p")).toHaveText(["全年采购597件。", "第二段。"]);
  await expect(text.locator("[data-key='active.procurement.projects']")).toHaveCount(1);
});

test("what was put in is taken back by the keyboard, and a key in braces becomes its figure", async ({
  as,
  requestAs,
}) => {
  const { cycleId = "" } = (await findIds(requestAs)).office ?? {};
  const desk = new ComposePage(await as("editor"));
  await desk.open(cycleId);
  const text = desk.text("1.提案办理结果公开");
  await desk.write("1.提案办理结果公开", "全年采购");

  await text.click();
  await desk.page.keyboard.press("Control+End");
  await desk.page.keyboard.type("{{active.procurement.projects}}件。");
  await expect(text.locator("[data-key='active.procurement.projects']")).toHaveText("597");
  await expect(text).toHaveText("全年采购597件。");

  // What follows is another act than the typing, which the keyboard takes back by itself.
  await text.blur();
  await desk.saved();
  await text.click();
  await desk.page.keyboard.press("Control+End");
  // A live figure goes as a whole, and comes back as one.
  for (let press = 0; press < 3; press += 1) await desk.page.keyboard.press("Backspace");
  await expect(text).toHaveText("全年采购");
  await desk.page.keyboard.press("Control+z");
  await expect(text.locator("[data-key='active.procurement.projects']")).toHaveText("597");

  await desk.tab("汇总数").click();
  await desk.page.getByRole("searchbox", { name: "查找数据项" }).fill("采购总金额");
  await desk.page.getByRole("button", { name: /^插入政府集中采购·采购总金额/ }).click();
  await expect(text.locator("[data-key='active.procurement.amount']")).toHaveCount(1);
  await expect(text).toBeFocused();
  await desk.page.keyboard.press("Control+z");
  await expect(text.locator("[data-key='active.procurement.amount']")).toHaveCount(0);
});

test("two editors in one heading: the second sees both texts and decides", async ({ as, requestAs }) => {
  const { cycleId = "" } = (await findIds(requestAs)).office ?? {};
  const first = new ComposePage(await as("editor"));
  const second = new ComposePage(await as("editor"));
  await first.open(cycleId);
  await second.open(cycleId);

  await first.write("5.安全生产工作", "甲写的一段。");
  await second.text("5.安全生产工作").fill("乙写的一段。");
  await second.text("5.安全生产工作").blur();

  const alert = second.page.getByRole("alert").filter({ hasText: "5.安全生产工作" });
  await alert.getByRole("button", { name: "比较两份" }).click();
  await expect(second.page.getByText("甲写的一段。").first()).toBeVisible();
  await alert.getByRole("button", { name: "用另一份" }).click();
  await expect(second.text("5.安全生产工作")).toHaveText("甲写的一段。");
  await expect(alert).toHaveCount(0);
});

test("pasted words come in plain, and markup stays words", async ({ as, requestAs }) => {
  const { cycleId = "" } = (await findIds(requestAs)).office ?? {};
  const desk = new ComposePage(await as("editor"));
  await desk.open(cycleId);
  const text = desk.text("6.社会保障工作");
  await desk.write("6.社会保障工作", "开头");
  await text.click();
  await desk.page.keyboard.press("Control+End");
  await text.evaluate((box) => {
    const data = new DataTransfer();
    data.setData("text/plain", "一段<b>字</b>\r\n二段");
    data.setData("text/html", "<h1 style='color:red'>一段</h1>");
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await text.blur();
  await desk.saved();
  await desk.page.reload();
  await expect(text.locator("p")).toHaveText(["开头一段<b>字</b>", "二段"]);
  await expect(text.locator("h1, b")).toHaveCount(0);
});

test("a sentence that two units wrote is named with both places, and one press drops one of them", async ({
  as,
  requestAs,
}) => {
  const { cycleId = "" } = (await findIds(requestAs)).office ?? {};
  const desk = new ComposePage(await as("editor"));
  await desk.open(cycleId);
  const claim = "全年组织政务公开业务培训三次。";
  await desk.write("1.提案办理结果公开", `提案全部办结。\n${claim}`);
  await desk.write("6.社会保障工作", `${claim}社保经办提速。`);
  const finding = desk.page.getByRole("listitem").filter({ hasText: `“${claim}”写了两遍` });
  await expect(finding).toContainText("提案办理结果公开”第 2 段");
  await finding.getByRole("button", { name: /提案办理结果公开”第 2 段$/ }).click();
  await expect.poll(() => desk.page.evaluate(() => window.getSelection()?.toString())).toBe(claim);

  await finding.getByRole("button", { name: /^删去.*社会保障工作”第 1 段/ }).click();
  await expect(desk.text("6.社会保障工作")).toHaveText("社保经办提速。");
  await expect(finding).toHaveCount(0);
  await desk.saved();
  await desk.page.reload();
  await expect(desk.text("6.社会保障工作")).toHaveText("社保经办提速。");
});

test("a preface that counts other parts than the report has is named", async ({ as, requestAs }) => {
  const { cycleId = "" } = (await findIds(requestAs)).office ?? {};
  const desk = new ComposePage(await as("editor"));
  await desk.open(cycleId);
  const before = await desk.text("前言").locator("p").allTextContents();
  await desk.write("前言", "本报告共五个部分。");
  const finding = desk.page.getByRole("listitem").filter({ hasText: "报告自称有 5 个部分，格式要求 6 个部分" });
  await expect(finding).toBeVisible();
  await desk.write("前言", before.join("\n"));
  await expect(finding).toHaveCount(0);
});
