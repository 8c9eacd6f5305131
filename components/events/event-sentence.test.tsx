import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type EventNames, useEventSentences } from "@/components/events/event-sentence";
import type { DomainEvent, StoredEvent } from "@/lib/domain/events";
import { exampleEvents } from "@/lib/domain/testing/example-events";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { loadMessages } from "@/lib/i18n/messages";

const now = new Date("2020-01-20T02:00:00Z");
const names: EventNames = {
  unitOf: () => "行政审批局",
  yearOf: () => 2019,
  cellOf: (key) => (key === "active.licensing.change" ? "行政许可·本年增/减" : null),
  headingOf: () => "平台建设",
};

const stored = (event: DomainEvent): StoredEvent => ({
  id: 7,
  at: now,
  actorId: null,
  actorName: "王芳",
  organisationId: "unit",
  cycleId: "cycle",
  submissionId: null,
  reportId: null,
  event,
});

const MESSAGES = { "zh-CN": await loadMessages("zh-CN"), en: await loadMessages("en") };

function Sentence({ event }: { event: DomainEvent }): ReactNode {
  const { render, textOf } = useEventSentences(names, now);
  return (
    <>
      <p>{render(stored(event), "/review/1?version=2")}</p>
      <pre>{textOf(stored(event))}</pre>
    </>
  );
}

function said(event: DomainEvent, locale: Locale): { html: string; text: string } {
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={MESSAGES[locale]}
      timeZone="Asia/Shanghai"
      onError={(error) => {
        throw error;
      }}
    >
      <Sentence event={event} />
    </NextIntlClientProvider>,
  );
  const [, html = "", text = ""] = /^<p>(.*)<\/p><pre>(.*)<\/pre>$/s.exec(markup) ?? [];
  return { html, text };
}

describe.each(LOCALES)("event sentences in %s", (locale) => {
  it.each(exampleEvents().map((event) => [event.type, event] as const))("say %s", (_, event) => {
    const { html, text } = said(event, locale);
    expect(text.length).toBeGreaterThan(8);
    expect(text).not.toMatch(/[{}<>]|undefined|null|events\./);
    expect(html.replace(/<[^>]+>/g, "").length).toBeGreaterThan(8);
  });
});

describe("event sentences", () => {
  it("name the cells with their old and new values", () => {
    const [event] = exampleEvents();
    const { text, html } = event ? said(event, "zh-CN") : { text: "", html: "" };
    expect(text).toBe(
      "王芳改了行政审批局“二、主动公开” 2 格：行政许可·本年增/减 5228 → 223，active.licensing.decisions 空 → 5228",
    );
    expect(html).toContain('<span class="rounded-xs bg-sunken px-1.25">5228</span>');
  });

  it("lead to the version that they speak of, and quote the reason", () => {
    const returned = exampleEvents().find((event) => event.type === "submission_returned");
    const { html } = returned ? said(returned, "zh-CN") : { html: "" };
    expect(html).toContain('<a href="/review/1?version=2">第2版</a>');
    expect(html).toContain("“请核对两格”");
  });
});
