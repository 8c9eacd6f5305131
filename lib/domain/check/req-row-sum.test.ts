import { describe, expect, it } from "vitest";
import { reqRowSum } from "@/lib/domain/check/req-row-sum";
import { exampleSubject } from "@/lib/domain/testing/example-subject";

describe("REQ-ROW-SUM", () => {
  it("finds nothing in computed totals", () => {
    expect(reqRowSum.check(exampleSubject("2021", { typed: { "requests.received.research": "4" } }))).toEqual([]);
  });

  it("finds a total that is not the sum of its applicants", () => {
    const cells = { "requests.received.business": "3" };
    const [finding] = reqRowSum.check(exampleSubject("2019", { cells }));
    expect(finding).toMatchObject({ expected: "3", actual: "0", values: { difference: "3" } });
    expect(finding?.cells).toEqual(["requests.received.total", "requests.received.business"]);
  });

  it("does not add up a row with a unit in it", () => {
    expect(reqRowSum.check(exampleSubject("2019", { cells: { "requests.received.business": "3件" } }))).toEqual([]);
  });
});
