import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { RENDER_FORMATS } from "../lib/render/render-format";
import { findIds } from "./doors";
import { finishYear } from "./finish-year";
import { expect, PASSWORD, test, VERIFICATION_CODE } from "./fixtures";
import { AdminPages } from "./pages/admin-pages";
import { ComposePage } from "./pages/compose-page";
import { SectionPage } from "./pages/section-page";
import { UnitDesk } from "./pages/unit-desk";
import { readFigures, readWords } from "./report-files";

const UNIT = "行政审批服务局";
const LATE_UNIT = "数据局";
const REQUESTS = "收到和处理政府信息公开申请情况";
const GRANTED = "（一）予以公开，自然人";
const IN_PART = "（二）部分公开（区分处理的，只计这一情形，不计其他情形），自然人";
const DELIBERATIVE = "6.属于四类过程性信息，自然人";
const COMMENT = "这件没有提供任何内容，请计入“6.属于四类过程性信息”。";
const SENTENCE =
  "在政务服务平台发布行政许可223条，处理决定5228件，行政处罚净增5条，处理决定17件。本年度发生政府集中采购数量597件，金额1098.26万元。";
const REASON = "这方面今年没有新的工作。";
const NOTE = "政府信息管理方面，本年度没有新的制度出台。";

const EXPECTED: Readonly<Record<string, string>> = JSON.parse(
  readFileSync("db/demo/reports/qianwan-2019-expected.json", "utf8"),
).figures;

test("the year of 2019 is returned, corrected, approved, published, and every file holds its 198 figures", async ({
  as,
  requestAs,
  browser,
  baseURL,
}) => {
  test.setTimeout(1_500_000);
  const { cycleId = "" } = (await findIds(requestAs)).office ?? {};
  const clerk = new SectionPage(await as("submitter"));
  const reviewer = await as("reviewer");
  expect(Object.keys(EXPECTED)).toHaveLength(198);

  await test.step("the clerk corrects what was returned, and puts it in the wrong row", async () => {
    await clerk.open(REQUESTS);
    await expect(clerk.state).toContainText("退回");
    await clerk.fill({ [IN_PART]: "0", [GRANTED]: "2" });
    await clerk.saved();
    await clerk.submit();
    await expect(clerk.state).toHaveText("待审核");
  });

  await test.step("the reviewer notes it on the cell and gives it back", async () => {
    await reviewer.goto("/review/queue");
    await reviewer.getByRole("row", { name: UNIT }).filter({ hasText: "申请" }).getByRole("link").first().click();
    await reviewer.locator('a[data-anchor="requests.granted.natural_person"]').click();
    await reviewer.getByLabel("批注内容").fill(COMMENT);
    await reviewer.getByRole("button", { name: "加上批注" }).click();
    await reviewer.getByRole("link", { name: "退回，发出 1 条批注" }).click();
    const dialog = reviewer.getByRole("dialog");
    await dialog.getByLabel("退回原因").fill("有一件的办理结果不对。");
    await dialog.getByRole("button", { name: "退回", exact: true }).click();
    await expect(reviewer.getByText("已退回，单位在任务列表里能看到")).toBeVisible();
  });

  await test.step("the clerk, whose page is from before, is told; reads it at the cell, corrects it, submits", async () => {
    await clerk.page.getByRole("button", { name: "撤回修改" }).click();
    await expect(clerk.page.getByText(/已经退回，这一步现在不能做/)).toBeVisible();
    await clerk.open(REQUESTS);
    await expect(clerk.page.getByText(COMMENT).first()).toBeVisible();
    // The first return has left a comment too.
    const remark = clerk.page.getByRole("listitem").filter({ hasText: COMMENT });
    await remark.getByRole("button", { name: "不改，说明原因" }).click();
    await clerk.page.getByRole("button", { name: "答复审核人" }).click();
    await expect(clerk.page.getByLabel("为什么不改")).toHaveAttribute("aria-invalid", "true");
    await clerk.page.getByRole("button", { name: "取消" }).click();
    await clerk.fill({ [GRANTED]: "1", [DELIBERATIVE]: "1" });
    await clerk.saved();
    await remark.getByRole("button", { name: "已按批注修改" }).click();
    await expect(remark.getByRole("button", { name: "已按批注修改" })).toHaveCount(0);
    await clerk.submit();
    await expect(clerk.state).toHaveText("待审核");
  });

  await test.step("the reviewer reads the answer beside the comment and takes it", async () => {
    await reviewer.goto("/review/queue");
    await reviewer.getByRole("row", { name: UNIT }).filter({ hasText: "申请" }).getByRole("link").first().click();
    await reviewer.getByRole("navigation", { name: "旁注" }).getByRole("link", { name: /^批注/ }).click();
    await expect(reviewer.getByText("单位：已修改")).toBeVisible();
    await reviewer.getByRole("button", { name: "收下答复" }).click();
    await expect(reviewer.getByText("已收下")).toBeVisible();
  });

  await test.step("everybody else finishes, the head signs, and the reviewer approves all of it", async () => {
    await finishYear(baseURL ?? "", (unit, section) => unit === UNIT && section === "requests");
    const head = new SectionPage(await as("head"));
    await test.step("the head declines first, and the clerk reads by whom and why", async () => {
      await head.open("总体情况");
      const decline = head.page.locator("details").filter({ hasText: "不签，退给填报人" });
      await decline.locator("summary").click();
      await decline.getByRole("button", { name: "不签，退给填报人" }).click();
      await expect(head.page.getByLabel("退回原因")).toHaveAttribute("aria-invalid", "true");
      await head.page.getByLabel("退回原因").fill("请再核对一次开头的话");
      await decline.getByRole("button", { name: "不签，退给填报人" }).click();
      await expect(head.page.getByText("没有签字，已退给填报人修改")).toBeVisible();
      await expect(head.submitButton).toHaveCount(0);

      const preparer = new SectionPage(await as({ account: "应急管理局填报人", password: PASSWORD }));
      await preparer.open("总体情况");
      await expect(preparer.page.getByText(/^负责人应急管理局部门负责人 .* 没有签字，请改好再送签/)).toBeVisible();
      await expect(preparer.page.getByText("请再核对一次开头的话")).toBeVisible();
      await expect(preparer.submitButton).toHaveAccessibleName("送负责人签字");
      await preparer.submit();
      await preparer.whyUnchanged.fill("已核对，没有问题");
      await preparer.submit();
      await expect(preparer.state).toHaveText("待签字");
    });
    await head.open("总体情况");
    await head.answer();
    await head.page.getByRole("button", { name: "签字并送审" }).click();
    await expect(head.state).toHaveText("待审核");
    await reviewer.goto("/review/queue");
    const start = reviewer.getByRole("link", { name: "从最早的一件开始" });
    await expect(start).toBeVisible();
    const waiting = await reviewer.locator("main tbody tr").count();
    await start.click();
    const bar = reviewer.getByRole("region", { name: "操作" });
    for (let decided = 0; decided < waiting; decided += 1) {
      const address = reviewer.url();
      await reviewer.getByRole("button", { name: "审核通过" }).click();
      await reviewer.waitForURL((url) => url.toString() !== address);
      // What is said of the one decided before stands in the bar: it moves nothing on the page of the next.
      if (decided < waiting - 1) await expect(bar.getByRole("status").filter({ hasText: "已审核通过" })).toBeVisible();
    }
    await expect(reviewer.getByRole("main").getByText("没有等您审核的")).toHaveCount(1);
  });

  const editor = new ComposePage(await as("editor"));
  await test.step("every figure of the roll-up is right on the screen", async () => {
    const shown: Record<string, string> = {};
    for (const section of ["active", "requests", "litigation"]) {
      await editor.page.goto(`/report/${cycleId}?section=${section}`);
      for (const link of await editor.page.locator("a[href*='cell=']").all()) {
        const key = new URL((await link.getAttribute("href")) ?? "", baseURL).searchParams.get("cell") ?? "";
        const name = (await link.getAttribute("aria-label")) ?? "";
        shown[key] =
          name
            .split("：")
            .at(-1)
            ?.replace(/[^\d.-].*$/, "") ?? "";
      }
    }
    expect(shown).toEqual(EXPECTED);
  });

  await test.step("the editor puts the contradicting sentence right and gives the reasons that are asked for", async () => {
    await editor.open(cycleId);
    const marks = editor.text("（一）主动公开").locator("[data-unit]");
    await expect(marks).not.toHaveCount(0);
    const units = await marks.evaluateAll((lines) => lines.map((line) => line.getAttribute("data-unit")));
    expect(new Set(units).size).toBe(units.length);
    expect(units).toContain("财政局");
    await editor.write("（一）主动公开", SENTENCE);
    await explainAll(editor.page);
  });

  await test.step("chooses one of them to be printed, in words for the public", async () => {
    await editor.tab("说明").click();
    await editor.page.getByRole("button", { name: "印成附注" }).first().click();
    await editor.page.getByLabel("附注的文字").fill(NOTE);
    await editor.page.getByRole("button", { name: "印在报告里" }).click();
    await expect(editor.page.getByText("印成附注：")).toHaveCount(1);
  });

  await test.step("each file of the draft holds the expected figures, cell by cell, and the note", async () => {
    const office = await requestAs("editor");
    const download = async (format: string) => (await office.get(`/report/${cycleId}/download/${format}`)).body();
    await expectFiles(download);
    expect(readWords(await download("docx"))).toContain(NOTE);
  });

  await test.step("the editor finalises and the director publishes", async () => {
    await editor.page.goto(`/report/${cycleId}/release`);
    await editor.page.getByRole("button", { name: "定稿", exact: true }).dblclick();
    await expect(editor.page.getByRole("heading", { level: 1 })).toContainText("已经定稿");
    const director = await as("director");
    await director.goto(editor.page.url());
    await director.getByRole("link", { name: "发布…" }).press("Enter");
    const question = director.getByRole("dialog", { name: "发布第1版？" });
    await expect(question).toContainText("青岛前湾保税港区2019年");
    await director.keyboard.press("Escape");
    await expect(question).toBeHidden();
    await expect(director.getByRole("heading", { level: 1 })).toContainText("已经定稿");
    await director.getByRole("link", { name: "发布…" }).press("Enter");
    await question.getByRole("button", { name: "发布", exact: true }).dblclick();
    await expect(director.getByRole("heading", { level: 1 })).toContainText("已经发布");
  });

  await test.step("anybody reads it without signing in, and every file that they take along is right", async () => {
    const nobody = await (await browser.newContext(baseURL ? { baseURL } : {})).newPage();
    await nobody.goto("/reports");
    await nobody.getByRole("link", { name: "青岛前湾保税港区2019年度报告", exact: true }).click();
    await expect(nobody.getByRole("heading", { level: 1 })).toContainText("青岛前湾保税港区2019年");
    const page = await readFigures(new TextEncoder().encode(await nobody.content()), "page.html");
    expect(page.get("page.html")).toEqual(EXPECTED);
    await expect(nobody.getByText(NOTE)).toBeVisible();
    const address = new URL(nobody.url()).pathname;
    await expectFiles(async (format) => (await nobody.request.get(`${address}/download/${format}`)).body());

    const code = (await nobody.getByText(VERIFICATION_CODE).textContent()) ?? "";
    await nobody.goto("/reports/verify");
    await nobody.getByLabel("核验码").fill(code);
    await nobody.getByRole("button", { name: "核对", exact: true }).click();
    await expect(nobody.getByText("核验码属于这份报告")).toBeVisible();
    const whole = (await nobody.getByText(/^[0-9a-f]{64}$/).textContent()) ?? "";
    await nobody.getByLabel("核验码").fill(whole);
    await nobody.getByRole("button", { name: "核对", exact: true }).click();
    await expect(nobody.getByText("核验码属于这份报告")).toBeVisible();
    await nobody.context().close();
  });

  await test.step("nothing is reopened under the published report; a correction is begun first", async () => {
    await reviewer.goto("/review?show=approved");
    await reviewer.locator("main tbody a[href^='/review/']").first().click();
    await expect(reviewer.getByText(/报告已经发布，要重新打开，请办公室负责人先开始更正/)).toBeVisible();
    await expect(reviewer.getByRole("link", { name: "重新打开" })).toHaveCount(0);
    const section = reviewer.url();

    const director = await as("director");
    await director.goto(`/report/${cycleId}/release`);
    await director.getByText("开始更正").first().click();
    await director.getByLabel("更正的原因").fill("漏了一件");
    await director.getByRole("button", { name: "开始更正" }).click();
    await expect(director.getByText("正在准备第2版更正")).toBeVisible();
    await expect(director.getByText("这次更正和已发布的第1版一样，还没有改动")).toBeVisible();

    await reviewer.goto(section);
    await reviewer.getByRole("link", { name: "重新打开" }).click();
    const dialog = reviewer.getByRole("dialog");
    await dialog.getByLabel("重新打开的原因").fill("漏了一件");
    await dialog.getByRole("button", { name: "重新打开", exact: true }).click();
    await expect(reviewer.getByText("已退回", { exact: true }).first()).toBeVisible();
  });

  await test.step("a unit that comes in late has a day of its own, and nobody forgets that it wants a clerk", async () => {
    const admin = new AdminPages(await as("admin"));
    await admin.page.goto("/admin/units");
    await admin.page.locator("#add-unit").getByLabel("名称").fill(LATE_UNIT);
    await admin.page.locator("#add-unit").getByRole("button").last().click();
    await expect(admin.page.locator("#add-unit")).toContainText(`已添加“${LATE_UNIT}”`);

    await admin.page.goto(`/admin/cycles/${cycleId}`);
    const include = admin.page.locator("form[id^='include-']");
    await include.getByRole("button", { name: "纳入" }).click();
    await expect(include).toContainText("原来的截止时间已经过了");
    await include.getByLabel("交到什么时候").fill(new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10));
    await include.getByRole("button", { name: "纳入" }).click();
    const row = admin.page.getByRole("row").filter({ has: admin.page.getByRole("rowheader", { name: LATE_UNIT }) });
    await expect(row).toContainText("没有填报人");

    const account = `${LATE_UNIT}填报人`;
    const code = await admin.addPerson({ name: account, account, unit: LATE_UNIT, role: "填报人" });
    const context = await browser.newContext(baseURL ? { baseURL } : {});
    const clerk = new UnitDesk(await context.newPage());
    await new AdminPages(clerk.page).setPassword(account, code, "three short words");
    await clerk.page.goto("/desk");
    await expect(clerk.page.getByRole("row", { name: REQUESTS })).toBeVisible();
    await expect(clerk.page.getByRole("main")).not.toContainText("逾期");
    await clerk.open("行政复议、行政诉讼情况");
    await clerk.declareNil();
    await clerk.submit();
    await context.close();

    await admin.page.goto(`/admin/cycles/${cycleId}`);
    await admin.page.getByRole("link", { name: LATE_UNIT, exact: true }).click();
    await expect(admin.page.locator("#panel")).toContainText("已经提交过内容，不能免报");
    await expect(admin.page.locator("#exempt")).toHaveCount(0);
  });

  await test.step("the correction is called off, and what was reopened for it stands as before", async () => {
    const director = await as("director");
    await director.goto(`/report/${cycleId}/release`);
    await director.getByText("撤销更正").first().click();
    await director.getByLabel("为什么撤销").fill("核对后原数无误");
    await director.getByRole("button", { name: "撤销更正" }).click();
    await expect(director.getByRole("heading", { level: 1 })).toContainText("第1版已经发布");
    await reviewer.reload();
    await expect(reviewer.getByText("审核通过", { exact: true }).first()).toBeVisible();
    const admin = await as("admin");
    await admin.goto(`/admin/cycles/${cycleId}`);
    await admin.getByRole("link", { name: LATE_UNIT, exact: true }).click();
    await expect(admin.locator("#panel")).toContainText("只为一次已撤销的更正加入");
  });
});

/** Opens a file of every type and holds all of its cells against the published figures. */
async function expectFiles(download: (format: string) => Promise<Uint8Array>): Promise<void> {
  for (const format of RENDER_FORMATS) {
    const files = await readFigures(new Uint8Array(await download(format)), `report.${format}`);
    expect(files.size).toBeGreaterThanOrEqual(format === "zip" ? RENDER_FORMATS.length - 1 : 1);
    for (const [name, figures] of files) expect([format, name, figures]).toEqual([format, name, EXPECTED]);
  }
}

/** Gives the report's own warnings, those that want a reason, one. */
async function explainAll(page: Page): Promise<void> {
  const given = page.getByText("已说明：");
  const open = page.getByRole("button", { name: "写说明", exact: true });
  const count = await open.count();
  for (let explained = 1; explained <= count; explained += 1) {
    await open.first().click();
    await page.getByLabel("情况说明").fill(REASON);
    await page.getByRole("button", { name: "保存说明" }).click();
    await expect(given).toHaveCount(explained);
  }
}
