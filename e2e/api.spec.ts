import { expect, test } from "./fixtures";

test("a token is made on the account page, works on the page of the interface, and ends at once", async ({
  as,
  request,
}) => {
  const page = await as("finance");
  await page.goto("/account");
  const form = page.locator("#make-token");
  const name = `台账导入${crypto.randomUUID().slice(0, 8)}`;
  await form.getByLabel("名称").fill(name);
  await form.getByLabel("填报、报送和签发").check();
  await form.getByLabel("您的密码").fill("nianbao-demo");
  await form.getByRole("button", { name: "生成令牌" }).click();
  const token = (await page.locator("[data-token]").textContent()) ?? "";
  expect(token).toMatch(/^nianbao_[0-9a-f]{32}_[\w-]{43}$/);
  const headers = { authorization: `Bearer ${token}` };
  expect((await request.get("/api/v1/token", { headers })).status()).toBe(200);

  await page.goto("/help/api");
  const call = page.locator("#listYears");
  await call.locator("summary").click();
  await call.getByRole("button", { name: "试一试" }).click();
  await call.getByLabel("访问令牌").fill(token);
  await call.getByRole("button", { name: "发送" }).click();
  await expect(call.locator("[data-answer]")).toContainText('"year": 2019');
  await call.getByLabel("访问令牌").fill("nothing");
  await call.getByRole("button", { name: "发送" }).click();
  await expect(call.locator("[data-answer]")).toContainText("令牌不对、已停用或已过期");

  await page.goto("/account");
  const row = page.getByRole("row").filter({ hasText: name });
  await row.getByRole("button", { name: "停用" }).click();
  await expect(row).toHaveCount(0);
  expect((await request.get("/api/v1/token", { headers })).status()).toBe(401);
});

test("a system gets an account, and an address is told; both are ended again", async ({ as }) => {
  const page = await as("admin");
  await page.goto("/admin/connections");
  const system = page.locator("#add-system");
  const name = `公文交换${crypto.randomUUID().slice(0, 8)}`;
  await system.getByLabel("系统名称").fill(name);
  await system.getByLabel("账号").fill(name);
  await system.getByRole("button", { name: "添加业务系统" }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();

  const webhook = page.locator("#add-webhook");
  await webhook.getByLabel("名称").fill(name);
  await webhook.getByLabel("地址").fill("http://oa.example/in");
  await webhook.getByRole("button", { name: "添加地址" }).click();
  await expect(webhook.getByRole("alert")).toContainText("https://");
  await webhook.getByLabel("地址").fill("https://oa.example/in");
  await webhook.getByRole("button", { name: "添加地址" }).click();
  await expect(page.locator("[data-token]")).toContainText("whsec_");
  const told = page.getByRole("region", { name });
  await told.getByRole("link", { name: "移除" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "移除" }).click();
  await expect(told).toHaveCount(0);

  const card = page.locator("section").filter({ has: page.getByRole("heading", { name }) });
  await card.getByRole("link", { name: "停用系统" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "停用系统" }).click();
  await expect(page.getByRole("heading", { name })).toHaveCount(0);
});
