import { describe, expect, it } from "vitest";
import type { RuleEffect } from "@/lib/domain/check/finding";
import { CHECKS, countRules, runChecks } from "@/lib/domain/check/registry";
import { listRuleResults } from "@/lib/domain/check/rule-results";
import { exampleFigures, exampleFormat, exampleSubject, exampleText } from "@/lib/domain/testing/example-subject";

const WRONG = exampleText("全年收到政府信息公开申请12件。");

function subjectWith(effect: RuleEffect | null) {
  const setting = {
    rule: "NARR-TABLE",
    reason: "把事项数当成了申请数",
    proposedBy: "李强",
    decidedBy: "王芳",
    since: "2027-01-05",
  } as const;
  return exampleSubject("2021", {
    figures: exampleFigures(exampleFormat("2021"), { "requests.received.natural_person": "11" }),
    texts: [WRONG],
    ruleSettings: effect === null ? [] : [{ ...setting, effect }],
  });
}

function outcome(effect: RuleEffect | null) {
  const subject = subjectWith(effect);
  return listRuleResults(subject, runChecks(subject)).find(({ rule }) => rule === "NARR-TABLE");
}

describe("the list of checks", () => {
  it("names every rule once with its version and day, whatever was found", () => {
    const results = listRuleResults(subjectWith(null), []);
    expect(results.map(({ rule }) => rule)).toEqual(CHECKS.map(({ rule }) => rule));
    expect(results.every(({ version, holdsFrom }) => version > 0 && /^\d{4}-\d\d-\d\d$/.test(holdsFrom))).toBe(true);
    expect(results.find(({ rule }) => rule === "REQ-IDENTITY")?.outcome).toBe("passed");
    expect(results.find(({ rule }) => rule === "ITEM-STOCK-YEAR")?.outcome).toBe("not_applicable");
  });

  it.each([
    [null, "error", 1],
    ["standard", "error", 1],
    ["warning", "warning", 1],
    ["info", "info", 1],
    ["off", "off", 0],
  ] as const)("tells a rule set to %s as %s", (effect, expected, findings) => {
    expect(outcome(effect)).toMatchObject({ outcome: expected, findings });
  });

  it("counts the rules that are asked", () => {
    expect(countRules(subjectWith("off"))).toBe(countRules(subjectWith(null)) - 1);
  });

  it("asks no rule of a report that was due before it held", () => {
    expect(countRules({ ...subjectWith(null), year: 2017 })).toBe(0);
  });
});
