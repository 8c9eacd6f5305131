import { expect, type Locator, type Page } from "@playwright/test";

/** The office's writing desk, told in the words on it. */
export class ComposePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(cycleId: string): Promise<void> {
    await this.page.goto(`/report/${cycleId}/compose`);
    await expect(this.page.getByRole("navigation", { name: "提纲" })).toBeVisible();
    await expect(this.text("前言")).toHaveAttribute("contenteditable", /.+/);
  }

  /** The text under a heading, by the heading's words. */
  text(heading: string): Locator {
    return this.page.getByRole("textbox", { name: heading, exact: true });
  }

  /** A heading's text with the tools that belong to it. */
  block(heading: string): Locator {
    return this.page.locator("[id^='heading-']").filter({ has: this.text(heading) });
  }

  /** Replaces the text of a heading and leaves it, which saves it; a text that stands there already stays. */
  async write(heading: string, words: string): Promise<void> {
    if ((await this.text(heading).textContent()) === words) return;
    await this.text(heading).fill(words);
    await this.text(heading).blur();
    await this.saved();
  }

  async saved(): Promise<void> {
    await expect(this.page.getByRole("status").filter({ hasText: "上次保存" })).toBeVisible();
    await expect(this.page.getByRole("status").filter({ hasText: "正在保存" })).toHaveCount(0);
  }

  /** "还有 2 处错误、1 处提醒…": what stands at the top. */
  standing(): Locator {
    return this.page.getByRole("heading", { level: 1 }).locator("xpath=..");
  }

  tab(name: string): Locator {
    return this.page.getByRole("tab", { name });
  }
}
