import { describe, expect, it } from "vitest";
import { describeFinding, describePlace } from "@/lib/domain/check/describe-finding";
import { type Finding, RULE_IDS } from "@/lib/domain/check/finding";
import { runChecks } from "@/lib/domain/check/registry";
import { nameCell } from "@/lib/domain/check/subject-cells";
import { listCells } from "@/lib/domain/format-cells";
import { subjectOfClerk } from "@/lib/domain/testing/clerk-reports";
import { CLERK_SENTENCES } from "@/lib/domain/testing/clerk-sentences";
import { wrongSentences } from "@/lib/domain/testing/clerk-templates";
import { exampleFigures, exampleFormat, exampleSubject, exampleText } from "@/lib/domain/testing/example-subject";
import { OTHER_CLERK_SENTENCES } from "@/lib/domain/testing/other-clerk-sentences";
import { FORMATS } from "@/lib/formats";
import { findingInLanguage, inLanguage } from "@/lib/formats/finding-words";
import { translatorOf } from "@/lib/i18n/translator";

const translate = await translatorOf("en", "checks");
const HAN = /\p{Script=Han}/u;

/** Words of the report itself are quoted as they stand. */
const withoutQuotes = (text: string) => text.replace(/“[^”]*”/g, "");

const sections = exampleFormat("2021").sections.map((section) => section.id);
const previous = {
  year: 2020,
  formatId: "2019",
  figures: exampleFigures(exampleFormat("2019"), {
    "requests.received.natural_person": "2",
    "requests.granted.natural_person": "1",
    "requests.carried_out.natural_person": "1",
    "active.licensing.items_last_year": "9",
    "active.licensing.change": "1",
    "active.penalties.decisions": "3",
    "active.normative_documents.total_public": "4",
  }),
  texts: { problems: "公开不够及时，下一步加强培训，完善制度，提高质量，压实责任。".repeat(4) },
};

/** Reports in which something is wrong, each cell in its own way. */
const tables = FORMATS.flatMap(({ id }) => {
  const format = exampleFormat(id === "2019" ? "2019" : "2021");
  return [null, "-", "7件", "240万元", "12x", "七", "1.5", "-3", "5", "99999999999"].map((found) =>
    exampleSubject(id === "2019" ? "2019" : "2021", {
      cells: Object.fromEntries(listCells(format).map((cell) => [cell.key, found])),
      ownReport: exampleFigures(format),
    }),
  );
});
const others = [
  exampleSubject("2021", { sections, previous, texts: [exampleText("长".repeat(1200))] }),
  exampleSubject("2021", { sections, previous, year: 2019 }),
  exampleSubject("2021", {
    year: 2022,
    previous: { ...previous, year: 2021, formatId: "2021", figures: exampleFigures(exampleFormat("2021")) },
    typed: { "active.normative_documents.in_force": "9" },
  }),
  exampleSubject("2019", {
    year: 2020,
    previous: { ...previous, year: 2019 },
    typed: { "requests.received.natural_person": "3", "active.licensing.items_last_year": "3" },
  }),
  exampleSubject("2021", { sections, previous, figures: { "active.rules.made": "1" } }),
  { ...exampleSubject("2021"), ledger: { "requests.received.natural_person": "9" } },
  exampleSubject("2021", {
    sections,
    previous,
    texts: [
      exampleText(previous.texts.problems, { sectionId: "problems", headingKey: "problems.1" }),
      exampleText("无其他事项。", { sectionId: "other", headingKey: "other.1" }),
    ],
    typed: {
      "requests.received.natural_person": "30",
      "requests.other_fee_unpaid.natural_person": "10",
      "requests.other_remaining.natural_person": "20",
      "active.penalties.decisions": "900",
      "active.licensing.change": "90",
      "active.licensing.items_last_year": "3",
      "active.normative_documents.in_force": "9",
      "active.regulations.made": "2",
      "requests.carried_in.natural_person": "0",
    },
  }),
];
const texts = [...CLERK_SENTENCES, ...OTHER_CLERK_SENTENCES].flatMap(([report, templates]) =>
  templates.flatMap(wrongSentences).map((sentence) => subjectOfClerk(report, sentence)),
);

describe("findings in English", () => {
  const found = [...tables, ...others, ...texts].flatMap((subject) =>
    runChecks(subject).map((finding) => ({ finding, format: subject.format })),
  );

  it("come from every rule", () => {
    const rules = new Set(found.map(({ finding }) => finding.rule));
    expect(RULE_IDS.filter((rule) => !rules.has(rule))).toEqual([]);
  });

  it("hold no Chinese but what they quote: not in the sentence, not in the arithmetic, not in the place", () => {
    const pieces = found.flatMap(({ finding: original, format }): string[] => {
      const finding: Finding = findingInLanguage(original, "en");
      return [
        describeFinding(finding, translate),
        ...finding.terms.flatMap(({ label, value }) => [label, value]),
        original.text ? "" : inLanguage(describePlace(original, format), "en"),
      ].map((text) => `${original.messageKey}: ${withoutQuotes(text.replaceAll(original.text?.quote ?? "“”", ""))}`);
    });
    expect(pieces.length).toBeGreaterThan(1000);
    expect([...new Set(pieces.filter((piece) => HAN.test(piece)))]).toEqual([]);
  });

  it("name every cell, and leave an office's own words alone", () => {
    const names = FORMATS.flatMap((format) =>
      listCells(format).map(({ key }) => inLanguage(nameCell(format, key), "en")),
    );
    expect(names.filter((name) => HAN.test(name))).toEqual([]);
    expect(inLanguage("安全生产培训场次", "en")).toBe("安全生产培训场次");
    expect(inLanguage("三（七）总计·自然人", "en")).toBe("3 (7) Total · Natural persons");
  });
});
