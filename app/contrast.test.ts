import { readFileSync } from "node:fs";
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

/** What must be made out though it is no text: a field's edge, the ring of the focus. */
const EDGE_PAIRS = [
  ["field", "surface"],
  ["focus", "surface"],
  ["focus", "ground"],
  ["focus", "sunken"],
];

describe("the palette", () => {
  it.each(TEXT_PAIRS)("%s can be read on %s", (text, ground) => {
    expect(contrast(text ?? "", ground ?? "")).toBeGreaterThanOrEqual(4.5);
  });

  it.each(EDGE_PAIRS)("%s can be made out on %s", (edge, ground) => {
    expect(contrast(edge ?? "", ground ?? "")).toBeGreaterThanOrEqual(3);
  });
});
