import { readFileSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parseSync } from "oxc-parser";
import { __unstable__loadDesignSystem as loadDesignSystem } from "tailwindcss";
import { beforeAll, describe, expect, it } from "vitest";

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

type Node = { type: string; [key: string]: unknown };

/** Every class name that the markup of `app/` and `components/` can carry, with the file that names it. */
async function classNamesOfMarkup(
  files = "{app,components}/**/*.{ts,tsx}",
  leftOut?: string,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const file of glob(files, { cwd: ROOT })) {
    if (file.includes(".test.") || (leftOut && file.includes(leftOut))) continue;
    const { program } = parseSync(file, await readFile(join(ROOT, file), "utf8"));
    for (const name of classNamesOf(program as unknown as Node)) if (!found.has(name)) found.set(name, file);
  }
  return found;
}

/**
 * The words in `className` attributes, in the arguments of `cn` and `cva`, and in the constants of the file that these
 * name. In `cva` the names of variants are no classes, so only its values count.
 */
function classNamesOf(program: Node): Set<string> {
  const constants = new Map<string, Node>();
  const names = new Set<string>();
  visit(program, (node) => {
    const { id, init } = node as { id?: { name?: string }; init?: Node | null };
    if (node.type === "VariableDeclarator" && id?.name && init) constants.set(id.name, init);
  });
  const seen = new Set<Node>();
  const collect = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.type === "Literal" && typeof node.value === "string") add(names, node.value);
    if (node.type === "TemplateElement") add(names, String((node.value as { cooked?: string }).cooked ?? ""));
    if (node.type === "BinaryExpression" && ["===", "!=="].includes(String(node.operator))) return;
    if (node.type === "MemberExpression") {
      const object = node.object as Node;
      const constant = object.type === "Identifier" ? constants.get(String(object.name)) : undefined;
      if (constant) collect(constant);
      return;
    }
    if (node.type === "Identifier") {
      const constant = constants.get(String(node.name));
      if (constant) collect(constant);
      return;
    }
    if (node.type === "ConditionalExpression") {
      for (const branch of [node.consequent, node.alternate]) collect(branch as Node);
      return;
    }
    if (node.type === "LogicalExpression") {
      collect(node.right as Node);
      if (node.operator !== "&&") collect(node.left as Node);
      return;
    }
    if (node.type === "Property") {
      const key = String(
        (node.key as { name?: string; value?: string }).name ?? (node.key as { value?: string }).value,
      );
      // What picks a variant is no class.
      if (["variant", "size", "defaultVariants", "tone", "kind"].includes(key) && isPlain(node.value as Node)) return;
      if (key === "defaultVariants") return;
      collect(node.value as Node);
      return;
    }
    if (node.type === "CallExpression" && !isClassCall(node)) return;
    for (const child of childrenOf(node)) collect(child);
  };
  visit(program, (node) => {
    if (node.type === "JSXAttribute" && /className$/i.test(String((node.name as { name?: string }).name))) {
      if (node.value) collect(node.value as Node);
    }
    if (node.type === "CallExpression" && isClassCall(node))
      for (const argument of node.arguments as Node[]) collect(argument);
  });
  return names;
}

function isPlain(node: Node): boolean {
  return node.type === "Literal" || node.type === "ArrayExpression";
}

function isClassCall(node: Node): boolean {
  const { name } = node.callee as { name?: string };
  return name === "cn" || name === "cva";
}

function add(names: Set<string>, text: string): void {
  for (const name of text.split(/\s+/)) if (name) names.add(name);
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((value): value is Node => typeof value === "object" && value !== null && "type" in value);
}

function visit(node: Node, enter: (node: Node) => void): void {
  enter(node);
  for (const child of childrenOf(node)) visit(child, enter);
}

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
