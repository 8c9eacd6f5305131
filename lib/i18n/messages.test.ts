import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locale";
import { MESSAGES, type MessageArea } from "@/lib/i18n/messages";

const areas = Object.keys(MESSAGES["zh-CN"]).sort();

describe("messages", () => {
  it.each(LOCALES)("%s has a file for every area and no other", (locale) => {
    const folder = fileURLToPath(new URL(`./messages/${locale}`, import.meta.url));
    expect(readdirSync(folder).sort()).toEqual(areas.map((area) => `${area}.json`));
  });

  it.each(areas)("%s has the same keys and placeholders in both languages", (area) => {
    const zh = flatten(MESSAGES["zh-CN"][area as MessageArea]);
    const en = flatten(MESSAGES.en[area as MessageArea]);
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
    const different = [...zh].flatMap(([key, text]) => {
      const there = placeholders(en.get(key) ?? "");
      return placeholders(text).join() === there.join() ? [] : [`${area}.${key}: ${placeholders(text)} / ${there}`];
    });
    expect(different).toEqual([]);
  });

  it.each(areas)("%s leaves no message empty", (area) => {
    for (const locale of LOCALES) {
      const empty = [...flatten(MESSAGES[locale][area as MessageArea])].filter(([, text]) => text.trim() === "");
      expect(empty, locale).toEqual([]);
    }
  });

  it("has Chinese punctuation in Chinese sentences", () => {
    const wrong = areas.flatMap((area) =>
      [...flatten(MESSAGES["zh-CN"][area as MessageArea])].filter(([, text]) =>
        /\p{Script=Han}[,;:?!]|[,;?!]\p{Script=Han}/u.test(text.replace(/\{[^{}]*\}/g, "x")),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

function flatten(messages: object, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]): [string, string][] =>
      typeof value === "string" ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

/** The names that a message wants filled in and the tags that it wraps; an ICU plural counts as its name. */
function placeholders(text: string): string[] {
  const names = [...text.matchAll(/\{\s*([a-zA-Z][a-zA-Z0-9]*)\s*[,}]/g)].map((match) => match[1] ?? "");
  const tags = [...text.matchAll(/<([a-z][a-zA-Z]*)>/g)].map((match) => `<${match[1]}>`);
  return [...new Set([...names, ...tags])].sort();
}
