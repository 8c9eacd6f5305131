import { describe, expect, it } from "vitest";
import { SectionStepsSchema } from "@/lib/domain/inputs/section-steps";

const requestId = "00000000-0000-4000-8000-000000000001";
const one = "00000000-0000-4000-8000-000000000002";
const other = "00000000-0000-4000-8000-000000000003";

describe("SectionStepsSchema", () => {
  it("takes the ticked sections with what stands beside them", () => {
    const form = { requestId, section: [one], [`revision:${one}`]: "3", [`blanks:${one}`]: "130" };
    const read = SectionStepsSchema.parse({ ...form, [`revision:${other}`]: "1", [`reason:${one}`]: " 原数无误 " });
    expect(read).toEqual({
      requestId,
      sections: [{ submissionId: one, expectedRevision: 3, blanksSeen: 130, unchangedReason: "原数无误" }],
    });
  });

  it("takes no form without a tick, or without what was seen", () => {
    expect(SectionStepsSchema.safeParse({ requestId }).success).toBe(false);
    expect(SectionStepsSchema.safeParse({ requestId, section: [one] }).success).toBe(false);
    const long = { requestId, section: [one], [`revision:${one}`]: "3", [`reason:${one}`]: "长".repeat(2001) };
    expect(SectionStepsSchema.safeParse(long).error?.issues[0]?.path).toEqual([`reason:${one}`]);
  });
});
