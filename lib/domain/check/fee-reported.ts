import type { Check } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { numberAt } from "@/lib/domain/check/subject-cells";
import { joinedText } from "@/lib/domain/check/subject-texts";

const FEES = /信息处理费|收费|(?:收取|缴纳|减免)[^。；]{0,12}费|处理费|费用/;
const UNPAID = "requests.other_fee_unpaid.total";

/** Section 六 says what information-processing fees were charged, also when none were. */
export const feeReported: Check = {
  rule: "FEE-REPORTED",
  version: 1,
  severity: "warning",
  holdsFrom: "2021-09-26",
  source: "国办公开办函〔2021〕30号 第六部分；国办函〔2020〕109号",
  formats: ["2021"],
  check: (subject) => {
    if (subject.level === "unit" || !subject.sections.includes("other")) return [];
    const text = joinedText(subject, "other");
    // An absent section is told as such.
    if (text === "" || FEES.test(text)) return [];
    const unpaid = numberAt(subject.figures, UNPAID);
    const hasUnpaid = unpaid !== null && unpaid !== "0";
    return [
      newFinding({
        rule: "FEE-REPORTED",
        severity: "warning",
        sectionId: "other",
        cells: hasUnpaid ? [UNPAID] : [],
        actual: hasUnpaid ? unpaid : null,
        messageKey: hasUnpaid ? "fee_unpaid_not_told" : "fee_not_told",
        values: hasUnpaid ? { count: unpaid } : {},
      }),
    ];
  },
};
