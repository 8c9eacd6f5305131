import { describe, expect, it } from "vitest";
import { limitChoices, MOST_CHOICES } from "./choices";

const units = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `unit-${index}` }));

describe("what a select offers", () => {
  it("is everything while that can be looked through", () => {
    expect(limitChoices(units(MOST_CHOICES), ["unit-3"])).toEqual({ offered: units(MOST_CHOICES), isCut: false });
  });

  it("is what is chosen and shown where there is more, in its order", () => {
    expect(limitChoices(units(MOST_CHOICES + 1), ["unit-9", null, undefined, "unit-3", "elsewhere"])).toEqual({
      offered: [{ id: "unit-3" }, { id: "unit-9" }],
      isCut: true,
    });
  });
});
