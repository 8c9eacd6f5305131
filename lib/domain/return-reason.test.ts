import { describe, expect, it } from "vitest";
import { insertReason } from "@/lib/domain/return-reason";

describe("insertReason", () => {
  const body = "请与台账核对。";

  it("fills an empty reason", () => {
    expect(insertReason("", { start: 0, end: 0 }, body)).toEqual({ text: body, caret: body.length });
  });

  it("goes where the caret is and keeps what stands around it", () => {
    expect(insertReason("第三格不对。谢谢", { start: 6, end: 6 }, body).text).toBe("第三格不对。请与台账核对。谢谢");
  });

  it("takes the place of what is selected", () => {
    expect(insertReason("旧话。", { start: 0, end: 3 }, body)).toEqual({ text: body, caret: body.length });
  });

  it("begins a line where no sentence has ended", () => {
    expect(insertReason("第三格不对", { start: 5, end: 5 }, body).text).toBe("第三格不对\n请与台账核对。");
  });
});
