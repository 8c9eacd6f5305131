import { globSync, readFileSync } from "node:fs";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Refused } from "@/components/ui/refused";
import type { Locale } from "@/lib/i18n/locale";
import { pickMessages } from "@/lib/i18n/messages";
import type { ActionState } from "@/lib/web/form-action";

const ROUTER = { bfcacheId: "", back() {}, forward() {}, refresh() {}, push() {}, replace() {}, prefetch() {} };

const MESSAGES = { "zh-CN": await pickMessages("zh-CN", ["common"]), en: await pickMessages("en", ["common"]) };

function draw(refused: React.ReactNode, locale: Locale = "zh-CN"): string {
  return renderToStaticMarkup(
    <AppRouterContext value={ROUTER}>
      <NextIntlClientProvider locale={locale} timeZone="Asia/Shanghai" messages={MESSAGES[locale]}>
        {refused}
      </NextIntlClientProvider>
    </AppRouterContext>,
  );
}

const STALE: ActionState = { status: "refused", message: "它的状态刚刚变了。", values: {}, isStale: true };

describe("a refusal", () => {
  it("brings a page that is out of date up to date with one press, and says what becomes of what was typed", () => {
    const drawn = draw(<Refused state={STALE} hasTyped />);
    expect(drawn).toContain("它的状态刚刚变了。");
    expect(drawn).toMatch(/<button type="button"[^>]*>刷新看最新情况<\/button>/);
    expect(drawn).toContain("您填的内容仍在表单里");
    expect(draw(<Refused state={STALE} isInline />, "en")).toMatch(/<button[^>]*>Show the newest state<\/button>/);
  });

  it("speaks of nothing typed where the form is one button", () => {
    expect(draw(<Refused state={STALE} />)).not.toContain("您填的内容");
  });

  it("has no button where the newest state would not help", () => {
    const drawn = draw(<Refused state={{ ...STALE, isStale: false }} hasTyped />);
    expect(drawn).toContain("它的状态刚刚变了。");
    expect(drawn).not.toContain("<button");
  });

  it("loads a page from before an upgrade anew, and says where what was typed will be", () => {
    const outdated: ActionState = { ...STALE, message: "系统刚刚升级。", isStale: false, isOutdated: true };
    const drawn = draw(<Refused state={outdated} hasTyped />);
    expect(drawn).toMatch(/<button type="button"[^>]*>刷新<\/button>/);
    expect(drawn).toContain("刷新后列在页面上方");
  });

  it("is drawn here by every form that may be out of date", () => {
    // They read a file; no state that somebody else changes can be in their way.
    const others = ["components/checkup/checkup-form.tsx", "components/public/genuine-form.tsx"];
    const own = globSync("components/**/*.tsx").filter((path) =>
      /status === "refused" (\?|&&)[\s\S]{0,160}\{?(\[)?state\.message/.test(readFileSync(path, "utf8")),
    );
    expect(own.sort()).toEqual(others);
  });

  it("reaches every form that is sent to a server which does not answer, or which is of another build", () => {
    const own = globSync("{app,components}/**/*.{ts,tsx}").filter((path) =>
      /\buseActionState\b/.test(readFileSync(path, "utf8")),
    );
    expect(own.filter((path) => !path.endsWith(".test.tsx"))).toEqual(["components/saving/use-form-action.ts"]);
  });
});
