import { readFileSync } from "node:fs";
import { documentOfInterchange } from "../lib/domain/document-of-interchange";
import { InterchangeReportSchema } from "../lib/domain/interchange";
import { formatForYear } from "../lib/formats";
import { renderReport } from "../lib/render";
import { expect, PASSWORD, test } from "./fixtures";
import { AdminPages } from "./pages/admin-pages";
import { SectionPage } from "./pages/section-page";

const DISTRICT = "平潭综合实验区";
const UNIT = "行政审批局";
const REQUESTS = "收到和处理政府信息公开申请情况";
const CARRIED_IN = "二、上年结转政府信息公开申请数量，自然人";
const REASON = "机构改革，转入原环保局没有办结的 2 件。";

type Page = { name: string; mimeType: string; buffer: Buffer };

/** A body's report of a year later than any that is here, as the web page that a government publishes. */
async function pageOf(body: string, year: number, carriedOut: string): Promise<Page> {
  const sample = readFileSync("db/demo/reports/pingtan-2021.json", "utf8");
  const text = sample.replaceAll("2021年", `${year}年`).replaceAll(DISTRICT, body);
  const report = InterchangeReportSchema.parse({ ...JSON.parse(text), year });
  const format = formatForYear(year);
  if (!format) throw new Error(`there is no form for ${year}`);
  const figures = { ...report.figures, "requests.carried_out.natural_person": carriedOut };
  const document = documentOfInterchange({ ...report, figures }, format);
  return { name: `${year}.html`, mimeType: "text/html", buffer: Buffer.from(await renderReport(document, "html")) };
}

test("a past year's report is taken in, and the next year starts from what it carried out", async ({ as }) => {
  const admin = new AdminPages(await as({ account: `${DISTRICT}办公室管理员`, password: PASSWORD }));
  const clerk = new SectionPage(await as({ account: `${UNIT}填报人（平潭）`, password: PASSWORD }));

  const before = await test.step("the year that is to be opened leads to the report before it", async () => {
    await admin.page.goto("/admin/cycles/open");
    const link = admin.page.getByRole("link", { name: /^先收入 \d{4} 年的年报/ });
    const year = Number((await link.textContent())?.match(/\d{4}/)?.[0]);
    await link.click();
    return year;
  });
  await test.step("the administrator looks at what was read, and takes it over", async () => {
    await admin.page.getByLabel("报告文件").setInputFiles(await pageOf(DISTRICT, before, "3"));
    await admin.page.getByRole("button", { name: "读取" }).click();
    const found = admin.page.getByRole("region", { name: "读出的报告" });
    await expect(found).toContainText(`${DISTRICT}${before}年`);
    await expect(
      found
        .getByRole("row", { name: /四、结转下年度继续办理/ })
        .getByRole("cell")
        .first(),
    ).toHaveText("3");
    await admin.page.getByLabel("原来的发布日期").fill(`${before + 1}-01-20`);
    await admin.page.getByRole("button", { name: `收入 ${before} 年年报` }).click();
    await admin.page.getByRole("link", { name: `${before} 年`, exact: true }).click();
    await expect(admin.page.getByRole("heading", { level: 1 })).toContainText(`${DISTRICT}${before}年`);
  });

  await test.step("a unit takes in the one that it published itself", async () => {
    const { page } = clerk;
    await page.goto("/");
    const place = page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "本单位年报" });
    await place.click();
    await expect(place).toHaveAttribute("aria-current", "page");
    await page.getByLabel("报告文件").setInputFiles(await pageOf(UNIT, before, "3"));
    await page.getByRole("button", { name: "读取" }).click();
    await page.getByLabel("哪个单位").selectOption({ label: UNIT });
    await page.getByRole("button", { name: "读入单位年报" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: `${UNIT}　${UNIT}${before}年` })).toBeVisible();
  });

  await test.step("one that names another body waits until a second person says why it is the unit's", async () => {
    const { page } = clerk;
    await page.goto("/published");
    await page.getByLabel("报告文件").setInputFiles(await pageOf("行政服务中心", before - 1, "7"));
    await page.getByRole("button", { name: "读取" }).click();
    await page.getByLabel("哪个单位").selectOption({ label: UNIT });
    await page.getByRole("button", { name: "读入单位年报" }).click();
    const why = page.getByLabel("单位不同的原因");
    await expect(why).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText(`报告上写的单位是“行政服务中心”，不是“${UNIT}”`).first()).toBeVisible();
    await why.fill("原行政服务中心改名");
    await page.getByRole("button", { name: "读入单位年报" }).click();
    await expect(page.getByText(/已提出，还没有读入/)).toBeVisible();
    await expect(page.getByText("要由办公室的另一个人（管理员或审核人）确认")).toBeVisible();
    await expect(page.getByRole("button", { name: "确认读入" })).toHaveCount(0);

    await admin.page.goto("/admin");
    const task = admin.page.getByRole("listitem").filter({ hasText: "1 份报告等人确认" });
    await task.getByRole("link", { name: "去看看" }).click();
    const proposed = admin.page.getByRole("region", { name: `${UNIT} ${before - 1} 年` });
    await expect(proposed).toContainText("理由：原行政服务中心改名");
    await proposed.getByRole("button", { name: "确认读入" }).click();
    await expect(proposed).toContainText("请填写这一项");
    await proposed.getByLabel("确认它是这个单位的报告，依据").fill("编办批复");
    await proposed.getByRole("button", { name: "确认读入" }).click();
    const taken = admin.page.getByRole("listitem").filter({ hasText: `行政服务中心${before - 1}年` });
    await expect(taken).toContainText("报告上写的是“行政服务中心”");
    await expect(proposed).toHaveCount(0);
  });

  expect(await admin.openYear()).toMatchObject({ year: before + 1 });

  await test.step("the figure that was carried over is locked, and a lawful difference is told with its reason", async () => {
    const { page } = clerk;
    await clerk.open(REQUESTS);
    const cell = clerk.field(CARRIED_IN);
    await cell.click();
    await page.keyboard.type("9");
    await expect(cell).toHaveValue("3");
    await expect(clerk.panel).toContainText(`${before}年年报“结转下年度”是 3 件，已经带过来并锁定。`);

    await page.getByRole("button", { name: "有合法差异，要改" }).click();
    await page.getByLabel("本年的上年结转件数").fill("5");
    await page.getByRole("button", { name: "保存差异" }).click();
    await expect(page.getByLabel("差异的原因")).toHaveAttribute("aria-invalid", "true");
    await expect(clerk.panel).toContainText("请写明原因");
    await expect(page.getByLabel("本年的上年结转件数")).toHaveValue("5");
    await page.getByLabel("差异的原因").fill(REASON);
    await page.getByRole("button", { name: "保存差异" }).click();
    await expect(cell).toHaveValue("5");

    await page.reload();
    await cell.click();
    await expect(clerk.panel).toContainText(`${before}年年报是 3 件，这里是 5 件，已说明：`);
    await expect(clerk.panel).toContainText(REASON);
  });
});
