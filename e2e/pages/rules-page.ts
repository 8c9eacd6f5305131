import type { Locator, Page } from "@playwright/test";

/** Where rules of the checks are switched off and on, by one person with a second. */
export class RulesPage {
  readonly page: Page;
  readonly form: Locator;
  readonly waiting: Locator;

  constructor(page: Page) {
    this.page = page;
    this.form = page.locator("#rule");
    this.waiting = page.getByRole("heading", { name: "等待确认" }).locator("xpath=../..");
  }

  async open(): Promise<void> {
    await this.page.goto("/admin/rules");
  }

  async propose(input: { rule: string; effect: string; reason: string }): Promise<void> {
    await this.form.getByLabel("规则").selectOption({ label: input.rule });
    await this.form.getByLabel("改为").selectOption({ label: input.effect });
    await this.form.getByLabel("理由").fill(input.reason);
    await this.form.evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await this.form.getByRole("button", { name: "提出" }).click();
  }

  /** Answers what waits, by the words of the button. */
  async decide(button: "确认" | "不同意"): Promise<void> {
    await this.page.getByRole("button", { name: button, exact: true }).click();
    await this.page.getByRole("heading", { name: "等待确认" }).waitFor({ state: "detached" });
  }

  rowOf(rule: string): Locator {
    return this.page.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name: rule, exact: true }) });
  }
}
