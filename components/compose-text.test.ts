import { describe, expect, it } from "vitest";
import { editorMarkup } from "@/components/compose-text";

const lookup = (key: string) => (key === "requests.received.total" ? "11" : null);

describe("editorMarkup", () => {
  it("shows a live figure as its value and keeps its key", () => {
    expect(editorMarkup("收到{{requests.received.total}}件。", lookup)).toBe(
      '<p>收到<data class="chip" contenteditable="false" data-key="requests.received.total" value="11">11</data>件。</p>',
    );
  });

  it("gives every line a paragraph of its own, an empty one too", () => {
    expect(editorMarkup("一\n\n二", lookup)).toBe("<p>一</p><p><br></p><p>二</p>");
  });

  it("takes nothing that a person wrote for markup", () => {
    expect(editorMarkup('<img src=x onerror="alert(1)">&', lookup)).toBe(
      "<p>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;</p>",
    );
  });
});
