import { expect, test } from "./fixtures";

test("one's due dates are read by a calendar program at an address that is renewed and ended on the account page", async ({
  as,
  request,
}) => {
  const page = await as("finance");
  await page.goto("/account");
  await page.getByRole("button", { name: "生成订阅地址" }).click();
  await expect(page.getByText("地址已生成。以前的地址不再有效。")).toBeVisible();
  await expect(page.getByText(/\/calendar\/.+\.ics/)).toBeVisible();

  const first = (await page.getByText(/\/calendar\/.+\.ics/).textContent()) ?? "";
  const read = await request.get(first);
  expect(read.status()).toBe(200);
  expect(read.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  const text = (await read.text()).replace(/\r\n /g, "");
  expect(text).toContain("财政局");
  expect(text).not.toContain("行政审批服务局");
  expect(text.match(/^UID:[0-9a-f-]{36}@nianbao\r$/gm)?.length).toBe(text.match(/^BEGIN:VEVENT\r$/gm)?.length);
  const again = await request.get(first, { headers: { "If-None-Match": read.headers().etag ?? "" } });
  expect(again.status()).toBe(304);

  await page.getByRole("button", { name: "换一个地址" }).click();
  await expect(page.getByText(first)).toHaveCount(0);
  expect((await request.get(first)).status()).toBe(404);
  const second = (await page.getByText(/\/calendar\/.+\.ics/).textContent()) ?? "";
  expect((await request.get(second)).status()).toBe(200);

  await page.locator("#end-calendar").getByRole("button").click();
  await expect(page.getByRole("button", { name: "生成订阅地址" })).toBeVisible();
  expect((await request.get(second)).status()).toBe(404);
});
