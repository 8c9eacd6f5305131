import { getSchema } from "@tiptap/core";
import { Document } from "@tiptap/extension-document";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FigureNode } from "@/components/compose/compose-figure-node";
import { documentOf, rangeInDocument, storedText } from "@/components/compose/compose-text";

const schema = getSchema([Document, Paragraph, Text, FigureNode]);
const lookup = (key: string) => (key === "requests.received.total" ? "11" : null);
const open = (stored: string) => schema.nodeFromJSON(documentOf(stored, lookup));

describe("documentOf", () => {
  it("shows a live figure as its value and keeps its key", () => {
    const figure = open("收到{{requests.received.total}}件。").child(0).child(1);
    expect(figure.attrs).toEqual({ cellKey: "requests.received.total", value: "11" });
  });

  it("comes back as it was stored, whatever was written", () => {
    const text = fc.array(
      fc.oneof(fc.string(), fc.constantFrom("\n", "{{requests.received.total}}", "{{", "<b>", "收到11件。")),
    );
    fc.assert(
      fc.property(text, (parts) => {
        const stored = parts.join("").replace(/\r/g, "");
        expect(storedText(open(stored))).toBe(stored);
      }),
    );
  });
});

describe("rangeInDocument", () => {
  const stored = "一二\n收到{{requests.received.total}}件";
  const at = (start: number, end: number) => {
    const document = open(stored);
    const range = rangeInDocument(document, { start, end });
    return range && document.textBetween(range.from, range.to, "\n", "#");
  };

  it("finds the words of a stored range, and takes a live figure as a whole", () => {
    expect(at(1, 2)).toBe("二");
    expect(at(3, 5)).toBe("收到");
    expect(at(4, 7)).toBe("到#");
    expect(at(1, stored.length)).toBe("二\n收到#件");
  });

  it("is null where nothing is stored", () => {
    expect(at(90, 95)).toBeNull();
  });
});
