import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const COMPONENTS = join(import.meta.dirname, "..");
/** Nothing of it is to be seen. */
const UNSEEN = ["focus-on-arrival"];

function importsOf(path: string): string[] {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(/from "(?:@\/components\/ui|\.)\/([\w-]+)"/g)].map(([, name = ""]) => name);
}

it("shows every primitive, or one that is made of it", () => {
  const primitives = readdirSync(join(COMPONENTS, "ui"))
    .filter((file) => file.endsWith(".tsx") && !file.includes(".test."))
    .map((file) => file.replace(".tsx", ""));
  const shown = new Set<string>();
  const visit = (name: string): void => {
    if (shown.has(name) || !primitives.includes(name)) return;
    shown.add(name);
    for (const other of importsOf(join(COMPONENTS, "ui", `${name}.tsx`))) visit(other);
  };
  for (const file of readdirSync(join(COMPONENTS, "kit"))) {
    if (!file.endsWith(".tsx")) continue;
    for (const name of importsOf(join(COMPONENTS, "kit", file))) visit(name);
  }
  expect(primitives.filter((name) => !shown.has(name) && !UNSEEN.includes(name))).toEqual([]);
});
