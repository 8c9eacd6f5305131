import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ListSearch } from "@/components/ui/list-search";
import { Pager } from "@/components/ui/pager";
import { pageOf } from "@/lib/domain/paging";
import type { Locale } from "@/lib/i18n/locale";
import { pickMessages } from "@/lib/i18n/messages";

const ROUTER = { bfcacheId: "", back() {}, forward() {}, refresh() {}, push() {}, replace() {}, prefetch() {} };

const MESSAGES = { "zh-CN": await pickMessages("zh-CN", ["common"]), en: await pickMessages("en", ["common"]) };

function draw(drawn: React.ReactNode, locale: Locale = "zh-CN"): string {
  return renderToStaticMarkup(
    <AppRouterContext value={ROUTER}>
      <NextIntlClientProvider locale={locale} timeZone="Asia/Shanghai" messages={MESSAGES[locale]}>
        {drawn}
      </NextIntlClientProvider>
    </AppRouterContext>,
  );
}

function pager(rows: number, page: number): React.ReactNode {
  const paged = pageOf(
    Array.from({ length: rows }, () => null),
    page,
  );
  return <Pager label="单位" paged={paged} hrefOf={(number) => `/list?page=${number}`} />;
}

describe("a pager", () => {
  it("is not there where everything stands on one page", () => {
    expect(draw(pager(40, 1))).toBe("");
  });

  it("says which rows are shown and links to every page by an address", () => {
    const drawn = draw(pager(5000, 1));
    expect(drawn).toContain("第 1–50 项，共 5000 项");
    expect(drawn).toMatch(/<a [^>]*aria-label="第 2 页"[^>]*href="\/list\?page=2"/);
    expect(drawn).toMatch(/aria-label="第 1 页" aria-current="page"/);
    expect(drawn).toMatch(/<a [^>]*aria-label="下一页"[^>]*href="\/list\?page=2"/);
    expect(drawn).not.toContain("上一页");
    expect(draw(pager(5000, 100), "en")).toContain("4951–5000 of 5000");
  });
});

describe("the search of a list", () => {
  const search = (value: string) => (
    <ListSearch
      id="s"
      label="查找单位"
      hint="单位名称"
      path="/list"
      kept={{ show: "late", section: undefined }}
      value={value}
      clearHref="/list?show=late"
    />
  );

  it("is a plain form that keeps the rest of the address and begins at the first page", () => {
    const drawn = draw(search(""));
    expect(drawn).toMatch(/<form [^>]*action="\/list"/);
    expect(drawn).toContain('<input type="hidden" name="show" value="late"/>');
    expect(drawn).not.toContain('name="section"');
    expect(drawn).not.toContain('name="page"');
  });

  it("shows what was looked for, and the way back to everything", () => {
    const drawn = draw(search("卫生"));
    expect(drawn).toContain('value="卫生"');
    expect(drawn).toMatch(/href="\/list\?show=late"[^>]*>显示全部</);
  });
});
