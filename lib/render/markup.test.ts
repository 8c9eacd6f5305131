import { describe, expect, it } from "vitest";
import { attributes, escapeMarkup } from "@/lib/render/markup";

describe("escapeMarkup", () => {
  it("escapes every character that ends an attribute or begins a tag", () => {
    expect(escapeMarkup(`"'<>&`)).toBe("&quot;&#39;&lt;&gt;&amp;");
    expect(attributes({ title: `" onclick='x'`, of: null })).toBe(' title="&quot; onclick=&#39;x&#39;"');
  });
});
