import { expect, it } from "vitest";
import { describeScore } from "./score";

const mutants = (
  fileName: string,
  status: "Killed" | "Timeout" | "Survived" | "NoCoverage" | "Ignored",
  count: number,
) => Array.from({ length: count }, () => ({ fileName, status }));

it("gives the share of noticed mutants by folder and of all, with its range, and leaves out what was not tried", () => {
  const results = [
    ...mutants("lib/domain/check/unit.ts", "Killed", 9),
    ...mutants("lib/domain/check/unit.ts", "NoCoverage", 1),
    ...mutants("lib/domain/cell.ts", "Timeout", 80),
    ...mutants("lib/domain/cell.ts", "Survived", 10),
    ...mutants("lib/domain/cell.ts", "Ignored", 50),
  ];
  expect(describeScore(results).split("\n")).toEqual([
    "lib/domain: 80 of 90, 88.9 % (80.7 % to 93.9 %)",
    "lib/domain/check: 9 of 10, 90.0 % (59.6 % to 98.2 %)",
    "all: 89 of 100, 89.0 % (81.4 % to 93.7 %)",
  ]);
  expect(describeScore([])).toBe("all: no mutant");
});
