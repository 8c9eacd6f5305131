import { readFileSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { __unstable__loadDesignSystem as loadDesignSystem } from "tailwindcss";
import { beforeAll, describe, expect, it } from "vitest";
import { classNamesOfMarkup } from "./testing/class-names-of-markup";

const ROOT = join(import.meta.dirname, "..");
const GLOBALS = join(ROOT, "app/globals.css");
/** The sheets of rules that utilities cannot say; see `components/README.md`. */
const SHEETS = [
  "components/grid/figure-grid.css",
  "components/official-table/official-table.css",
  "components/official-table/report-document.css",
  "components/official-table/report-tables.css",
  "components/review/review-table.css",
  "lib/render/document.css",
];

/** Classes that only mark an element for others to ask about, and lucide's own. */
const MARKERS = /^(?:group|peer)(?:\/[\w-]+)?$|^lucide$/;

function classesOfSheet(path: string): Set<string> {
  const rules = readFileSync(path, "utf8")
    .replaceAll(/\/\*[\s\S]*?\*\/|@(?:import|source|reference|layer)[^;{]*/g, "")
    .replaceAll(/\{[^{}]*\}/g, "{}");
  return new Set([...rules.matchAll(/\.([a-zA-Z][\w-]*)/g)].flatMap(([, name]) => (name ? [name] : [])));
}

function tokensOf(css: string): string[] {
  return [...css.matchAll(/^ +(--[a-z0-9-]+):/gm)].flatMap(([, name]) => name ?? []);
}

describe("class names", () => {
  let inMarkup: Map<string, string>;
  let unknown: string[];

  beforeAll(async () => {
    const require = createRequire(import.meta.url);
    const design = await loadDesignSystem(readFileSync(GLOBALS, "utf8"), {
      base: dirname(GLOBALS),
      loadStylesheet: async (id, base) => {
        const path = id.startsWith(".") ? join(base, id) : require.resolve(id);
        return { path, base: dirname(path), content: await readFile(path, "utf8") };
      },
    });
    inMarkup = await classNamesOfMarkup();
    const inSheet = new Set(SHEETS.flatMap((sheet) => [...classesOfSheet(join(ROOT, sheet))]));
    const names = [...inMarkup.keys()].filter((name) => !MARKERS.test(name) && !inSheet.has(name));
    const css = design.candidatesToCss(names);
    unknown = names.flatMap((name, index) => (css[index] === null ? [`${name} in ${inMarkup.get(name)}`] : []));
  });

  it("are utilities of Tailwind, or stand in the sheet of the official table or of the document", () => {
    expect(unknown).toEqual([]);
  });

  it("of a primitive do not style what it is given, but for links within the sentences of a message", () => {
    const reaching = [...inMarkup].filter(([name, file]) => file.startsWith("components/ui/") && name.includes("[&_"));
    expect(reaching).toEqual([["[&_a:not([data-slot])]:underline", "components/ui/alert.tsx"]]);
  });

  it("in the kit are those of pages and primitives: no others are made for it", async () => {
    const kit = await classNamesOfMarkup("{app,components}/kit/**/*.tsx");
    const others = await classNamesOfMarkup("{app,components}/**/*.{ts,tsx}", "/kit/");
    expect([...kit.keys()].filter((name) => !others.has(name))).toEqual([]);
  });

  it("are not defined in the global sheet", () => {
    const own = [...classesOfSheet(GLOBALS)];
    expect(own).toEqual(["lucide"]);
  });

  it("find the tokens that are named outside of utilities among those that stay variables", async () => {
    const globals = readFileSync(GLOBALS, "utf8");
    const kept = new Set(
      [...globals.matchAll(/@theme static[^{]*\{([\s\S]*?)\n\}/g)].flatMap(([, body = ""]) => tokensOf(body)),
    );
    const known = new Set(tokensOf(globals));
    const missing: string[] = [];
    for await (const file of glob("{app,components,lib}/**/*.{ts,tsx,css}", { cwd: ROOT })) {
      if (file.includes(".test.") || file === "app/globals.css") continue;
      // In square brackets it is part of a utility, which has the value itself.
      const text = readFileSync(join(ROOT, file), "utf8").replaceAll(/\[[^\]\s]*\]/g, "");
      for (const [, name = ""] of text.matchAll(/var\((--[a-z0-9-]+)/g))
        if (known.has(name) && !kept.has(name)) missing.push(`${name} in ${file}`);
    }
    expect(missing).toEqual([]);
  });

  it("keeps the sheets short: what a utility can say stands in the component", () => {
    const lines = (path: string) => readFileSync(path, "utf8").trimEnd().split("\n").length;
    expect(lines(GLOBALS)).toBeLessThan(300);
    expect(SHEETS.reduce((sum, sheet) => sum + lines(join(ROOT, sheet)), 0)).toBeLessThanOrEqual(800);
  });

  it("come from no other style sheet", async () => {
    const sheets: string[] = [];
    for await (const file of glob("{app,components,lib}/**/*.css", { cwd: ROOT })) sheets.push(file);
    expect(sheets.sort()).toEqual(["app/globals.css", ...SHEETS]);
  });
});
