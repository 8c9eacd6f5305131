import { expect, test } from "./fixtures";

const MEGABYTE = 1024 * 1024;
const file = (bytes: number) => ({ name: "年报.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(bytes) });

test("a file that is too large is told before it travels, and what was typed stays", async ({ as }) => {
  const page = await as("admin");
  await page.goto("/admin/past-reports");
  const posts: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") posts.push(request.url());
  });
  const chooser = page.getByLabel("报告文件");
  await page.getByLabel("或者粘贴报告全文").fill("已经写了的");
  await chooser.setInputFiles(file(10 * MEGABYTE + 1));
  await expect(chooser).toHaveAccessibleDescription(/文件超过 10 MB。请只保留年报正文和表格再试。/);
  await page.getByRole("button", { name: "读取" }).click();
  await expect(chooser).toBeFocused();
  await expect(page.getByLabel("或者粘贴报告全文")).toHaveValue("已经写了的");
  expect(posts).toEqual([]);

  await chooser.setInputFiles(file(10));
  await page.getByRole("button", { name: "读取" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "没有读成" })).toBeVisible();
});

test("what is sent without a script and is too large is answered in plain words", async ({ request }) => {
  const answer = await request.post("/checkup", { multipart: { file: file(23 * MEGABYTE) } });
  expect(answer.status()).toBe(413);
  expect(await answer.text()).toContain("年报文件不超过 10 MB");
});
