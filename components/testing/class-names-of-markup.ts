import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseSync } from "oxc-parser";

const ROOT = join(import.meta.dirname, "../..");

type Node = { type: string; [key: string]: unknown };

/** Every class name that the markup of `app/` and `components/` can carry, with the file that names it. */
export async function classNamesOfMarkup(
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
