import { describe, expect, it } from "vitest";
import { connectionsOfOne, countProcesses } from "./process-count";

const GB = 1024 ** 3;

describe("how many processes run", () => {
  it("is one for each core, as far as the memory reaches, eight at most", () => {
    expect(countProcesses({ asked: undefined, cores: 2, memory: 8 * GB })).toBe(2);
    expect(countProcesses({ asked: undefined, cores: 64, memory: 256 * GB })).toBe(8);
    expect(countProcesses({ asked: undefined, cores: 4, memory: 2 * GB })).toBe(2);
    expect(countProcesses({ asked: undefined, cores: 1, memory: GB / 4 })).toBe(1);
  });

  it("is what the setting says", () => {
    expect(countProcesses({ asked: 3, cores: 2, memory: GB })).toBe(3);
  });

  it("divides the connections to the database", () => {
    expect([1, 2, 4, 8, 16].map((processes) => connectionsOfOne(40, processes))).toEqual([10, 10, 10, 5, 3]);
  });
});
