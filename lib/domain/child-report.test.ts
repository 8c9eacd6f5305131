import { describe, expect, it } from "vitest";
import {
  contentOfChild,
  isNilContent,
  isWaiting,
  levelsBelow,
  listUnreadCells,
  offerState,
  refuseOffer,
} from "@/lib/domain/child-report";
import { listCells } from "@/lib/domain/format-cells";
import type { ReportSection } from "@/lib/domain/report-document";
import { listOfferChanges } from "@/lib/domain/report-offer";
import { formatForYear } from "@/lib/formats";

const format = formatForYear(2021);
if (!format) throw new Error("no form for 2021");

const section = (headings: readonly [title: string, text: string][]): ReportSection => ({
  id: "overview",
  number: "一",
  title: "总体情况",
  kind: "narrative",
  headings: headings.map(([title, text], index) => ({
    key: `h${index}`,
    level: 1,
    number: "",
    title,
    paragraphs: text.split("\n").map((line) => [{ kind: "text" as const, text: line }]),
  })),
});

describe("how a report below stands above", () => {
  const first = { reportId: "a", documentHash: "1" };
  const second = { reportId: "b", documentHash: "2" };

  it.each([
    [null, null, "unpublished"],
    [first, null, "offered"],
    [first, first, "taken"],
    [second, first, "changed"],
    [{ ...first, documentHash: "3" }, first, "changed"],
    [null, first, "taken"],
  ] as const)("%o against %o is %s", (published, taken, state) => {
    expect(offerState(published, taken)).toBe(state);
  });

  it("waits for the office while it is offered or has changed", () => {
    expect((["unpublished", "offered", "taken", "changed"] as const).filter(isWaiting)).toEqual(["offered", "changed"]);
  });
});

describe("the levels that may be set up", () => {
  it("are below one's own, and below the highest at the top", () => {
    expect(levelsBelow(null)).toEqual(["city", "district", "township"]);
    expect(levelsBelow("city")).toEqual(["district", "township"]);
    expect(levelsBelow("township")).toEqual([]);
  });
});

describe("what a section takes over", () => {
  const figures = { "requests.received.natural_person": "3", "requests.received.total": "3", "active.rules.made": "1" };

  it("is the typed cells of that section as published, blank ones too, without totals", () => {
    const content = contentOfChild({ figures, sections: [] }, { format, sectionId: "requests", headings: [] });
    expect(content.figures["requests.received.natural_person"]).toBe("3");
    expect(content.figures["requests.received.business"]).toBeNull();
    expect(content.figures).not.toHaveProperty("requests.received.total");
    expect(content.figures).not.toHaveProperty("active.rules.made");
  });

  it("is the text under the heading of the same title, and the rest under the first of the others", () => {
    const sections = [
      section([
        ["", "开头"],
        ["主动公开", "公开了\n很多"],
        ["平台建设", "建了平台"],
      ]),
    ];
    const of = { format, sectionId: "overview" as const };
    const headings = [
      { key: "disclosure", title: "主动公开" },
      { key: "opening", title: "" },
      { key: "oversight", title: "监督保障" },
    ];
    expect(contentOfChild({ figures, sections }, { ...of, headings }).paragraphs).toEqual({
      disclosure: "公开了\n很多",
      opening: "开头\n建了平台",
      oversight: "",
    });
    expect(contentOfChild({ figures, sections: [] }, { ...of, headings }).paragraphs).toEqual({
      disclosure: "",
      opening: "",
      oversight: "",
    });
  });

  it("cannot be taken where a typed cell holds no number", () => {
    const all = Object.fromEntries(listCells(format).map(({ key }) => [key, "0"]));
    expect(listUnreadCells(format, all)).toEqual([]);
    const typed = "requests.received.natural_person";
    expect(listUnreadCells(format, { ...all, [typed]: null, "requests.received.total": null })).toEqual([typed]);
    expect(listUnreadCells(format, { ...all, [typed]: "约3" })).toEqual([typed]);
  });

  it("is nil when every number is zero and no text stands", () => {
    const content = { sectionId: "requests" as const, figures: { a: "0", b: "0" }, paragraphs: {} };
    expect(isNilContent(content)).toBe(true);
    expect(isNilContent({ ...content, figures: { a: "0", b: "1" } })).toBe(false);
    expect(isNilContent({ ...content, figures: { a: "0", b: null } })).toBe(false);
    expect(isNilContent({ ...content, paragraphs: { opening: "有" } })).toBe(false);
  });
});

describe("a report that was seen as offered", () => {
  const figures = Object.fromEntries(listCells(format).map(({ key }) => [key, "0"]));
  const report = {
    state: "published",
    documentHash: "1",
    publishedAt: new Date(0),
    document: { format, figures },
  } as const;
  const of = { format, seenHash: "1", computedHash: "1" };
  const typed = "requests.received.natural_person";

  it.each([
    ["as it was seen", report, of, undefined],
    ["superseded since", { ...report, state: "superseded" as const }, of, "changed_meanwhile"],
    ["of another hash", { ...report, documentHash: "2" }, of, "changed_meanwhile"],
    ["on another form", report, { ...of, format: { ...format, id: "2019" } }, "other_form"],
    ["with another content than its hash says", report, { ...of, computedHash: "2" }, "hash_differs"],
    [
      "with a blank",
      { ...report, document: { format, figures: { ...figures, [typed]: null } } },
      of,
      "child_cells_unread",
    ],
  ])("%s", (_name, seen, against, code) => {
    expect(refuseOffer(seen, against)?.code).toBe(code);
  });
});

describe("what taking over changes", () => {
  const content = (figures: Record<string, string | null>, paragraphs: Record<string, string> = {}) => ({
    sectionId: "requests" as const,
    figures,
    paragraphs,
  });

  it("lists the figures that differ with what the whole rises by", () => {
    const changes = listOfferChanges(content({ a: "3", b: "5", c: "1" }), content({ a: "4", b: "5", c: "0" }));
    expect(changes.map(({ key, before, after, rise }) => [key, before, after, rise])).toEqual([
      ["a", "3", "4", "1"],
      ["c", "1", "0", "-1"],
    ]);
  });

  it("leaves out zeros and empty texts where nothing was before", () => {
    const changes = listOfferChanges(null, content({ a: "0", b: "2" }, { opening: "", rest: "有" }));
    expect(changes.map(({ key, rise }) => [key, rise])).toEqual([
      ["b", "2"],
      ["paragraph:rest", null],
    ]);
  });
});
