import { findIds } from "./doors";
import { expect, test } from "./fixtures";

const PROJECTS = "active.procurement.projects";

test("a figure opens the units behind it, with who sent and who approved it", async ({ as, requestAs }) => {
  const { cycleId = "" } = (await findIds(requestAs)).office ?? {};
  const page = await as("auditor");
  await page.goto(`/report/${cycleId}`);
  await page.getByRole("link", { name: /^政府集中采购·采购项目数量：597/ }).click();

  const source = page.getByRole("dialog", { name: "数据来源：政府集中采购·采购项目数量" });
  const row = source.getByRole("row", { name: /财政局/ });
  await expect(row).toContainText("597");
  await expect(row).toContainText("100.0%");
  await expect(row).toContainText("财政局填报人");
  await expect(row).toContainText("工委管委办公室审核人");
  await expect(source.getByText("597 = 597")).toBeVisible();
  await expect(source.getByText("提出汇总调整")).toHaveCount(0);

  await page.keyboard.press("Escape");
  await expect(source).toHaveCount(0);
});

test("the same without a script: the address holds the figure", async ({ browser, as, requestAs }) => {
  const { cycleId = "" } = (await findIds(requestAs)).office ?? {};
  const storageState = await (await as("auditor")).context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState });
  const page = await context.newPage();
  await page.goto(`/report/${cycleId}`);
  await page.getByRole("link", { name: "三、依申请公开" }).click();
  await page.getByRole("link", { name: /^一、本年新收政府信息公开申请数量·总计/ }).click();
  await expect(page.getByRole("dialog")).toContainText("由 6 格相加");
  await context.close();
});

test("an adjustment counts when a second person has signed it, and not when it is declined", async ({
  as,
  requestAs,
}) => {
  const { cycleId = "" } = (await findIds(requestAs)).office ?? {};
  const address = `/report/${cycleId}?section=active&cell=${PROJECTS}`;
  const editor = await as("editor");
  const director = await as("director");
  const openForm = async () => {
    await editor.goto(address);
    const amount = editor.getByLabel(/^增减数/);
    // A press while the page still begins may be lost.
    await expect(async () => {
      if (!(await amount.isVisible())) await editor.getByText("提出汇总调整").click();
      await expect(amount).toBeVisible({ timeout: 2_000 });
    }).toPass();
  };
  const propose = async (amount: string, reason: string) => {
    await openForm();
    await editor.getByLabel(/^增减数/).fill(amount);
    await editor.getByLabel("原因").fill(reason);
    await editor.getByRole("button", { name: "提出调整" }).click();
    await expect(editor.getByText(reason)).toBeVisible();
  };

  await propose("一件", "写成了字");
  await expect(editor.getByText("请填一个数，不要带单位，也不能是 0。")).toBeVisible();
  await expect(editor.getByLabel("原因")).toHaveValue("写成了字");

  await propose("-1", "联合采购的一件，两家都报了");
  await expect(editor.getByText("您提出的调整要由另一个人签字。")).toBeVisible();
  await expect(editor.getByRole("button", { name: "签字并计入" })).toHaveCount(0);
  await expect(editor.getByText("签字后为 596")).toBeVisible();

  await director.goto(address);
  await director.getByRole("button", { name: "签字并计入" }).click();
  await expect(director.getByRole("link", { name: /^政府集中采购·采购项目数量：596/ })).toBeVisible();
  await expect(director.getByText("597 − 1 = 596")).toBeVisible();

  await openForm();
  await editor.getByLabel(/^增减数/).fill("-9999");
  await expect(editor.getByText("调整后 596 → −9403，这一格不能是这样的数")).toBeVisible();
  await editor.getByLabel(/^增减数/).fill("-500");
  await expect(editor.getByText("调整后 596 → 96，改动超过一半，请核对")).toBeVisible();
  await editor.getByLabel("原因", { exact: true }).fill("写多了一位");
  await editor.getByRole("button", { name: "提出调整" }).click();
  await expect(editor.getByText(/改动超过一半。核对无误，请勾选后再做一次/)).toBeVisible();
  await editor.getByLabel("核对过，就是这个数").check();
  await editor.getByRole("button", { name: "提出调整" }).click();
  await expect(editor.getByText("签字后为 96")).toBeVisible();
  await director.goto(address);
  await expect(director.getByText("调整后 596 → 96，改动超过一半，请核对")).toBeVisible();
  await editor.getByRole("button", { name: "撤回", exact: true }).click();
  await expect(editor.getByText("已撤回，不计入")).toBeVisible();

  await propose("1", "查明只有一家报了，改回");
  await director.goto(address);
  await director.getByRole("button", { name: "不同意" }).click();
  await expect(director.getByText("未同意，不计入")).toBeVisible();
  await expect(director.getByRole("link", { name: /^政府集中采购·采购项目数量：596/ })).toBeVisible();

  await director.goto(address);
  await director.getByText("撤销这条调整").first().click();
  await director.getByLabel("为什么撤销").fill("复核后，两家各有一件");
  await director.getByRole("button", { name: "撤销这条调整" }).click();
  await expect(director.getByText("已撤销，不再计入")).toBeVisible();
  await expect(director.getByRole("link", { name: /^政府集中采购·采购项目数量：597/ })).toBeVisible();
});

test("the draft downloads as every file type and says that it is one", async ({ requestAs }) => {
  const { cycleId = "" } = (await findIds(requestAs)).office ?? {};
  const reviewer = await requestAs("reviewer");
  const page = await reviewer.get(`/report/${cycleId}/release`);
  const formats = [...(await page.text()).matchAll(/\/download\/([a-z]+)"/g)].map(([, format]) => format ?? "");
  expect(new Set(formats).size).toBeGreaterThanOrEqual(5);
  for (const format of new Set(formats)) {
    // Another journey may change the report between the two requests; then both are asked for again.
    await expect(async () => {
      const answer = await reviewer.get(`/report/${cycleId}/download/${format}`);
      expect([format, answer.status()]).toEqual([format, 200]);
      const name = decodeURIComponent(answer.headers()["content-disposition"] ?? "");
      expect(name).toContain("草稿");
      const again = await reviewer.get(`/report/${cycleId}/download/${format}`, {
        headers: { "If-None-Match": answer.headers().etag ?? "" },
      });
      expect([format, again.status()]).toEqual([format, 304]);
    }).toPass();
  }
  const unknown = await reviewer.get(`/report/${cycleId}/download/exe`);
  expect(unknown.status()).toBe(404);
});
