import { describe, expect, it } from "vitest";
import { feeReported } from "@/lib/domain/check/fee-reported";
import { exampleSubject, exampleText } from "@/lib/domain/testing/example-subject";

const check = (text: string, unpaid = "0") =>
  feeReported.check(
    exampleSubject("2021", {
      sections: ["requests", "other"],
      typed: { "requests.other_fee_unpaid.natural_person": unpaid },
      texts: [exampleText(text, { sectionId: "other", headingKey: "other" })],
    }),
  );

describe("FEE-REPORTED", () => {
  it.each(["本年度未收取信息处理费。", "25件收取信息处理费2950元。", "无收费情况。", "依申请公开未产生费用。"])(
    "hears “%s”",
    (text) => expect(check(text)).toEqual([]),
  );

  it("asks for the fees where section six does not speak of them", () => {
    expect(check("无其他需要报告的事项。")).toMatchObject([{ severity: "warning", messageKey: "fee_not_told" }]);
  });

  it("points to the requests closed for an unpaid fee", () => {
    expect(check("无。", "10")).toMatchObject([
      { messageKey: "fee_unpaid_not_told", cells: ["requests.other_fee_unpaid.total"], values: { count: "10" } },
    ]);
  });

  it("leaves an absent section to SECTION-MISSING", () => {
    expect(check("")).toEqual([]);
  });
});
