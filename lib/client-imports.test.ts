import { existsSync, readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseSync } from "oxc-parser";
import { beforeAll, describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");

/**
 * Packages that are large and that no browser needs, or few pages. What a client component imports travels to everybody
 * who opens its page, so each of these names the folders whose components may reach it.
 */
const HEAVY: Readonly<Record<string, readonly string[]>> = {
  // Schemas check what comes in; the server does that.
  zod: [],
  // Sums and checks while somebody types.
  "decimal.js": [
    "components/section/",
    "components/grid/",
    "components/compose/",
    "components/findings/",
    "components/roll-up/rollup-adjustment-forms.tsx",
  ],
  "@tiptap/": ["components/compose/"],
};

type Module = { directive: string; imports: { name: string; file: string | null }[] };
const known = new Map<string, Module>();

/** What a file begins with, and the modules whose values it imports; types are gone before anything is sent. */
function readModule(file: string): Module {
  const read = known.get(file);
  if (read) return read;
  const text = readFileSync(join(ROOT, file), "utf8");
  const { module } = parseSync(file, text);
  const imported = module.staticImports
    .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
    .map(({ moduleRequest }) => moduleRequest.value);
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) => (moduleRequest && !isType ? [moduleRequest.value] : [])),
  );
  const found = {
    directive: /^\s*"(use \w+)"/.exec(text)?.[1] ?? "",
    imports: [...imported, ...passedOn].map((name) => ({ name, file: fileOf(name, file) })),
  };
  known.set(file, found);
  return found;
}

function fileOf(module: string, from: string): string | null {
  const path = module.startsWith("@/") ? module.slice(2) : module.startsWith(".") ? join(dirname(from), module) : null;
  if (path === null) return null;
  return [`${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((file) => existsSync(join(ROOT, file))) ?? null;
}

/** The ways from a client component along imports to a heavy package. */
function chainsFrom(entry: string): { heavy: string; chain: string[] }[] {
  const chains: { heavy: string; chain: string[] }[] = [];
  const seen = new Set([entry]);
  const waiting = [[entry]];
  for (let chain = waiting.pop(); chain; chain = waiting.pop()) {
    const { directive, imports } = readModule(chain.at(-1) ?? "");
    // An action stays on the server; the browser has its name alone.
    if (directive === "use server") continue;
    for (const { name, file } of imports) {
      const heavy = Object.keys(HEAVY).find((from) => `${name}/`.startsWith(from.endsWith("/") ? from : `${from}/`));
      if (heavy !== undefined) chains.push({ heavy, chain: [...chain, name] });
      if (file === null || seen.has(file)) continue;
      seen.add(file);
      waiting.push([...chain, file]);
    }
  }
  return chains;
}

describe("what client components import", () => {
  const chains: { heavy: string; chain: string[] }[] = [];

  beforeAll(async () => {
    for await (const entry of glob("{app,components}/**/*.{ts,tsx}", { cwd: ROOT }))
      if (!entry.includes(".test.") && readModule(entry).directive === "use client") chains.push(...chainsFrom(entry));
  }, 120_000);

  it.each(Object.entries(HEAVY))("reaches %s only in %s", (heavy, folders) => {
    const others = chains.filter(
      (found) => found.heavy === heavy && !folders.some((folder) => found.chain[0]?.startsWith(folder)),
    );
    expect(others.map(({ chain }) => chain.join(" → "))).toEqual([]);
  });

  it("is followed through other files", () => {
    expect(chains.some(({ heavy, chain }) => heavy === "decimal.js" && chain.length > 2)).toBe(true);
  });
});
