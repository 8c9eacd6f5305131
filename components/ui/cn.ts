import { extendTailwindMerge } from "tailwind-merge";

/**
 * Joins class names and lets the later of two utilities that say the same win, so that a `className` given to a
 * primitive overrides what the primitive says itself. Knows the names that `@theme` in `app/globals.css` adds.
 */
export const cn = extendTailwindMerge({
  extend: {
    theme: {
      text: ["doc", "doc-sm", "doc-title", "doc-title-sm"],
      spacing: ["row", "row-lg", "field", "field-sm", "field-lg", "bar", "gutter", "top"],
      container: ["page", "public", "document", "article", "notice", "form", "dialog", "dialog-lg", "panel", "text"],
      shadow: ["raise", "pop", "bar"],
      "inset-shadow": ["edge", "edge-danger", "underline", "press"],
    },
  },
});
