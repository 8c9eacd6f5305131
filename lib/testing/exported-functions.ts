import { readFileSync } from "node:fs";
import { type Comment, parseSync, type Statement } from "oxc-parser";

/** An exported function declaration of a file, as its text has it. */
export type ExportedFunction = {
  name: string;
  /** Each parameter as written, "actor: Actor". */
  parameters: string[];
  /** The whole function as written. */
  text: string;
  /** The text between `/**` and the end of the comment right before it; null without one. */
  docstring: string | null;
};

/** The functions that a TypeScript file exports by declaration, in their order; of overloads the first stands for all. */
export function listExportedFunctions(path: string): ExportedFunction[] {
  const text = readFileSync(path, "utf8");
  const { program, comments } = parseSync(path, text);
  const functions = program.body.flatMap((statement) => {
    const found = functionOf(statement);
    if (!found) return [];
    const parameters = found.params.map(({ start, end }) => text.slice(start, end));
    const docstring = docstringBefore(statement, comments, text);
    return [{ name: found.name, parameters, text: text.slice(statement.start, statement.end), docstring }];
  });
  return functions.filter(({ name }, index) => functions.findIndex((other) => other.name === name) === index);
}

/** The values that a file imports from each module of ours, by the module's path without its ending. */
export function listImportedValues(path: string): { source: string; name: string }[] {
  const { program } = parseSync(path, readFileSync(path, "utf8"));
  return program.body.flatMap((statement) => {
    if (statement.type !== "ImportDeclaration" || statement.importKind === "type") return [];
    const { value } = statement.source;
    if (!value.startsWith("@/")) return [];
    return statement.specifiers.flatMap((specifier) =>
      specifier.type === "ImportSpecifier" &&
      specifier.importKind !== "type" &&
      specifier.imported.type === "Identifier"
        ? [{ source: value.slice(2), name: specifier.imported.name }]
        : [],
    );
  });
}

type Range = { start: number; end: number };

function functionOf(statement: Statement): { name: string; params: readonly Range[] } | null {
  if (statement.type !== "ExportNamedDeclaration") return null;
  const { declaration } = statement;
  if ((declaration?.type === "FunctionDeclaration" || declaration?.type === "TSDeclareFunction") && declaration.id) {
    return { name: declaration.id.name, params: declaration.params };
  }
  if (declaration?.type !== "VariableDeclaration") return null;
  const [declared] = declaration.declarations;
  if (declared?.id.type !== "Identifier" || declared.init?.type !== "ArrowFunctionExpression") return null;
  return { name: declared.id.name, params: declared.init.params };
}

function docstringBefore(statement: Range, comments: readonly Comment[], text: string): string | null {
  const before = comments.findLast(
    ({ type, end, value }) =>
      type === "Block" &&
      value.startsWith("*") &&
      end <= statement.start &&
      text.slice(end, statement.start).trim() === "",
  );
  return before ? before.value.slice(1).trim() : null;
}
