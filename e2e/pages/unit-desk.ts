import { expect, type Page } from "@playwright/test";

/** A submitter's own sections, from the desk to the receipt. */
export class UnitDesk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the section whose title has these words. */
  async open(title: string): Promise<void> {
    await this.page.goto("/desk");
    await this.page.getByRole("row", { name: title }).getByRole("link").first().click();
    await this.page.waitForURL(/\/desk\/[0-9a-f-]{36}/);
  }

  /** Says in one step that nothing happened. */
  async declareNil(): Promise<void> {
    await this.page.getByRole("button", { name: "全部填 0" }).click();
    await expect(this.page.getByText("本部分为零报告")).toBeVisible();
  }

  /** Types figures by the names of their cells, and zeros everywhere else. */
  async fill(figures: Readonly<Record<string, string>>): Promise<void> {
    for (const [cell, value] of Object.entries(figures)) {
      await this.page.getByLabel(cell, { exact: true }).fill(value);
    }
    await this.page.keyboard.press("Tab");
    await this.page.getByRole("button", { name: "空着的都填 0" }).click();
  }

  /** Writes something under each heading. */
  async write(textOf: (heading: string) => string): Promise<void> {
    for (const box of await this.page.getByRole("textbox").all()) {
      const id = (await box.getAttribute("id")) ?? "";
      if (id.startsWith("paragraph:")) await box.fill(textOf(id.slice("paragraph:".length)));
    }
    await this.page.keyboard.press("Tab");
  }

  /** Submits, and waits for the page that says so. */
  async submit(): Promise<void> {
    await this.page.getByRole("button", { name: "提交审核" }).click();
    await expect(this.page.getByText("等办公室审核").first()).toBeVisible();
  }
}
