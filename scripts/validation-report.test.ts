import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { CHECKS } from "@/lib/domain/check/registry";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { versionOfRule } from "@/lib/domain/rule-setting";
import { exampleFigures, exampleFormat } from "@/lib/domain/testing/example-subject";
import { readArguments } from "./nianbao-arguments";
import { checkFiles } from "./nianbao-check";

type Told = {
  report: { title: string; organisation: string | null };
  counts: { errors: number };
  rules: { rule: string; version: number; result: string; setting: object | null }[];
  findings: { rule: string }[];
};

const folder = mkdtempSync(join(tmpdir(), "nianbao-validation-"));
const isValid = new Ajv2020({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync("docs/validation-report.schema.json", "utf8")),
);

afterEach(() => vi.restoreAllMocks());
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function validate(
  path: string,
  lang: string,
  more: readonly string[] = [],
): Promise<{ code: number; told: Told }> {
  vi.restoreAllMocks();
  const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const code = await checkFiles(await readArguments(["check", path, "--json", "--lang", lang, ...more]));
  const told: Told = JSON.parse(String(said.mock.calls[0]?.[0]));
  isValid(told);
  expect(isValid.errors ?? []).toEqual([]);
  return { code, told };
}

describe("the validation report", () => {
  it("names every rule and every finding, as its schema says", async () => {
    const { code, told } = await validate("db/demo/reports/pingtan-2020.json", "en");
    expect(code).toBe(1);
    expect(told.rules.map(({ rule }) => rule)).toEqual(CHECKS.map(({ rule }) => rule));
    expect(told.rules.find(({ rule }) => rule === "REQ-OUTCOME-SUM")?.result).toBe("error");
    expect(told.rules.find(({ rule }) => rule === "FEE-REPORTED")?.result).toBe("not_applicable");
    expect(told.findings.length).toBeGreaterThanOrEqual(told.counts.errors);
  });

  it("says what the office decided of a rule, of the version that it decided on and no other", async () => {
    const decided = {
      effect: "off",
      reason: "The table is corrected in March.",
      decided_by: "Wang",
      since: "2026-01-05",
    };
    const version = versionOfRule("REQ-OUTCOME-SUM") ?? 0;
    const path = join(folder, "settings.json");
    const write = (one: number) =>
      writeFileSync(
        path,
        JSON.stringify({
          schema: "nianbao.rule-settings/1",
          settings: [{ rule: "REQ-OUTCOME-SUM", version: one, ...decided }],
        }),
      );
    write(version);
    const { told } = await validate("db/demo/reports/pingtan-2020.json", "en", ["--settings", path]);
    const rule = told.rules.find((one) => one.rule === "REQ-OUTCOME-SUM");
    expect(rule).toMatchObject({ result: "off", findings: 0, setting: decided });
    expect(told.findings.some((one) => one.rule === "REQ-OUTCOME-SUM")).toBe(false);

    write(version + 1);
    const later = await validate("db/demo/reports/pingtan-2020.json", "en", ["--settings", path]);
    expect(later.told.rules.find((one) => one.rule === "REQ-OUTCOME-SUM")).toMatchObject({
      result: "error",
      setting: null,
    });
  });

  it.each(["{", JSON.stringify({ schema: "nianbao.rule-settings/1", settings: [{ rule: "OUTLIER", effect: "off" }] })])(
    "refuses a file of settings without a reason and a name: %s",
    async (content) => {
      const path = join(folder, "unclear.json");
      writeFileSync(path, content);
      const complained = vi.spyOn(console, "error").mockImplementation(() => undefined);
      const report = "db/demo/reports/pingtan-2020.json";
      expect(await checkFiles(await readArguments(["check", report, "--settings", path]))).toBe(2);
      expect(String(complained.mock.calls[0]?.[0])).toContain(path);
    },
  );

  it("names every rule when all is well", async () => {
    const report: InterchangeReport = {
      schema: "nianbao.report/1",
      title: "和平区2022年政府信息公开工作年度报告",
      year: 2022,
      format: "2021",
      figures: exampleFigures(exampleFormat("2021"), {}),
      narrative: {
        overview:
          "主动公开方面，按时公开。依申请公开方面，没有收到申请。政府信息管理方面，完善制度。平台建设方面，管好网站。监督保障方面，开展考核、评议，没有责任追究。",
        problems: "解读形式单一，将增加图解。",
        other: "本年度没有收取信息处理费。",
      },
    };
    const path = join(folder, "well.json");
    writeFileSync(path, JSON.stringify(report));
    const { code, told } = await validate(path, "zh");
    expect(told.findings).toEqual([]);
    expect(code).toBe(0);
    expect(told.rules).toHaveLength(CHECKS.length);
    expect(new Set(told.rules.map(({ result }) => result))).toEqual(new Set(["passed", "not_applicable"]));
  });
});
