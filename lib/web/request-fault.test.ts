import { describe, expect, it } from "vitest";
import { isUnreadableForm } from "@/lib/web/request-fault";

describe("isUnreadableForm", () => {
  it.each(["Unexpected end of form", "Malformed part header", "Multipart: Boundary not found"])("knows %j", (text) => {
    expect(isUnreadableForm(new Error(text))).toBe(true);
    expect(isUnreadableForm(new TypeError("fetch failed", { cause: new Error(text) }))).toBe(true);
  });

  it("knows what Node says of one", async () => {
    const request = new Request("http://localhost/", {
      method: "POST",
      body: "nothing that a form is",
      headers: { "content-type": "multipart/form-data; boundary=none" },
    });
    const error: unknown = await request.formData().catch((caught: unknown) => caught);
    expect(isUnreadableForm(error)).toBe(true);
  });

  it("takes nothing else for one", () => {
    for (const other of [new Error("Unexpected end of JSON input"), new TypeError("x is undefined"), null, "text"]) {
      expect(isUnreadableForm(other)).toBe(false);
    }
  });
});
