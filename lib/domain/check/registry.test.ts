import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULE_IDS } from "@/lib/domain/check/finding";
import { CHECKS, runChecks } from "@/lib/domain/check/registry";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { subjectOfInterchange } from "@/lib/domain/subject-of-interchange";
import { exampleFormat, exampleSubject, exampleText } from "@/lib/domain/testing/example-subject";
import en from "@/lib/i18n/messages/en/checks.json" with { type: "json" };
import zh from "@/lib/i18n/messages/zh-CN/checks.json" with { type: "json" };

function load(name: string): InterchangeReport {
  return JSON.parse(readFileSync(`db/demo/reports/${name}.json`, "utf8"));
}

/** Rule and first cell of what is found in the tables of a published report. */
function tableFindings(name: string, previous: string | null): string[] {
  const report = load(name);
  const format = exampleFormat(report.format === "2019" ? "2019" : "2021");
  return runChecks(subjectOfInterchange(report, format, previous ? load(previous) : null))
    .filter((finding) => finding.text === null)
    .map((finding) => `${finding.severity} ${finding.rule} ${finding.cells[0]}`);
}

describe("the registry", () => {
  it("has every rule once, each with a name in both languages", () => {
    const rules = CHECKS.map((check) => check.rule);
    expect(new Set(rules).size).toBe(rules.length);
    expect(rules.toSorted()).toEqual([...RULE_IDS].toSorted());
    for (const rule of RULE_IDS) {
      expect(zh.rules[rule]).toBeTruthy();
      expect(en.rules[rule]).toBeTruthy();
    }
  });

  it("finds nothing in tables that agree", () => {
    expect(runChecks(exampleSubject("2019"))).toEqual([]);
    expect(runChecks(exampleSubject("2021"))).toEqual([]);
  });

  it("puts errors first and follows the order of the cells", () => {
    const cells = { "litigation.review.total": "3", "active.regulations.made": "2", "requests.received.total": null };
    expect(runChecks(exampleSubject("2021", { cells })).map((finding) => finding.rule)).toEqual([
      "BLANK",
      "LIT-SUM",
      "REGULATION-AUTHORITY",
    ]);
  });

  it("lists findings of one severity by the cells of the form, and those of a text by where they stand in it", () => {
    const cells = { "requests.other.total": null, "active.regulations.made": null, "requests.received.total": null };
    expect(runChecks(exampleSubject("2021", { cells })).map((finding) => finding.cells[0])).toEqual([
      "active.regulations.made",
      "requests.received.total",
      "requests.other.total",
    ]);
    const wrong = "共收到申请9件，其中自然人3件，企业2件，合计7件。";
    const texts = ["b", "a"].map((headingKey) => exampleText(`${wrong}另收到申请8件。`, { headingKey }));
    const found = runChecks(exampleSubject("2021", { texts })).flatMap(({ severity, text }) =>
      severity === "error" && text ? [[text.headingKey, text.start] as const] : [],
    );
    expect(found.length).toBeGreaterThan(2);
    const order = (key: string, start: number) => (key === "b" ? 0 : 1_000) + start;
    expect(found).toEqual(found.toSorted((left, right) => order(...left) - order(...right)));
    expect(new Set(found.map(([key]) => key))).toEqual(new Set(["b", "a"]));
  });

  it("gives what is found twice in the same words two ids", () => {
    const twice = "处罚14件。处罚14件。处罚14件。";
    const ids = runChecks(
      exampleSubject("2021", { texts: [exampleText(twice)], typed: { "active.penalties.decisions": "17" } }),
    ).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("gives the same finding the same id, and another one when a value changes", () => {
    const idOf = (value: string) =>
      runChecks(exampleSubject("2021", { cells: { "litigation.review.total": value } }))[0]?.id;
    expect(idOf("3")).toBe(idOf("3"));
    expect(idOf("3")).not.toBe(idOf("4"));
  });
});

describe("the tables of the published reports", () => {
  it.each([
    ["qianwan-2019", null, ["error BLANK requests.carried_in.total"]],
    ["pingtan-2019", null, ["error UNIT active.procurement.amount"]],
    [
      "pingtan-2020",
      "pingtan-2019",
      [
        "error UNIT active.procurement.amount",
        "error REQ-OUTCOME-SUM requests.outcome_total.natural_person",
        "error REQ-OUTCOME-SUM requests.outcome_total.total",
        "warning OUTLIER active.regulations.total_public",
        "warning OUTLIER active.licensing.change",
        "warning OUTLIER requests.other.total",
        "info REGULATION-AUTHORITY active.regulations.total_public",
      ],
    ],
    ["pingtan-2021", "pingtan-2020", ["warning OUTLIER active.licensing.decisions"]],
    ["suqian-2023", null, []],
  ] as const)("of %s have their known defects and no others", (name, previous, expected) => {
    expect(tableFindings(name, previous)).toEqual(expected);
  });
});
