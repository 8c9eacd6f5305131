import { describe, expect, it } from "vitest";
import type { DeliveryEntry } from "@/lib/domain/delivery";
import { LANGUAGES } from "@/lib/domain/language";
import { NOTICE_KINDS } from "@/lib/domain/notice";
import { composeMail } from "@/lib/mail/compose-mail";

const ORIGIN = "https://nianbao.example.cn";
const NOW = new Date("2027-01-11T09:00:00+08:00");
const entryOf = (kind: DeliveryEntry["kind"], more: Partial<DeliveryEntry> = {}): DeliveryEntry => ({
  ...{ kind, at: NOW, year: 2026, unitName: "财政局", sectionIds: ["requests"], submissionId: "s1", reportId: null },
  dueAt: new Date("2027-01-16T00:00:00+08:00"),
  ...more,
});
const compose = (locale: (typeof LANGUAGES)[number], entries: DeliveryEntry[]) =>
  composeMail({ kind: "notices", id: "d1", districtName: "某区", entries }, { locale, origin: ORIGIN, now: NOW });

describe.each(LANGUAGES)("a mail in %s", (locale) => {
  it("leads to the page where it is dealt with", async () => {
    const linkOf = async (kind: DeliveryEntry["kind"], submissionId: string | null) =>
      (await compose(locale, [entryOf(kind, { submissionId })])).text;
    expect(await linkOf("returned", "s1")).toContain(`${ORIGIN}/desk/s1`);
    expect(await linkOf("comment_answered", "s1")).toContain(`${ORIGIN}/review/s1`);
    expect(await linkOf("report_offered", null)).toContain(`${ORIGIN}/review/governments`);
    expect(await linkOf("correction_asked", null)).toMatch(new RegExp(`${ORIGIN}/review$`, "m"));
  });

  it.each(NOTICE_KINDS)("tells of %s in text and HTML alike, in whole words", async (kind) => {
    const { subject, text, html } = await compose(locale, [entryOf(kind)]);
    expect(subject).toMatch(locale === "en" ? /^\[Nianbao\] \S/ : /^【年报汇】\S/);
    const told = /^1\. (.+)\n {3}(\S+)$/m.exec(text);
    expect(told?.[2]).toMatch(/^https:\/\/nianbao\.example\.cn\/(?:desk|review|reports)/);
    expect(html).toContain(told?.[1] ?? "nothing");
    expect(html).toContain(`href="${told?.[2]}"`);
    expect(`${subject}${text}`).not.toMatch(/undefined|null|none|NaN|\{|\}/);
  });

  it("is of tables with inline styles, which every mail program draws, and loads nothing", async () => {
    const { html } = await compose(locale, [entryOf("returned")]);
    expect(html).not.toMatch(/<(?:script|style|link|img|div)\b|class=|url\(/);
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html.match(/<table role="presentation"/g)).toHaveLength(html.match(/<table\b/g)?.length ?? 0);
  });

  it("puts what must be done first, and the same thing once", async () => {
    const entries = [entryOf("approved"), entryOf("overdue", { unitName: "应急局" }), entryOf("approved")];
    const { subject, text } = await compose(locale, entries);
    expect(subject).toContain("应急局");
    expect(text.match(/^\d+\. /gm)).toEqual(["1. ", "2. "]);
  });

  it("lets nothing that somebody named become markup", async () => {
    const { html, text } = await compose(locale, [entryOf("approved", { unitName: '<b onclick="x">&' })]);
    expect(html).not.toContain("<b onclick");
    expect(text).toContain('<b onclick="x">&');
  });
});
