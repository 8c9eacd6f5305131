import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findIds } from "./doors";
import { expect, PASSWORD, test } from "./fixtures";
import { ComposePage } from "./pages/compose-page";
import { RulesPage } from "./pages/rules-page";
import { SectionPage } from "./pages/section-page";

const SEED = readFileSync(join(import.meta.dirname, "../db/demo/reports/qianwan-2019.txt"), "utf8");
const WRONG = "处决数量14条";
const DECISIONS = "行政处罚，处理决定数量";
const ACTIVE = "主动公开政府信息情况";

/** The demonstration's own contradiction, followed from the clerk to the last check; it has a demonstration of its own. */
test("处决数量14条 against the table is found at submit, at review and before finalising, and is gone once corrected", async ({
  as,
  requestAs,
}) => {
  const { cycleId = "" } = (await findIds(requestAs)).office ?? {};
  const clerk = new SectionPage(await as("enforcement"));

  await test.step("the clerk cannot submit it: the summary takes the focus and leads to the words", async () => {
    await clerk.open("总体情况");
    await clerk.field("（一）主动公开").fill(`行政处罚净增4条，${WRONG}。`);
    await clerk.field("（一）主动公开").press("Tab");
    await expect(clerk.panel).toContainText(`文中写“${WRONG}”，表中“行政处罚·处理决定数量”是 12`);
    await clerk.submit();
    const summary = clerk.page.getByRole("alert").filter({ hasText: "还有 1 处要改好" });
    await expect(summary).toBeFocused();
    await summary.getByRole("link").click();
    await expect(clerk.field("（一）主动公开")).toBeFocused();
    expect(await clerk.page.evaluate(() => window.getSelection()?.toString())).toBe(WRONG);

    await clerk.panel.getByRole("button", { name: "改成 12" }).click();
    await expect(clerk.field("（一）主动公开")).toHaveValue("行政处罚净增4条，处决数量12条。");
    await expect(clerk.panel).toContainText("没有要处理的");
    const contradicting = `行政处罚净增4条，${WRONG}。`;
    await clerk.field("（一）主动公开").fill(contradicting);
    await clerk.field("（一）主动公开").press("Tab");
    await expect(clerk.panel).toContainText(WRONG);
    await clerk.saved();
    await expect(async () => {
      await clerk.page.reload();
      await expect(clerk.field("（一）主动公开")).toHaveValue(contradicting, { timeout: 5_000 });
    }).toPass();
  });

  await test.step("with the table bent to the text it goes out, and the table is put right afterwards", async () => {
    await clerk.open(ACTIVE);
    await clerk.page.getByRole("button", { name: "撤回修改" }).click();
    await clerk.fill({ [DECISIONS]: "14" });
    await clerk.saved();
    await clerk.open("总体情况");
    await clerk.submit();
    await expect(clerk.state).toHaveText("待审核");
    await clerk.open(ACTIVE);
    await clerk.fill({ [DECISIONS]: "12" });
    await clerk.saved();
    await clerk.submit();
    await clerk.whyUnchanged.fill("原数无误");
    await clerk.submit();
    await expect(clerk.state).toHaveText("待审核");
  });

  const page = await as("reviewer");
  const look = async (unit: string, section: string) => {
    await page.goto("/review/queue");
    await page
      .getByRole("row")
      .filter({ hasText: unit })
      .filter({ hasText: section })
      .getByRole("link")
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(unit);
  };
  await test.step("the reviewer is shown it, and the finding leads to the paragraph", async () => {
    await look("综合行政执法局", "总体情况");
    const finding = page.getByRole("listitem").filter({ hasText: `文中写“${WRONG}”` });
    await expect(finding).toContainText("是 12");
    await page.getByRole("link", { name: "去看错误" }).click();
    await expect(page).toHaveURL(/#.*disclosure/);
    await expect(page.locator(":target")).toContainText(WRONG);
  });

  await test.step("approved all the same, it keeps the district's report from being finalised", async () => {
    for (const [unit, section] of [
      ["综合行政执法局", "总体情况"],
      ["综合行政执法局", "主动公开"],
      ["应急管理局", "主动公开"],
    ] as const) {
      await look(unit, section);
      await page.getByRole("button", { name: "审核通过" }).click();
      await expect(page.getByText(/审核通过|没有等您审核的/).first()).toBeVisible();
    }
    const editor = await as("editor");

    await test.step("two people switch the rule off for a wrong finding, and on again", async () => {
      const [admin, director] = [new RulesPage(await as("admin")), new RulesPage(await as("director"))];
      const found = async () => {
        await editor.goto(`/report/${cycleId}/release`);
        return editor.getByRole("list", { name: "没有处理的" }).getByRole("listitem").filter({ hasText: WRONG });
      };
      const reason = "把“处决数量”认成了别的项目";
      await admin.open();
      await admin.propose({ rule: "文字与表格", effect: "停用", reason: "" });
      await expect(admin.form).toContainText("请填写这一项");
      await admin.propose({ rule: "文字与表格", effect: "停用", reason });
      await expect(admin.waiting).toContainText("停用");
      await expect(admin.waiting.getByRole("button", { name: "确认", exact: true })).toHaveCount(0);
      await expect(await found()).toHaveCount(1);

      await director.open();
      await director.decide("确认");
      await expect(director.rowOf("文字与表格")).toContainText(reason);
      await expect(await found()).toHaveCount(0);
      await editor.goto(`/report/${cycleId}`);
      await expect(editor.getByText(reason).first()).toBeVisible();

      await admin.open();
      await admin.propose({ rule: "文字与表格", effect: "按规则本来的轻重显示", reason: "规则没有错，是文字写错了" });
      await expect(admin.waiting).toContainText("规则没有错");
      await director.open();
      await director.decide("确认");
      await expect(director.rowOf("文字与表格")).toContainText("按规则本来的轻重显示");
      await expect(await found()).toHaveCount(1);
    });

    await editor.goto(`/report/${cycleId}/release`);
    const open = editor.getByRole("list", { name: "没有处理的" }).getByRole("listitem").filter({ hasText: WRONG });
    await expect(open).toContainText("是 17");
    await expect(editor.getByRole("button", { name: "定稿", exact: true })).toHaveCount(0);
    await open.getByRole("link").click();
    await expect(editor).toHaveURL(/\/compose#finding-/);
    await expect.poll(() => editor.evaluate(() => window.getSelection()?.toString())).toBe(WRONG);

    const desk = new ComposePage(editor);
    const finding = editor.getByRole("listitem").filter({ hasText: `文中写“${WRONG}”` });
    await finding.getByRole("button", { name: "换成 17，以后自动更新" }).click();
    await expect(finding).toHaveCount(0);
    await desk.saved();
    await editor.goto(`/report/${cycleId}/release`);
    await expect(editor.getByText("单位还没有全部审核通过")).toBeVisible();
    await expect(editor.getByText(WRONG)).toHaveCount(0);
  });

  await test.step("anybody is told of it in the published text, and no more once it says 17", async () => {
    const reader = await as({ account: "财政局填报人", password: PASSWORD });
    const check = async (text: string) => {
      await reader.goto("/checkup");
      await reader.getByLabel("或者粘贴报告全文").fill(text);
      await reader.getByRole("button", { name: "开始体检" }).click();
      await expect(
        reader.getByRole("heading", { name: "发现" }).or(reader.getByText("没有发现问题")).first(),
      ).toBeVisible();
      return reader.getByRole("listitem").filter({ hasText: `文中写“${WRONG}”` });
    };
    const found = await check(SEED);
    await expect(found).toContainText("是 17");
    await found.getByRole("link").click();
    await expect(reader.locator(":target")).toContainText("14");
    await expect(await check(SEED.replace(WRONG, "处决数量17条"))).toHaveCount(0);
  });
});
