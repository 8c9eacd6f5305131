import { createTranslator } from "next-intl";
import type { Locale } from "./locale";
import { loadArea, type MessageArea } from "./messages";

export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The words of one area outside the pages, for commands and files; a key that is not there is a bug and throws. */
export async function translatorOf(locale: Locale, area: MessageArea): Promise<Translate> {
  const words = flatten(await loadArea(locale, area), "");
  const translate = createTranslator<{ words: Record<string, string> }, "words">({
    locale,
    messages: { words },
    namespace: "words",
    onError: (error) => {
      throw error;
    },
  });
  return (key, values) => translate(key.replaceAll(".", "/"), values);
}

/** Nested words under one key each: a dot would lead next-intl into a nesting whose keys only types could name. */
function flatten(messages: object, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([key, value]: [string, unknown]) => {
      if (isMessage(value)) return [[`${prefix}${key}`, value]];
      return typeof value === "object" && value !== null ? Object.entries(flatten(value, `${prefix}${key}/`)) : [];
    }),
  );
}

/** A text; one that takes values becomes a list of its pieces in the build, which next-intl alone reads. */
function isMessage(value: unknown): value is string {
  return typeof value === "string" || Array.isArray(value);
}
