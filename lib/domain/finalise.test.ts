import { describe, expect, it } from "vitest";
import type { Finding } from "@/lib/domain/check/finding";
import { listBlockers } from "@/lib/domain/finalise";
import { qianwan2019 } from "@/lib/render/testing/sample-documents";

const document = qianwan2019();
const units = (statuses: readonly ("included" | "nil" | "exempt" | "missing")[]) => ({
  units: statuses.map((status) => ({
    organisationId: status,
    name: `单位${status}`,
    isOffice: false,
    status,
    reason: null,
  })),
});
const finding = (id: string, severity: Finding["severity"]): Finding => ({
  id,
  rule: "OUTLIER",
  severity,
  sectionId: null,
  cells: [],
  text: null,
  expected: null,
  actual: null,
  messageKey: "OUTLIER",
  values: {},
  terms: [],
});
const settled = {
  rollUp: units(["included", "nil", "exempt"]),
  adjustments: [{ state: "signed" }, { state: "declined" }] as const,
  findings: [],
  explanations: [],
  superseded: null,
  document,
};

describe("listBlockers", () => {
  it("finds nothing where everybody is in, everything is signed and nothing contradicts", () => {
    expect(listBlockers(settled)).toEqual([]);
  });

  it("names the units that are missing", () => {
    expect(listBlockers({ ...settled, rollUp: units(["included", "missing"]) })).toEqual([
      { kind: "missing_units", units: ["单位missing"] },
    ]);
  });

  it("counts adjustments that nobody has signed", () => {
    expect(listBlockers({ ...settled, adjustments: [{ state: "proposed" }, { state: "signed" }] })).toEqual([
      { kind: "open_adjustments", count: 1 },
    ]);
  });

  it("refuses a correction that corrects nothing", () => {
    expect(listBlockers({ ...settled, superseded: document })).toEqual([{ kind: "nothing_corrected" }]);
    const other = { ...document, figures: { ...document.figures, "active.penalties.decisions": "18" } };
    expect(listBlockers({ ...settled, superseded: other })).toEqual([]);
  });

  it("counts errors, and warnings without a reason, but not notes", () => {
    const findings = [finding("e", "error"), finding("w", "warning"), finding("i", "info")];
    expect(listBlockers({ ...settled, findings })).toEqual([
      { kind: "errors", count: 1 },
      { kind: "unexplained", count: 1 },
    ]);
    expect(listBlockers({ ...settled, findings, explanations: [{ findingId: "w" }] })).toEqual([
      { kind: "errors", count: 1 },
    ]);
  });
});
