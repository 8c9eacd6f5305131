import { createHash } from "node:crypto";
import { sealedLine, sealedText } from "../lib/domain/seal";
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
  await page.getByRole("button", { name: "核对", exact: true }).click();
  await expect(page.getByText("核验码属于这份报告")).toBeVisible();
  await expect(page.getByText("平潭综合实验区2020年政府信息公开工作年度报告")).toBeVisible();

  await page.getByLabel("核验码").fill("0000 0000 0000 0000");
  await page.getByRole("button", { name: "核对", exact: true }).click();
  await expect(page.getByText("没有这个核验码")).toBeVisible();

  await page.getByLabel("核验码").fill("你好");
  await page.getByRole("button", { name: "核对", exact: true }).click();
  await expect(page.getByText(/核验码应该是 16 位（内容校验值是 64 位）/)).toBeVisible();
});

test("a file at hand is told from one that somebody changed", async ({ page, request }) => {
  await page.goto("/reports");
  await page.getByRole("link", { name: "平潭综合实验区2021年度报告", exact: true }).click();
  const address = await page.getByRole("link", { name: "JSON", exact: true }).getAttribute("href");
  const published = await (await request.get(address ?? "")).text();
  const check = async (text: string): Promise<void> => {
    await page.goto("/reports/verify");
    const file = { name: "报告.json", mimeType: "application/json", buffer: Buffer.from(text) };
    await page.getByLabel("文件", { exact: true }).setInputFiles(file);
    await page.getByRole("button", { name: "核对文件" }).click();
  };
  await check(published);
  await expect(page.getByText("“报告.json”是这里发布的文件")).toBeVisible();
  await check(published.replace('"70"', '"71"'));
  await expect(page.getByText("“报告.json”与这里发布的文件不同")).toBeVisible();
  await check('{"title":"别处的"}');
  await expect(page.getByText("“报告.json”不是从这里发布的")).toBeVisible();
});

test("programs find every report and figure, and are told when nothing changed", async ({ page, request }) => {
  await page.goto("/reports/data");
  const figures = await (await request.get("/reports/data/figures-2021.json")).json();
  const received = figures.filter(
    ({ body, cell }: Record<string, unknown>) => body === "平潭综合实验区" && cell === "requests.received.total",
  );
  expect(received.map(({ value }: Record<string, unknown>) => value)).toEqual(["70"]);
  const list = await request.get("/reports/data/reports.csv");
  expect(await list.text()).toContain(received[0].url);
  expect(list.headers()["access-control-allow-origin"]).toBe("*");
  const again = await request.get("/reports/data/reports.csv", {
    headers: { "If-None-Match": list.headers().etag ?? "" },
  });
  expect(again.status()).toBe(304);
  for (const address of ["/reports/feed", "/sitemap.xml"]) {
    expect(await (await request.get(address)).text()).toContain(received[0].url);
  }
  await page.goto(received[0].url);
  const inPage = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
  const variables = inPage["@graph"][1].variableMeasured;
  expect(variables).toContainEqual(expect.objectContaining({ propertyID: "requests.received.total", value: "70" }));
});

test("a figure is compared over years and bodies at an address of its own, without a script, and as a file", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto("/reports");
  await page.getByRole("link", { name: "比较各地各年的数字" }).click();
  const row = page.getByRole("row").filter({ hasText: "平潭综合实验区" });
  await expect(row).toContainText("70");
  await expect(page.getByRole("columnheader", { name: /^20\d\d年比20\d\d年$/ })).toBeVisible();
  await expect(page.getByText("这些年份用的表不一样")).toBeVisible();
  await expect(page.getByRole("img", { name: /2019.*23.*2021.*70/ })).toBeVisible();

  const label = "行政许可·本年处理决定数量";
  await page.getByLabel("数据项").selectOption({ label });
  await page.getByRole("button", { name: "比较", exact: true }).click();
  await expect(page).toHaveURL(/figure=active\.licensing\.decisions&body=/);
  await expect(page.getByRole("heading", { level: 2, name: label })).toBeVisible();
  const shown = (await row.getByRole("link").allTextContents()).map((text) => (text === "未填" ? "" : text));
  const link = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
  const file = await context.request.get(link ?? "");
  expect(await file.text()).toContain(`平潭综合实验区,${shown.join(",")}`);
  await row.getByRole("link").last().click();
  await page.getByRole("link", { name: "与其他地方和年份比较" }).click();
  await expect(page.getByRole("heading", { level: 2, name: label })).toBeVisible();
  await context.close();
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

test("a proof file and the seal of a receipt show that an event is sealed, without signing in", async ({ page }) => {
  // The only event of a district of its own: nothing of it is in the database.
  const district = { districtId: "00000000-0000-4000-8000-000000000001", number: 1, previous: "", upToEventId: 7 };
  const nobody = { actorId: null, organisationId: null, cycleId: null, submissionId: null, reportId: null };
  const at = new Date("2020-01-06T01:00:00Z");
  const told = { type: "unit_added", data: { name: "某局" } };
  const event = sealedLine({ id: 7, ...nobody, actorName: "张三", at, ...told });
  const root = createHash("sha256").update(Uint8Array.of(0)).update(event).digest("hex");
  const seal = { ...district, eventCount: 1, sealedAt: at.toISOString(), algorithm: "sha256" as const, size: 1 };
  const hash = createHash("sha256")
    .update(sealedText({ ...seal, root }))
    .digest("hex");
  const send = async (text: string, digits: string) => {
    await page.goto("/reports/verify");
    await page.getByRole("link", { name: "核验一条记录是否在封存的历史里" }).click();
    const buffer = Buffer.from(text);
    await page.getByLabel("证明文件").setInputFiles({ name: "proof.json", mimeType: "application/json", buffer });
    await page.getByLabel("封存号").fill(digits);
    await page.getByRole("button", { name: "核验" }).click();
  };
  const proof = { schema: "nianbao.proof/1", district: "某区", event, index: 0, path: [], seal };
  await send(JSON.stringify(proof), hash.slice(0, 16).replace(/(.{4})/g, "$1 "));
  await expect(page.getByText("这条记录在已封存的历史里。")).toBeVisible();
  await expect(page.getByText("张三")).toBeVisible();

  await send(JSON.stringify({ ...proof, event: event.replace("张三", "李四") }), hash);
  await expect(page.getByText("按这份文件算出的封存值与这个封存号不符")).toBeVisible();
  await expect(page.getByLabel("封存号")).toHaveValue(hash);
});
