import { describe, expect, it } from "vitest";
import { getSection } from "@/lib/domain/format-cells";
import { listOutcomes } from "@/lib/domain/ledger/count-ledger";
import { readLedgerDay } from "@/lib/domain/ledger/ledger-day";
import { readApplicantKind, readOutcome } from "@/lib/domain/ledger/ledger-words";
import { FORMATS } from "@/lib/formats";

const OUTCOMES = new Set(listOutcomes(FORMATS[1] ?? FORMATS[0] ?? fail()));

function fail(): never {
  throw new Error("there is no format");
}

describe("readOutcome", () => {
  it.each(FORMATS.map((format) => ({ format })))("knows every label of the form $format.id", ({ format }) => {
    const rows = new Set(listOutcomes(format));
    const labels = getSection(format, "requests").tables.flatMap((table) =>
      table.rows.filter(({ key }) => rows.has(key)),
    );
    const read = labels.map(({ key, label }) => [key, readOutcome(label, rows)]);
    expect(read).toEqual(labels.map(({ key }) => [key, { is: "outcome", key }]));
  });

  it.each([
    ["全部公开", "granted"],
    ["部分公开", "granted_in_part"],
    ["部分公开（涉及个人隐私，区分处理）", "granted_in_part"],
    ["不予公开（国家秘密）", "refused_state_secret"],
    ["不予公开 - 3.危及“三安全一稳定”", "refused_security_stability"],
    ["本机关不掌握", "unavailable_not_held"],
    ["无法提供：经检索政府信息不存在", "unavailable_not_held"],
    ["重复申请", "not_processed_repeat"],
    ["申请人主动撤回申请", "other_remaining"],
    ["结转下年度", "open"],
  ])("reads %s", (word, key) => {
    expect(readOutcome(word, OUTCOMES)).toEqual({ is: "outcome", key });
  });

  it("knows two outcomes in one cell, and does not guess at a group or at an unknown word", () => {
    expect(readOutcome("予以公开、重复申请", OUTCOMES)).toEqual({ is: "two" });
    for (const word of ["不予公开", "无法提供", "已电话告知", "张三"])
      expect(readOutcome(word, OUTCOMES)).toEqual({ is: "unknown" });
  });

  it("counts what the older form does not divide as 其他处理", () => {
    const older = new Set(listOutcomes(FORMATS[0] ?? fail()));
    expect(readOutcome("逾期不补正", older)).toEqual({ is: "outcome", key: "other" });
  });
});

describe("readApplicantKind", () => {
  it.each([
    ["公民", "natural_person"],
    ["自然人 ", "natural_person"],
    ["法人或其他组织-商业企业", "business"],
    ["某某有限公司", "business"],
    ["某某律师事务所", "legal_service"],
    ["其他组织", "other_organisation"],
    ["法人", null],
    ["张三", null],
  ])("reads %s", (word, kind) => {
    expect(readApplicantKind(word)).toBe(kind);
  });
});

describe("readLedgerDay", () => {
  it.each([
    ["2026-03-05", "2026-03-05"],
    ["2026年3月5日上午", "2026-03-05"],
    ["2026.3.5", "2026-03-05"],
    ["２０２６／３／５", "2026-03-05"],
    ["2026-03-05 14:30", "2026-03-05"],
    ["2026/3/5 9:05:00", "2026-03-05"],
    ["46086", "2026-03-05"],
    ["46086.604", "2026-03-05"],
    ["20260305", "2026-03-05"],
    ["二〇二六年十二月三十一日", "2026-12-31"],
    ["二零二六年三月二十日", "2026-03-20"],
    ["3月5日", null],
    ["2026-02-30", null],
    ["66881234", null],
    ["13800001234", null],
    ["2026年3月", null],
    ["月底", null],
  ])("reads %s", (text, day) => {
    expect(readLedgerDay(text)).toBe(day);
  });
});
