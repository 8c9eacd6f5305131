import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { findIds } from "./doors";
import { expect, test } from "./fixtures";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

test("the office's template is checked when it is uploaded, and the report is written into it", async ({
  as,
  requestAs,
}) => {
  const admin = await as("admin");
  await admin.goto("/admin/letterhead");
  const [download] = await Promise.all([
    admin.waitForEvent("download"),
    admin.getByRole("link", { name: "下载模板样例" }).click(),
  ]);
  const sample = readFileSync(await download.path());
  const upload = async (name: string, buffer: Buffer) => {
    await admin.getByLabel("Word 文件").setInputFiles({ name, mimeType: WORD, buffer });
    await admin.getByRole("button", { name: /^(上传|换一个)模板$/ }).click();
  };

  const parts = unzipSync(sample);
  const text = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  const wrong = zipSync({
    ...parts,
    "word/document.xml": strToU8(text.replace("正文", "文号")),
    "word/vbaProject.bin": new Uint8Array(1),
  });
  await upload("有错.docx", Buffer.from(wrong));
  const errors = admin.getByRole("alert").first();
  await expect(errors).toContainText("文件里有宏");
  await expect(errors).toContainText("不认识占位符 {{文号}}");
  await expect(errors).toContainText("没有 {{正文}}");

  await upload("红头.docx", sample);
  await expect(admin.getByText("“红头.docx”已经启用。")).toBeVisible();
  const { cycleId } = (await findIds(requestAs)).office ?? {};
  const answer = await (await requestAs("editor")).get(`/report/${cycleId}/download/docx`);
  const styles = strFromU8(unzipSync(await answer.body())["word/styles.xml"] ?? new Uint8Array());
  expect(styles).toContain("发文机关标志");

  await admin.getByText("停用模板").first().click();
  await admin.getByRole("button", { name: "停用模板" }).click();
  await expect(admin.getByText("没有上传模板，用系统自带的公文格式。")).toBeVisible();
});

test("a file with annexes is made aside, says how far it is, and is fetched from its list", async ({ as }) => {
  const editor = await as("editor");
  await editor.goto("/review");
  await editor.getByRole("link", { name: "发布", exact: true }).click();
  await editor.getByRole("link", { name: /其他选择/ }).click();
  await editor.getByLabel("文件类型").selectOption("html");
  await editor.getByLabel("附各单位报送数据").check();
  await editor.getByRole("button", { name: "开始做" }).click();
  await expect(editor.getByText("已经开始做")).toBeVisible();
  const link = editor.getByRole("link", { name: /^下载（/ }).first();
  await expect(link).toBeVisible({ timeout: 30_000 });
  const [download] = await Promise.all([editor.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toContain("（附各单位数据）.html");
  expect(readFileSync(await download.path(), "utf8")).toContain("附件1");
});
