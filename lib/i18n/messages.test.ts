import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { loadMessages, pickMessages } from "@/lib/i18n/messages";

const MESSAGES = { "zh-CN": await loadMessages("zh-CN"), en: await loadMessages("en") };
const areas = Object.keys(MESSAGES["zh-CN"]).sort();
const wordsOf = (locale: Locale, area: string): object => MESSAGES[locale][area] ?? {};

describe("messages", () => {
  it.each(LOCALES)("%s has a file for every area and no other", (locale) => {
    const folder = fileURLToPath(new URL(`./messages/${locale}`, import.meta.url));
    expect(readdirSync(folder).sort()).toEqual(areas.map((area) => `${area}.json`));
    expect(Object.keys(MESSAGES[locale]).sort()).toEqual(areas);
  });

  it("are typed area by area, each that is there and no other", () => {
    const source = readFileSync(fileURLToPath(new URL("./messages.ts", import.meta.url)), "utf8");
    const typed = [...source.matchAll(/^ {2}(\w+): typeof import\("\.\/messages\/zh-CN\/(\w+)\.json"\);$/gm)];
    expect(typed.map(([, area]) => area)).toEqual(areas);
    expect(typed.map(([, , file]) => file)).toEqual(areas);
  });

  it("go to the browser only as far as they are asked for, in the language of the page", async () => {
    expect(await pickMessages("en", ["grid"])).toEqual({ grid: wordsOf("en", "grid") });
  });

  it.each(areas)("%s has the same keys and placeholders in both languages", (area) => {
    const zh = flatten(wordsOf("zh-CN", area));
    const en = flatten(wordsOf("en", area));
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
    const different = [...zh].flatMap(([key, text]) => {
      const there = placeholders(en.get(key) ?? "");
      return placeholders(text).join() === there.join() ? [] : [`${area}.${key}: ${placeholders(text)} / ${there}`];
    });
    expect(different).toEqual([]);
  });

  it.each(areas)("%s leaves no message empty", (area) => {
    for (const locale of LOCALES) {
      const empty = [...flatten(wordsOf(locale, area))].filter(([, text]) => text.trim() === "");
      expect(empty, locale).toEqual([]);
    }
  });

  it("has one word for the code of a report", () => {
    const others = areas.flatMap((area) =>
      [...flatten(wordsOf("zh-CN", area))].filter(([, text]) => /验证码|校验码|防伪码/.test(text)),
    );
    expect(others).toEqual([]);
  });

  it("has Chinese punctuation in Chinese sentences", () => {
    const wrong = areas.flatMap((area) =>
      [...flatten(wordsOf("zh-CN", area))].filter(([, text]) =>
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

/** The names that a message wants filled in, in all branches of its plurals, and the tags that it wraps. */
function placeholders(text: string): string[] {
  const names = new Set([...text.matchAll(/<([a-z][a-zA-Z]*)>/g)].map((match) => `<${match[1]}>`));
  readArguments(text, 0, names);
  return [...names].sort();
}

/** Reads ICU text from `start` to its closing brace or its end, and says where it stopped. */
function readArguments(text: string, start: number, names: Set<string>): number {
  let index = start;
  while (index < text.length && text[index] !== "}") {
    if (text[index] !== "{") {
      index += 1;
      continue;
    }
    const [head = "", name = ""] = /^\{\s*(\w+)\s*(?:,\s*\w+\s*)?/.exec(text.slice(index)) ?? [];
    names.add(name);
    index += Math.max(1, head.length);
    // What is left up to the closing brace are the branches, each a text of its own in braces.
    while (index < text.length && text[index] !== "}") {
      index = text[index] === "{" ? readArguments(text, index + 1, names) + 1 : index + 1;
    }
    index += 1;
  }
  return index;
}
