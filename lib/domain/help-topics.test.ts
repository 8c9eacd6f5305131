import { describe, expect, it } from "vitest";
import { ROLES } from "@/lib/domain/access";
import { HELP_TOPICS, topicsOf } from "@/lib/domain/help-topics";

describe("topicsOf", () => {
  it("gives each topic once, in the order of the work", () => {
    expect(topicsOf(["director", "submitter", "editor"])).toEqual(["submitter", "report"]);
  });

  it("leaves nobody without help, and no topic without a reader", () => {
    for (const role of ROLES) expect(topicsOf([role])).toHaveLength(1);
    expect(topicsOf(ROLES)).toEqual(HELP_TOPICS);
  });
});
