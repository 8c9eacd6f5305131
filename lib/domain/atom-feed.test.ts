import { describe, expect, it } from "vitest";
import { writeAtomFeed, writeSitemap } from "@/lib/domain/atom-feed";

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
