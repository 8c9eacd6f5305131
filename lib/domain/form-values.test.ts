import { describe, expect, it } from "vitest";
import { valuesOf, withoutSecrets } from "@/lib/domain/form-values";

function form(...fields: (readonly [string, string | Blob])[]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe("valuesOf", () => {
  it("keeps texts as they were typed, and several of one name as a list", () => {
    const sent = form(["reason", " x "], ["units[]", "a"], ["empty", ""], ["units[]", "b"], ["one[]", "c"]);
    expect(valuesOf(sent)).toEqual({ reason: " x ", empty: "", "units[]": ["a", "b"], "one[]": ["c"] });
  });

  it("leaves out files and what the framework adds", () => {
    const sent = form(
      ["$ACTION_ID_1", ""],
      ["$ACTION_REF_1", "x"],
      ["file", new Blob(["x"])],
      ["list[]", new Blob(["x"])],
    );
    expect(valuesOf(sent)).toEqual({});
    expect(valuesOf(form(["my$ACTION", "kept"]))).toEqual({ my$ACTION: "kept" });
  });
});

describe("withoutSecrets", () => {
  it("shows nothing again that is a password, a code or a robot's address and secret", () => {
    const secrets = { password: "p", current: "c", code: "1", proof: "p", robotAddress: "a", robotSecret: "s" };
    expect(withoutSecrets({ ...secrets, account: "甲", "units[]": ["a"] })).toEqual({
      account: "甲",
      "units[]": ["a"],
    });
  });
});
