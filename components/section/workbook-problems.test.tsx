import { createHash } from "node:crypto";
import { readXlsx } from "hucre";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/domain/canonical";
import { computeTotals, type Figures } from "@/lib/domain/cell";
import { cellAddress } from "@/lib/domain/cell-address";
import { type CheckedWorkbook, checkWorkbook } from "@/lib/domain/check-workbook";
import type { SectionId } from "@/lib/domain/format";
import { listSectionCells } from "@/lib/domain/format-cells";
import { planWorkbook, type WorkbookContent } from "@/lib/domain/unit-workbook";
import type { WorkbookProblem } from "@/lib/domain/workbook-problem";
import { annualReport2021 } from "@/lib/formats/annual-report-2021";
import type { Locale } from "@/lib/i18n/locale";
import { pickMessages } from "@/lib/i18n/messages";
import { readWorkbook } from "@/lib/intake/read-workbook";
import { damageWorkbook } from "@/lib/intake/testing/damaged-workbooks";
import { fillWorkbook } from "@/lib/intake/testing/workbook-parts";
import { renderUnitWorkbook } from "@/lib/render/unit-workbook";
import { WorkbookProblems } from "./workbook-problems";

const hash = (value: unknown) => createHash("sha256").update(canonicalJson(value)).digest("hex");

function contentOf(sectionId: SectionId, change: Partial<WorkbookContent["identity"]> = {}): WorkbookContent {
  const typed: Figures = Object.fromEntries(
    listSectionCells(annualReport2021, sectionId).flatMap(({ key, sumOf }, index) =>
      sumOf ? [] : [[key, index % 7 === 3 ? null : String(index)]],
    ),
  );
  const identity = {
    unitId: "u1",
    unit: "财政局",
    year: 2021,
    formatId: annualReport2021.id,
    formatHash: "f1",
    sectionId,
  };
  return {
    identity: { ...identity, ...change },
    format: annualReport2021,
    figures: computeTotals(annualReport2021, typed),
    previous: { year: 2020, figures: computeTotals(annualReport2021, typed) },
    locked: new Set(sectionId === "requests" ? ["requests.carried_in.natural_person"] : []),
  };
}

function check(bytes: Uint8Array, content: WorkbookContent): CheckedWorkbook {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.problem);
  return checkWorkbook(content, planWorkbook(content), read.workbook, hash);
}

const MESSAGES = {
  "zh-CN": await pickMessages("zh-CN", ["common", "section"]),
  en: await pickMessages("en", ["common", "section"]),
};

function sentence(problem: WorkbookProblem, locale: Locale): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={MESSAGES[locale]}
      timeZone="Asia/Shanghai"
      onError={(error) => {
        throw error;
      }}
    >
      <WorkbookProblems problems={[problem]} more={0} />
    </NextIntlClientProvider>,
  );
}

describe("a unit's workbook", () => {
  it.each(["active", "requests", "litigation"] as const)("comes back as it was: %s", async (sectionId) => {
    const content = contentOf(sectionId);
    expect(check(await renderUnitWorkbook(content, hash), content)).toEqual({ ok: true, changes: [] });
  });

  it("can be written in its inputs and nowhere else", async () => {
    const content = contentOf("requests");
    const { sheets } = await readXlsx(await renderUnitWorkbook(content, hash), { readStyles: true });
    const [table, identity] = sheets;
    const open = [...(table?.cells ?? [])].flatMap(([key, cell]) =>
      cell.style?.protection?.locked === false ? [key] : [],
    );
    const inputs = [...planWorkbook(content).cells].flatMap(([key, { kind }]) => (kind === "input" ? [key] : []));
    expect(open.toSorted()).toEqual(inputs.toSorted());
    expect(table?.columns?.filter(({ style }) => style?.protection?.locked === false) ?? []).toEqual([]);
    expect([table?.protection?.sheet, identity?.protection?.sheet, identity?.hidden]).toEqual([true, true, true]);
    expect(table?.dataValidations?.filter(({ type }) => type === "whole")).toHaveLength(inputs.length);
  });

  it("says which cells it changes, against what stood there when it was written", async () => {
    const content = contentOf("requests");
    const [typed, emptied, blank] = [
      "requests.received.business",
      "requests.granted.business",
      "requests.received.welfare",
    ];
    const { places } = planWorkbook(content);
    const at = (key: string) => {
      const place = places.get(key);
      return place ? cellAddress(place.row, place.column) : "";
    };
    const values = { [at(typed)]: "12.0", [at(emptied)]: "", [at(blank)]: "0" };
    const filled = fillWorkbook(await renderUnitWorkbook(content, hash), values);
    const expected = [
      { cellKey: typed, base: content.figures[typed] ?? null, value: "12" },
      { cellKey: blank, base: content.figures[blank] ?? null, value: "0" },
      { cellKey: emptied, base: content.figures[emptied] ?? null, value: null },
    ];
    expect(check(filled, content)).toEqual({ ok: true, changes: expected });

    // Somebody types here meanwhile: the workbook still says what it was written with.
    const meanwhile = { ...content, figures: { ...content.figures, [typed]: "50" } };
    expect(check(filled, meanwhile)).toEqual({ ok: true, changes: expected });
  });

  it("is refused in every way it can be spoiled, with a sentence that names sheet and cell", async () => {
    const damaged = [];
    for (const sectionId of ["active", "requests", "litigation"] as const) {
      const content = contentOf(sectionId);
      const bytes = await renderUnitWorkbook(content, hash);
      damaged.push(...damageWorkbook(bytes, planWorkbook(content)).map((damage) => ({ ...damage, content })));
    }
    expect(damaged.length).toBeGreaterThan(200);
    const unsaid = damaged.filter(({ bytes, content, code, sheet, cell }) => {
      const answer = check(bytes, content);
      if (answer.ok) return true;
      const told = answer.problems.find((problem) => problem.code === code && problem.sheet === sheet);
      if (!told) return true;
      const isPlace = code === "identity_altered" || told.cell === cell;
      const [zh, en] = [sentence(told, "zh-CN"), sentence(told, "en")];
      return !(isPlace && [zh, en].every((words) => words.includes(told.sheet) && words.includes(told.cell)));
    });
    const shown = unsaid.map(({ what, code, content, bytes }) => {
      const answer = check(bytes, content);
      const problems = answer.ok
        ? "taken"
        : answer.problems.slice(0, 3).map((each) => `${each.code} ${each.sheet} ${each.cell}`);
      return `${content.identity.sectionId}: ${what} (${code}): ${problems}`;
    });
    expect(shown).toEqual([]);
  });

  it.each([
    ["other_unit", { unitId: "u2", unit: "司法局" }],
    ["other_year", { year: 2022 }],
    ["other_format", { formatHash: "f2" }],
    ["other_section", { sectionId: "litigation" as const }],
  ] as const)("of another one is told as that alone: %s", async (code, change) => {
    const bytes = await renderUnitWorkbook(contentOf("requests", {}), hash);
    const answer = check(bytes, contentOf("requests", change));
    expect(answer.ok ? [] : answer.problems.map((problem) => problem.code)).toEqual([code]);
    const [problem] = answer.ok ? [] : answer.problems;
    expect(problem ? sentence(problem, "zh-CN") : "").toMatch(/工作表“年报汇”B\d/);
  });
});
