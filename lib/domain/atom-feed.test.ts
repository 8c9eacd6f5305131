import { describe, expect, it } from "vitest";
import { writeAtomFeed, writeSitemap } from "@/lib/domain/atom-feed";

describe("a whole file", () => {
  it("is a feed as RFC 4287 has it, a line an element", () => {
    const entry = {
      id: "urn:1",
      title: "标题",
      url: "/1",
      updated: "2020-02-18T00:00:00Z",
      author: "某区",
      summary: "第1版",
    };
    const feed = { id: "urn:0", title: "年报", url: "/feed", page: "/reports", updated: "2020-02-18T00:00:00Z" };
    expect(writeAtomFeed({ ...feed, entries: [entry] }).split("\n")).toEqual([
      '<?xml version="1.0" encoding="utf-8"?>',
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
      "<id>urn:0</id>",
      "<title>年报</title>",
      "<updated>2020-02-18T00:00:00Z</updated>",
      '<link rel="self" type="application/atom+xml" href="/feed"/>',
      '<link rel="alternate" type="text/html" href="/reports"/>',
      "<entry>",
      "<id>urn:1</id>",
      "<title>标题</title>",
      "<updated>2020-02-18T00:00:00Z</updated>",
      "<author><name>某区</name></author>",
      '<link rel="alternate" type="text/html" href="/1"/>',
      "<summary>第1版</summary>",
      "</entry>",
      "</feed>",
      "",
    ]);
  });

  it("is a sitemap as sitemaps.org has it, a line a page", () => {
    expect(writeSitemap([{ url: '/?a="1"', changedOn: null }]).split("\n")).toEqual([
      '<?xml version="1.0" encoding="utf-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      "<url><loc>/?a=&quot;1&quot;</loc></url>",
      "</urlset>",
      "",
    ]);
  });
});

describe("writeAtomFeed", () => {
  it("escapes what people wrote and leaves out what XML does not have", () => {
    const feed = writeAtomFeed({
      id: "https://n.example/reports/feed",
      title: "年度报告",
      url: "https://n.example/reports/feed",
      page: "https://n.example/reports",
      updated: "2020-02-18T00:00:00.000Z",
      entries: [
        {
          id: "urn:uuid:1",
          title: "A & B <某区>\u0001",
          url: "https://n.example/reports/1?a=1&b=2",
          updated: "2020-02-18T00:00:00.000Z",
          author: "某区",
          summary: "第2版",
        },
      ],
    });
    expect(feed).toContain("<title>A &amp; B &lt;某区&gt;</title>");
    expect(feed).toContain('href="https://n.example/reports/1?a=1&amp;b=2"');
    expect(feed).not.toContain("\u0001");
  });
});

describe("writeSitemap", () => {
  it("names each page, and when it changed where that is known", () => {
    const map = writeSitemap([
      { url: "https://n.example/reports", changedOn: null },
      { url: "https://n.example/reports/1", changedOn: "2020-02-18" },
    ]);
    expect(map).toContain("<url><loc>https://n.example/reports</loc></url>");
    expect(map).toContain("<loc>https://n.example/reports/1</loc><lastmod>2020-02-18</lastmod>");
  });
});
