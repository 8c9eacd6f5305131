import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./globals.css", import.meta.url), "utf8");

function token(name: string): string {
  const found = new RegExp(`--color-${name}:\\s*(#[0-9a-f]{3,6})\\s*;`, "i").exec(css)?.[1];
  if (!found) throw new Error(`no token --color-${name}`);
  return found;
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const digits = hex.slice(1);
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = pairs.map((pair) => {
    const channel = Number.parseInt(pair, 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: string, second: string): number {
  const [dark = 0, light = 0] = [luminance(token(first)), luminance(token(second))].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ["surface", "ground", "sunken", "hover"];
const STATES = ["accent", "danger", "warn", "ok", "idle"];

/** Each text colour with every ground on which it stands. */
const TEXT_PAIRS = [
  ...["ink", "ink-2", "ink-3"].flatMap((ink) =>
    [...GROUNDS, "accent-soft", "accent-wash", "danger-soft", "warn-soft", "ok-soft"].map((ground) => [ink, ground]),
  ),
  ...STATES.flatMap((state) => ["surface", "ground", `${state}-soft`].map((ground) => [state, ground])),
  ["accent", "hover"],
  ["accent-strong", "accent-soft"],
  ["surface", "accent"],
  ["surface", "accent-strong"],
  ["surface", "ink"],
  ["paper-ink", "paper"],
  ["paper-ink-2", "paper"],
];

const COLORS = new Set([...css.matchAll(/--color-([\w-]+):\s*#/g)].map((match) => match[1] ?? ""));

/** A utility without what it depends on (`hover:`, `data-[state=late]:`): `[state, utility]`. */
function stateOf(className: string): readonly [string, string] {
  const end = className.replace(/\[[^\]]*\]/g, (inside) => "x".repeat(inside.length)).lastIndexOf(":") + 1;
  return [className.slice(0, end), className.slice(end)];
}

/**
 * The text colour and the ground that one list of classes puts together, in each state that the list names. Text on a
 * ground that an element further out gives is read by axe, in `e2e/kit.spec.ts` and on every page.
 */
function pairsOf(classNames: string): (readonly [string, string])[] {
  const colors = new Map<string, { text?: string; bg?: string }>();
  for (const [state, utility] of classNames.split(/\s+/).map(stateOf)) {
    const [, property, color = ""] = /^(text|bg)-(.+)$/.exec(utility) ?? [];
    // What is disabled need not be read, and no text stands in what is drawn before or after an element.
    if (!property || !COLORS.has(color) || /disabled|before:|after:/.test(state)) continue;
    colors.set(state, { ...colors.get(state), [property]: color });
  }
  const always = colors.get("");
  return [...colors.values()].flatMap(({ text = always?.text, bg = always?.bg }) => (text && bg ? [[text, bg]] : []));
}

/** Every pair that the markup puts together, with a place where it does. */
const MARKUP_PAIRS = new Map(
  globSync("{app,components}/**/*.tsx").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/["`]([^"`\n]*\bbg-[^"`\n]*)["`]/g)]
      .flatMap(([, classNames = ""]) => pairsOf(classNames))
      .map(([text, ground]) => [`${text} on ${ground}`, { text, ground, file }] as const),
  ),
);

/** What must be made out though it is no text: a field's edge, the ring of the focus. */
const EDGE_PAIRS = [
  ["field", "surface"],
  ["focus", "surface"],
  ["focus", "ground"],
  ["focus", "sunken"],
];

describe("the palette", () => {
  it.each(TEXT_PAIRS)("%s on %s has enough contrast for text", (text, ground) => {
    expect(contrast(text ?? "", ground ?? "")).toBeGreaterThanOrEqual(4.5);
  });

  it("is read from class names in the markup", () => {
    expect(pairsOf("bg-surface text-ink hover:bg-danger data-[state=on]:text-accent")).toEqual([
      ["ink", "surface"],
      ["ink", "danger"],
      ["accent", "surface"],
    ]);
    expect(MARKUP_PAIRS.size).toBeGreaterThan(10);
  });

  it.each([...MARKUP_PAIRS.values()])(
    "$text on $ground has enough contrast for text, as in $file",
    ({ text, ground }) => {
      expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(EDGE_PAIRS)("%s on %s has enough contrast for borders and icons", (edge, ground) => {
    expect(contrast(edge ?? "", ground ?? "")).toBeGreaterThanOrEqual(3);
  });
});
