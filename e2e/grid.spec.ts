import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { fillWorkbook } from "../lib/intake/testing/workbook-parts";
import { expect, test } from "./fixtures";
import { SectionPage } from "./pages/section-page";

const CELL = {
  received: "一、本年新收政府信息公开申请数量，自然人",
  receivedBusiness: "一、本年新收政府信息公开申请数量，商业企业",
  carriedIn: "二、上年结转政府信息公开申请数量，自然人",
  granted: "（一）予以公开，自然人",
  grantedBusiness: "（一）予以公开，商业企业",
  grantedResearch: "（一）予以公开，科研机构",
  last: "四、结转下年度继续办理，其他",
};

/** The line under the table in which the grid says what is selected and what was done. */
const said = (page: Page) => page.getByRole("status", { name: "选中的和做了的" });

test("a block is copied out of the table and pasted back, undone and redone, without the mouse", async ({ as }) => {
  const page = await as("submitter");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const section = new SectionPage(page);
  const { keyboard } = page;
  const field = (name: string) => section.field(name);
  await section.open("收到和处理政府信息公开申请情况");

  await test.step("keys lead to the ends of the table and of a row", async () => {
    await field(CELL.granted).focus();
    await keyboard.press("Control+End");
    await expect(field(CELL.last)).toBeFocused();
    await keyboard.press("Control+Home");
    await expect(field(CELL.received)).toBeFocused();
    await keyboard.press("End");
    await expect(field("一、本年新收政府信息公开申请数量，其他")).toBeFocused();
    await keyboard.press("Home");
    await expect(field(CELL.received)).toBeFocused();
  });

  await test.step("a row is typed, and the blanks beside it become 0 by a key", async () => {
    await field(CELL.granted).fill("4");
    await field(CELL.grantedBusiness).fill("");
    await field(CELL.grantedResearch).fill("");
    await field(CELL.granted).focus();
    await keyboard.press("Alt+0");
    await expect(field(CELL.grantedBusiness)).toHaveValue("0");
    await expect(field(CELL.granted)).toHaveValue("4");
    await keyboard.press("Control+z");
    await expect(field(CELL.grantedBusiness)).toHaveValue("");
    await expect(said(page)).toContainText("已撤销");
    await keyboard.press("Control+y");
    await expect(field(CELL.grantedBusiness)).toHaveValue("0");
    await expect(said(page)).toContainText("已重做");
  });

  await test.step("the block goes out as text and as a table", async () => {
    await field(CELL.granted).focus();
    await keyboard.press("Shift+ArrowRight");
    await keyboard.press("Shift+ArrowRight");
    await expect(said(page)).toContainText("选中 1 行 3 列，共 3 格，合计 4。");
    await keyboard.press("Control+c");
    await expect(said(page)).toContainText("已复制 3 格");
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text();
      return { text: await read("text/plain"), html: await read("text/html") };
    });
    expect(copied.text).toBe("4\t0\t0");
    expect(copied.html).toMatch(/<td[^>]*>4<\/td><td[^>]*>0<\/td><td[^>]*>0<\/td>/);
  });

  const partly = "（二）部分公开（区分处理的，只计这一情形，不计其他情形），自然人";
  await test.step("and comes back in another row", async () => {
    await keyboard.press("Escape");
    await expect(said(page)).not.toContainText("选中");
    await section.fill({ [partly]: "9" });
    await section.saved();
    await field(partly).focus();
    await keyboard.press("Control+v");
    await expect(field(partly)).toHaveValue("4");
    await keyboard.press("Control+z");
    await expect(field(partly)).toHaveValue("9");
    await keyboard.press("Control+Shift+z");
    await expect(field(partly)).toHaveValue("4");
    await section.saved();
    await page.reload();
    await expect(field(partly)).toHaveValue("4");
  });

  await test.step("the keys are listed over the page", async () => {
    await field(CELL.granted).focus();
    await keyboard.press("F1");
    const help = page.getByRole("dialog", { name: "表格里的键盘" });
    await expect(help).toContainText("Ctrl+Shift+Z");
    await keyboard.press("Escape");
    await expect(help).toBeHidden();
    await expect(field(CELL.granted)).toBeFocused();
  });
});

test("the mouse draws a block, the whole table is copied, and pasted it changes nothing", async ({ as }) => {
  const page = await as("submitter");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const section = new SectionPage(page);
  await section.open("收到和处理政府信息公开申请情况");
  await section.field(CELL.received).focus();

  await section.field(CELL.received).hover();
  await page.mouse.down();
  await section.field(CELL.grantedBusiness).hover();
  await page.mouse.up();
  await expect(said(page)).toContainText("选中 3 行 2 列");
  await section.field(CELL.receivedBusiness).click();
  await expect(said(page)).not.toContainText("选中");
  await section.field(CELL.granted).click({ modifiers: ["Shift"] });
  await expect(said(page)).toContainText("选中 3 行 2 列");

  await page.getByRole("button", { name: "复制整张表" }).click();
  await expect(said(page)).toContainText("已复制整张表");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain("（一）予以公开");
  await section.field(CELL.received).focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+v");
  await expect(page.getByText("已填入 0 格", { exact: true })).toBeVisible();

  await section.field(CELL.granted).fill("");
  await page.getByRole("button", { name: "本行空格填 0" }).click();
  await expect(section.field(CELL.granted)).toHaveValue("0");
  await section.saved();
});

test("a cell tells by key and by button who changed it, when, from what to what, and in which version", async ({
  as,
}) => {
  const page = await as("submitter");
  const section = new SectionPage(page);
  await section.open("收到和处理政府信息公开申请情况");
  const refused = section.field("6.属于四类过程性信息，自然人");
  const history = page.getByRole("dialog", { name: "这一格的记录" });

  await section.fill({ "6.属于四类过程性信息，自然人": "0" });
  await section.fill({ "6.属于四类过程性信息，自然人": "8" });
  await section.saved();
  await refused.focus();
  await page.keyboard.press("Shift+F2");
  await expect(history.getByRole("listitem").first()).toContainText("→ 8");
  await expect(history.getByRole("listitem").first()).toContainText("行政审批服务局填报人");
  await expect(history.getByRole("listitem").first()).toContainText("没有以这个数提交过");
  await expect(history.getByRole("listitem").last()).toContainText("随第1版提交");
  await page.keyboard.press("Escape");
  await expect(history).toBeHidden();
  await expect(refused).toBeFocused();

  await page.keyboard.press("Control+z");
  await expect(refused).toHaveValue("0");
  await section.saved();
  await page.getByRole("button", { name: "这一格的记录" }).click();
  await expect(history.getByRole("listitem").first()).toContainText("8 →");
});

test("a section is filled in offline in its workbook, looked at cell by cell, and taken as if it were typed", async ({
  as,
}) => {
  const page = await as("submitter");
  const section = new SectionPage(page);
  await section.open("收到和处理政府信息公开申请情况");
  const [first, second] = [
    "一、本年新收政府信息公开申请数量，法律服务机构",
    "二、上年结转政府信息公开申请数量，法律服务机构",
  ];
  await section.fill({ [first]: "1", [second]: "1" });
  await section.fill({ [first]: "2", [second]: "2" });
  await section.saved();

  const dialog = page.getByRole("dialog", { name: "用工作簿离线填写" });
  const upload = async (name: string, bytes: Uint8Array) => {
    await dialog.getByLabel("上传填好的工作簿").setInputFiles({ name, mimeType: "", buffer: Buffer.from(bytes) });
  };
  await page.getByRole("button", { name: "离线填写" }).click();
  const download = page.waitForEvent("download");
  await dialog.getByRole("link", { name: "下载工作簿" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^行政审批服务局2019年.*\.xlsx$/);
  const workbook = new Uint8Array(await readFile(await file.path()));

  await test.step("what is wrong is said with sheet and cell, and nothing is filled in", async () => {
    await upload("改坏的.xlsx", fillWorkbook(workbook, { J5: "99" }));
    await expect(dialog).toContainText("工作表“表三”J5：这一格自动合计，公式被改成了“99”");
    await upload("别的.xlsx", new TextEncoder().encode("不是工作簿"));
    await expect(dialog).toContainText("这不是 .xlsx 工作簿");
  });

  await test.step("a cell that was changed here since is taken only when it is ticked", async () => {
    await page.keyboard.press("Escape");
    await section.fill({ [second]: "3" });
    await section.saved();
    await page.getByRole("button", { name: "离线填写" }).click();
    await upload("填好的.xlsx", fillWorkbook(workbook, { H5: "8", H6: "9" }));
    await expect(dialog).toContainText("要改 2 格");
    const meanwhile = dialog.getByRole("checkbox", { name: /网上又改过/ });
    await expect(meanwhile).not.toBeChecked();
    await expect(dialog.getByRole("button", { name: "填入 1 格" })).toBeVisible();
    await meanwhile.check();
    await dialog.getByRole("button", { name: "填入 2 格" }).click();
    await expect(dialog).toBeHidden();
    await expect(section.field(first)).toHaveValue("8");
    await expect(section.field(second)).toHaveValue("9");
    await section.saved();
  });

  await section.field(first).focus();
  await page.keyboard.press("Control+z");
  await expect(section.field(first)).toHaveValue("2");
  await section.saved();
});
