import { expect, type Locator, type Page } from "@playwright/test";

/** One section at its unit's desk, in the words on the screen. */
export class SectionPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Goes through the desk, as people do. */
  async open(title: string): Promise<void> {
    await this.page.goto("/desk");
    await this.row(title)
      .getByRole("link", { name: /^(?:查看|去签字|继续|开始)/ })
      .click();
    await expect(this.heading(title)).toBeVisible();
  }

  /** The section's row on the desk. */
  row(title: string): Locator {
    return this.page.getByRole("row").filter({ hasText: title }).first();
  }

  heading(title: string): Locator {
    return this.page.getByRole("heading", { level: 1, name: new RegExp(title) });
  }

  /** The state beside the title. */
  get state(): Locator {
    return this.page.locator("#main h1 + [data-state]");
  }

  get panel(): Locator {
    return this.page.locator("#main aside");
  }

  get bar(): Locator {
    return this.page.getByRole("region", { name: "保存和提交" });
  }

  get submitButton(): Locator {
    return this.bar.getByRole("button", { name: /^(?:提交审核|送负责人签字)/ });
  }

  /** What is asked of a section that comes again as it was. */
  get whyUnchanged(): Locator {
    return this.page.getByLabel("没有改动，为什么再交一次？");
  }

  /** A cell by its row and column, or a text or indicator by its label. */
  field(name: string): Locator {
    return this.page.getByLabel(name, { exact: true });
  }

  /** The head's answers to all statements: yes, but for those that are named with the reason why not. */
  async answer(reasons: Readonly<Record<string, string>> = {}): Promise<void> {
    const statements = this.page.getByRole("group").filter({ has: this.page.getByRole("radio") });
    await expect(statements).toHaveCount(5);
    for (const statement of await statements.all()) {
      const words = (await statement.textContent()) ?? "";
      const [, reason] = Object.entries(reasons).find(([part]) => words.includes(part)) ?? [];
      await statement.getByRole("radio", { name: reason === undefined ? "是" : "否", exact: true }).check();
      if (reason !== undefined) await statement.getByLabel("为什么不是").fill(reason);
    }
  }

  async fill(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      await this.field(name).fill(value);
      await this.field(name).press("Tab");
    }
  }

  /** Waits until the server has everything. */
  async saved(): Promise<void> {
    await expect(this.bar.getByText(/^上次保存/)).toBeVisible();
    await expect(this.bar.getByText(/^正在保存/)).toBeHidden();
  }

  /** By the keyboard: the button may be pressed while something is in the way, and then says what. */
  async submit(): Promise<void> {
    await this.submitButton.press("Enter");
  }
}
