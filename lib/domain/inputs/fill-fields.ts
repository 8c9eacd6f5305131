import { paragraphAnchor } from "@/lib/domain/anchor";

/**
 * The names of a section's fields, each followed by what it is about. A field `name` stands beside `seen:name`, the
 * value that it was drawn with; only what differs from it was typed.
 */
export const FILL_FIELDS = {
  figure: "figure:",
  paragraph: "paragraph:",
  explanation: "explain:",
  resolved: "resolve:",
  replyText: "reply:",
};

/** What stood in each field of a form that was not accepted, by the cell or text that it is about. */
export function typedInForm(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (typeof value !== "string") return [];
      if (name.startsWith(FILL_FIELDS.figure)) return [[name.slice(FILL_FIELDS.figure.length), value]];
      if (!name.startsWith(FILL_FIELDS.paragraph)) return [];
      return [[paragraphAnchor(name.slice(FILL_FIELDS.paragraph.length)), value.replace(/\r\n?/g, "\n")]];
    }),
  );
}
