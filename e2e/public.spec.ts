import { expect, test, VERIFICATION_CODE } from "./fixtures";

test.use({ javaScriptEnabled: false });

test("anybody finds a report, reads it and takes its files along, without a script", async ({ page, request }) => {
  await page.goto("/reports");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("年度报告");
  await page.getByRole("searchbox", { name: "地区名称" }).fill("平潭");
  await page.getByRole("combobox", { name: "年度" }).selectOption("2021");
  await page.getByRole("button", { name: "查找" }).click();
  await expect(page.getByRole("link", { name: /年度报告$/ })).toHaveCount(1 + 2);
  await page.getByRole("link", { name: "平潭综合实验区2021年度报告", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("平潭综合实验区2021年");
  await expect(page.getByText("与发布时的封存值一致")).toBeVisible();

  await page.getByText(/^展开完整表格/).click();
  await expect(page.getByRole("table", { name: "收到和处理政府信息公开申请情况" })).toBeVisible();

  const file = await page.getByRole("link", { name: "JSON", exact: true }).getAttribute("href");
  const answer = await request.get(file ?? "");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["cache-control"]).toContain("immutable");
  expect((await answer.json()).figures["requests.received.total"]).toBe("70");
  const again = await request.get(file ?? "", { headers: { "If-None-Match": answer.headers().etag ?? "" } });
  expect(again.status()).toBe(304);
});

test("a code says which report it belongs to, and a wrong one says so", async ({ page }) => {
  await page.goto("/reports");
  await page.getByRole("link", { name: "平潭综合实验区2020年度报告", exact: true }).click();
  const code = (await page.getByText(VERIFICATION_CODE).textContent()) ?? "";
  await page.goto("/reports/verify");
  await page.getByLabel("核验码").fill(code.toLowerCase().replaceAll(" ", ""));
  await page.getByRole("button", { name: "核对" }).click();
  await expect(page.getByText("核验码属于这份报告")).toBeVisible();
  await expect(page.getByText("平潭综合实验区2020年政府信息公开工作年度报告")).toBeVisible();

  await page.getByLabel("核验码").fill("0000 0000 0000 0000");
  await page.getByRole("button", { name: "核对" }).click();
  await expect(page.getByText("没有这个核验码")).toBeVisible();

  await page.getByLabel("核验码").fill("你好");
  await page.getByRole("button", { name: "核对" }).click();
  await expect(page.getByText(/核验码应该是 16 位（内容校验值是 64 位）/)).toBeVisible();
});

test("what is not published is not found", async ({ request }) => {
  for (const address of [
    "/reports/00000000-0000-4000-8000-000000000000",
    "/reports/nothing",
    "/reports/00000000-0000-4000-8000-000000000000/download/pdf",
    "/reports/nothing/figures/requests.received.total",
  ]) {
    expect([address, (await request.get(address)).status()]).toEqual([address, 404]);
  }
});
