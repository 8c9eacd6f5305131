import { expect, type Locator, type Page } from "@playwright/test";

/** What waits at the office, and one section under review, in the words on the screen. */
export class ReviewPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens what a unit has submitted, through the queue. */
  async open(unit: string, section: string): Promise<void> {
    await this.page.goto("/review/queue");
    await this.waiting.filter({ hasText: unit }).filter({ hasText: section }).getByRole("link").first().click();
    await expect(this.page.getByRole("heading", { level: 1 })).toContainText(unit);
  }

  /** The rows of the queue. */
  get waiting(): Locator {
    return this.page.locator("tbody tr");
  }

  /** Notes something on a cell. */
  async comment(cellKey: string, body: string): Promise<void> {
    await this.page.locator(`[data-anchor="${cellKey}"]`).first().click();
    await this.page.getByRole("textbox", { name: "批注内容" }).fill(body);
    await this.page.getByRole("button", { name: "加上批注" }).click();
    await expect(
      this.page
        .getByRole("button", { name: /退回，发出 1 条批注/ })
        .or(this.page.getByRole("link", { name: /退回，发出 1 条批注/ })),
    ).toBeVisible();
  }

  async giveBack(reason: string): Promise<void> {
    await this.page
      .getByRole("button", { name: /^退回/ })
      .or(this.page.getByRole("link", { name: /^退回/ }))
      .first()
      .click();
    await this.page.getByLabel("退回原因").fill(reason);
    await this.page.getByRole("dialog").getByRole("button", { name: "退回", exact: true }).click();
    await expect(this.page.getByText("已退回，单位在任务列表里能看到")).toBeVisible();
  }

  async approve(): Promise<void> {
    await this.page.getByRole("button", { name: "审核通过" }).click();
    await expect(this.page.getByText(/已审核通过，数已计入汇总/)).toBeVisible();
  }

  /** Approves everything that waits. */
  async approveAll(): Promise<void> {
    await this.page.goto("/review/queue");
    for (let left = await this.waiting.count(); left > 0; left = await this.waiting.count()) {
      await this.waiting.first().getByRole("link").first().click();
      await this.approve();
      await this.page.goto("/review/queue");
    }
  }
}
