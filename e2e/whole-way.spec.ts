import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readReport } from "../lib/intake";
import { expect, PASSWORD, test } from "./fixtures";
import { ReviewPage } from "./pages/review-page";
import { SectionPage } from "./pages/section-page";

const REPORTS = join(import.meta.dirname, "../db/demo/reports");

type Unit = {
  name: string;
  figures: Record<string, string>;
  narrative: Record<string, string>;
  indicators: { label: string; value: string }[];
};

const units: Unit[] = JSON.parse(readFileSync(join(REPORTS, "qianwan-2019-departments.json"), "utf8")).departments;
const expected: Record<string, string> = JSON.parse(
  readFileSync(join(REPORTS, "qianwan-2019-expected.json"), "utf8"),
).figures;

const TITLES = {
  overview: "总体情况",
  active: "主动公开政府信息情况",
  requests: "收到和处理政府信息公开申请情况",
  litigation: "行政复议、行政诉讼情况",
  problems: "存在的主要问题及改进情况",
  other: "其他需要报告的事项",
} as const;

/** What the demonstration leaves to be done by hand, in the order in which it is done here. */
const LEFT: readonly { unit: string; section: keyof typeof TITLES; texts?: Readonly<Record<string, string>> }[] = [
  { unit: "工委管委办公室", section: "overview" },
  { unit: "工委管委办公室", section: "problems" },
  { unit: "工委管委办公室", section: "other", texts: { 正文: "无其他需要报告的事项。" } },
  { unit: "行政审批服务局", section: "overview" },
  {
    unit: "综合行政执法局",
    section: "overview",
    texts: { "（一）主动公开": "行政处罚净增4条，处理决定数量12条。" },
  },
  { unit: "综合行政执法局", section: "litigation" },
  { unit: "公共资源交易中心", section: "requests" },
  { unit: "公共资源交易中心", section: "litigation" },
  {
    unit: "人力资源和社会保障局",
    section: "overview",
    texts: {
      "6.社会保障工作": units.find((unit) => unit.name === "人力资源和社会保障局")?.narrative.social_security ?? "",
    },
  },
  { unit: "司法办公室", section: "litigation" },
];

test("from the units' desks to the public page: every figure is the published one, in every file", async ({
  as,
  browser,
  requestAs,
}) => {
  test.setTimeout(900_000);
  const clerk = (unit: string) => as({ account: `${unit}填报人`, password: PASSWORD });
  const review = new ReviewPage(await as("reviewer"));

  await test.step("a section is returned with a comment on a cell, corrected and approved", async () => {
    await review.open("工委管委办公室", TITLES.requests);
    await review.comment("requests.unavailable_not_held.natural_person", "请核对本机关不掌握的件数");
    await review.giveBack("请核对一格");

    const section = new SectionPage(await clerk("工委管委办公室"));
    await section.open(TITLES.requests);
    await expect(section.page.getByText("请核对本机关不掌握的件数").first()).toBeVisible();
    await section.submit();
    await expect(section.state).toHaveText("待审核");
    await review.open("工委管委办公室", TITLES.requests);
    await review.approve();
  });

  await test.step("the returned section of the licensing bureau is put right", async () => {
    const section = new SectionPage(await clerk("行政审批服务局"));
    await section.open(TITLES.requests);
    await section.page.locator('[name="figure:requests.granted_in_part.natural_person"]').fill("0");
    await section.page.locator('[name="figure:requests.refused_deliberative.natural_person"]').fill("1");
    await section.page.keyboard.press("Tab");
    await section.saved();
    await section.submit();
    await expect(section.state).toHaveText("待审核");
  });

  await test.step("the head of the safety bureau signs", async () => {
    const section = new SectionPage(await as("head"));
    await section.open(TITLES.overview);
    await section.page.getByRole("button", { name: "签字并送审" }).click();
    await expect(section.state).toHaveText("待审核");
  });

  for (const { unit, section: id, texts } of LEFT) {
    await test.step(`${unit} finishes ${TITLES[id]}`, async () => {
      const section = new SectionPage(await clerk(unit));
      await section.open(TITLES[id]);
      const data = units.find((one) => one.name === unit);
      for (const [label, text] of Object.entries(texts ?? {})) {
        await section.field(label).fill(text);
        await section.field(label).press("Tab");
      }
      for (const { label, value } of id === "overview" ? (data?.indicators ?? []) : []) {
        await section.field(label).fill(value);
        await section.field(label).press("Tab");
      }
      const zeros = section.page.getByRole("button", { name: /^(?:全部填 0|空着的都填 0)$/ });
      if (!["overview", "problems", "other"].includes(id)) await zeros.first().click();
      else if (texts || id === "overview") await section.saved();
      await expect(section.bar).toContainText("可以提交");
      await section.submit();
      await expect(section.state).toHaveText("待审核");
    });
  }

  await test.step("the office approves all that waits", () => review.approveAll());

  const editor = await as("editor");
  const cycleId = await test.step("the roll-up is the published one", async () => {
    await editor.goto("/review");
    await editor.getByRole("link", { name: "汇总" }).first().click();
    await expect(editor.getByRole("heading", { level: 1 })).not.toContainText("没有全部审核通过");
    return editor.url().match(/report\/([0-9a-f-]{36})/)?.[1] ?? "";
  });

  await test.step("the text that contradicts its table keeps the report from being final until it agrees", async () => {
    await editor.goto(`/report/${cycleId}/release`);
    await expect(editor.getByText(/处错误没有处理/)).toBeVisible();
    await expect(editor.getByRole("button", { name: "定稿", exact: true })).toHaveCount(0);

    await editor.goto(`/report/${cycleId}/compose`);
    await editor
      .getByRole("link", { name: /（一）\s*主动公开/ })
      .first()
      .click();
    const text = editor.getByRole("textbox").first();
    await text.fill(
      "在政务服务平台发布行政许可223条，处理决定5228件，行政处罚净增5条，处理决定{{active.penalties.decisions}}件。本年度发生政府集中采购数量597件，金额1098.26万元。",
    );
    await text.press("Tab");
    await expect(editor.getByText(/已保存/).first()).toBeVisible();

    await editor.goto(`/report/${cycleId}/release`);
    await editor.getByRole("button", { name: "定稿", exact: true }).click();
    await expect(editor.getByText("已经定稿").first()).toBeVisible();
  });

  await test.step("the director publishes", async () => {
    const director = await as("director");
    await director.goto(`/report/${cycleId}/release`);
    await director.getByRole("button", { name: "发布", exact: true }).click();
    await expect(director.getByText("已经发布").first()).toBeVisible();
  });

  const publicPage = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const address = await test.step("anybody reads it without signing in", async () => {
    await publicPage.goto("/reports");
    await publicPage
      .getByRole("link", { name: /2019年度报告/ })
      .first()
      .click();
    await expect(publicPage.getByRole("heading", { level: 1 })).toContainText("青岛前湾保税港区2019年");
    await expect(publicPage.getByText("处理决定17件")).toBeVisible();
    return publicPage.url();
  });

  for (const format of ["json", "csv", "xml", "html", "xlsx", "docx", "pdf"] as const) {
    await test.step(`the ${format} file has every published figure`, async () => {
      const answer = await (await requestAs("nobody")).get(`${new URL(address).pathname}/download/${format}`);
      expect(answer.status()).toBe(200);
      const read = await readReport(new Uint8Array(await answer.body()), `report.${format}`);
      const figures = read.ok ? read.report.figures : {};
      expect(figures).toEqual(expected);
    });
  }
  await publicPage.context().close();
});
