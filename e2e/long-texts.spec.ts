import type { Page } from "@playwright/test";
import { findIds, ID } from "./doors";
import { expect, test, type Who } from "./fixtures";
import { LONG, LongTexts } from "./long-texts";
import { listFaults } from "./reach";

const WINDOWS = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
] as const;
const FIGURE = "active.penalties.decisions";

/** Opens each address in both windows and says what cannot be reached there; of what opens over a page, in that alone. */
async function look(page: Page, addresses: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const address of addresses) {
    for (const window of WINDOWS) {
      await page.setViewportSize(window);
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      const within = address.includes("cell=") ? "#provenance" : "body";
      faults.push(...(await listFaults(page, within)).map((fault) => `${address} at ${window.width}: ${fault}`));
    }
  }
  return faults;
}

test("names, reasons and texts of the greatest length leave every page and button in reach", async ({
  as,
  requestAs,
  baseURL,
  browser,
}) => {
  test.setTimeout(1_500_000);
  const { cycleId = "", reportId = "" } = (await findIds(requestAs)).office ?? {};
  const year = new LongTexts(baseURL ?? "");
  const clerk = await year.as("submitter");
  const submissionId = await year.find(clerk, "/desk", new RegExp(`总体情况[\\s\\S]*?/desk/${ID}`));
  const faults: string[] = [];
  const pages = new Map<Who, Page>();
  const lookAs = async (who: Who, ...addresses: string[]): Promise<void> => {
    const page = pages.get(who) ?? (await as(who));
    pages.set(who, page);
    faults.push(...(await look(page, addresses)));
  };
  const report = `/report/${cycleId}`;

  await test.step("a correction is begun and a section given back", async () => {
    await year.nameAll();
    await year.beginCorrection(cycleId);
    const reviewer = await as("reviewer");
    await reviewer.goto(`/review/${submissionId}`);
    if (await reviewer.getByRole("link", { name: "重新打开" }).isVisible()) {
      await reviewer.getByRole("link", { name: "重新打开" }).click();
      const dialog = reviewer.getByRole("dialog");
      await dialog.getByLabel("重新打开的原因").fill(LONG.wordReason);
      for (const window of WINDOWS) {
        await reviewer.setViewportSize(window);
        faults.push(
          ...(await listFaults(reviewer, "dialog[open]")).map((fault) => `reopening at ${window.width}: ${fault}`),
        );
      }
      await dialog.getByRole("button", { name: "重新打开", exact: true }).click();
      await expect(reviewer.getByText("已退回", { exact: true }).first()).toBeVisible();
    }
    await year.keepSettings();
    await lookAs("submitter", "/desk", `/desk/${submissionId}`, "/desk/hand-in", "/published", "/history", "/account");
    await lookAs("director", `${report}/release`, report);
    await lookAs(
      "reviewer",
      "/review",
      "/review/queue",
      "/review/queue/nil",
      "/review/reasons",
      `/review/${submissionId}`,
    );
  });

  await test.step("the administrator's lists and forms", async () => {
    const admin = await year.as("admin");
    const unit = await year.find(admin, "/admin/units", /unit=([0-9a-f-]{36})/);
    const person = await year.find(admin, "/admin/people", /person=([0-9a-f-]{36})/);
    await lookAs("admin", "/admin", "/admin/units", `/admin/units?unit=${unit}`, "/admin/people");
    await lookAs(
      "admin",
      `/admin/people?person=${person}`,
      "/admin/cycles",
      "/admin/cycles/open",
      "/admin/past-reports",
      "/admin/letterhead",
      "/admin/rules",
      "/admin/reminders",
      "/admin/operation",
    );
    for (const view of ["dates", "units", "outline", "indicators"])
      await lookAs("admin", `/admin/cycles/${cycleId}?view=${view}`);
  });

  await test.step("the unit's longest texts before the reviewer, and a comment on them", async () => {
    await year.write(submissionId);
    await lookAs("submitter", `/desk/${submissionId}`);
    const reviewer = await as("reviewer");
    for (const window of WINDOWS) {
      await reviewer.setViewportSize(window);
      await reviewer.goto(`/review/${submissionId}`);
      await reviewer.locator("a[data-anchor]").first().click();
      const field = reviewer.getByLabel("批注内容");
      await field.fill(LONG.comment);
      faults.push(
        ...(await listFaults(reviewer, "[role=dialog]")).map((fault) => `comment at ${window.width}: ${fault}`),
      );
      await reviewer.getByRole("button", { name: "加上批注" }).click();
      await expect(field).toBeHidden();
      faults.push(...(await listFaults(reviewer)).map((fault) => `commented at ${window.width}: ${fault}`));
    }
    await reviewer.getByRole("button", { name: "审核通过" }).click();
    await reviewer.waitForURL(/queue|after=/);
  });

  await test.step("adjustments that wait, and the text of the report", async () => {
    await year.adjust(cycleId, FIGURE);
    await lookAs("director", `${report}?section=active&cell=${FIGURE}`, `${report}?section=active`);
    await lookAs("editor", `${report}?section=active&cell=${FIGURE}`, `${report}/compose`, `${report}/release`);
    await year.decline(cycleId, FIGURE);
    await year.writePreface(cycleId);
    await lookAs("editor", `${report}/compose`);
    await lookAs("reviewer", `${report}/preview`, `${report}/files`);
  });

  await test.step("the correction is published, and everybody reads it beside the version before", async () => {
    const editor = await as("editor");
    await editor.goto(`${report}/release`);
    await editor.getByRole("button", { name: "定稿", exact: true }).click();
    await expect(editor.getByRole("heading", { level: 1 })).toContainText("已经定稿");
    const director = await as("director");
    await director.goto(`${report}/release?ask=publish`);
    await director.getByRole("button", { name: "发布", exact: true }).click();
    await expect(director.getByRole("heading", { level: 1 })).toContainText("已经发布");
    await lookAs("director", `${report}/release`);

    const nobody = await (await browser.newContext(baseURL ? { baseURL } : {})).newPage();
    await nobody.goto(`/reports/${reportId}`);
    const versions = await nobody
      .locator("a[href^='/reports/']")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    const newest = versions.find((href) => /^\/reports\/[0-9a-f-]{36}$/.test(href) && !href.endsWith(reportId)) ?? "";
    expect(newest).not.toBe("");
    const addresses = [`/reports/${reportId}`, newest].flatMap((address) => [address, `${address}/figures/${FIGURE}`]);
    faults.push(...(await look(nobody, ["/reports", ...addresses])));
    await nobody.context().close();
    await lookAs("auditor", "/history", "/history?verify=1");
  });
  expect(faults).toEqual([]);
});
