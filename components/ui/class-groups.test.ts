import { extendTailwindMerge } from "tailwind-merge";
import { describe, expect, it } from "vitest";
import { classNamesOfMarkup } from "../testing/class-names-of-markup";
import { cn } from "./cn";

/** What `tailwind-merge` knows of all of Tailwind, with the names that `@theme` in `app/globals.css` adds. */
const mergeWithAll = extendTailwindMerge({
  cacheSize: 0,
  extend: {
    theme: {
      text: ["doc", "doc-sm", "doc-title", "doc-title-sm"],
      spacing: ["row", "row-lg", "field", "field-sm", "field-lg", "bar", "gutter", "top"],
      container: ["page", "public", "document", "article", "notice", "form", "dialog", "dialog-lg", "panel", "text"],
      shadow: ["raise", "pop", "bar"],
      animate: ["arrive", "leave", "rise"],
      "inset-shadow": ["edge", "edge-danger", "underline", "press"],
    },
  },
});

describe("the groups of utilities", () => {
  it("let every class name of the markup override what tailwind-merge lets it override", async () => {
    const names = [...new Set([...(await classNamesOfMarkup()).keys()].map(withoutModifiers))];
    expect(names.length).toBeGreaterThan(600);
    const differing = names.flatMap((first) =>
      names.map((second) => `${first} ${second}`).filter((pair) => cn(pair) !== mergeWithAll(pair)),
    );
    expect(differing).toEqual([]);
  });

  it("keep modifiers apart, and the important ones", () => {
    for (const names of ["p-2 hover:p-4 hover:p-2", "p-2! p-4", "before:hover:p-2 hover:before:p-4 before:hover:p-1"])
      expect(cn(names)).toBe(mergeWithAll(names));
  });
});

/** `max-md:data-[a=b]:-mt-2` without what stands before its last colon outside of brackets. */
function withoutModifiers(name: string): string {
  let depth = 0;
  let start = 0;
  for (const [index, character] of [...name].entries()) {
    if ("[(".includes(character)) depth += 1;
    if ("])".includes(character)) depth -= 1;
    if (character === ":" && depth === 0) start = index + 1;
  }
  return name.slice(start);
}
