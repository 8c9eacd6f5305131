type Json = { readonly [key: string]: unknown };

const HEAD = `// Made from the OpenAPI document by \`npm run api:client\`; change the operations, not this file.\n`;

/**
 * The operations of an OpenAPI document as TypeScript: where each is called, and the types of what it takes and gives. The
 * client beside it does the rest.
 */
export function clientText(document: Json): string {
  const operations = listOperations(document);
  const places = operations.map(({ id, method, path, isOpen }) => {
    return `  ${id}: { method: "${method}", path: "${path}", isOpen: ${isOpen} },`;
  });
  const types = operations.map(({ id, params, query, body, result }) => {
    return `  ${id}: {\n    params: ${params};\n    query: ${query};\n    body: ${body};\n    result: ${result};\n  };`;
  });
  return [
    HEAD,
    "export const OPERATIONS = {",
    ...places,
    "} as const;",
    "",
    "export type Operations = {",
    ...types,
    "};",
    "",
  ].join("\n");
}

function listOperations(document: Json) {
  return Object.entries(asJson(document.paths)).flatMap(([path, methods]) =>
    Object.entries(asJson(methods)).map(([method, described]) => {
      const operation = asJson(described);
      const parameters = asList(operation.parameters).map(asJson);
      const content = asJson(asJson(asJson(operation.responses)["200"]).content);
      return {
        id: String(operation.operationId),
        method: method.toUpperCase(),
        path,
        isOpen: asList(operation.security).length === 0,
        params: objectOf(parameters.filter((parameter) => parameter.in === "path")),
        query: objectOf(parameters.filter((parameter) => parameter.in === "query")),
        body: operation.requestBody ? typeOf(schemaIn(asJson(asJson(operation.requestBody).content))) : "null",
        result: "application/octet-stream" in content ? "Blob" : typeOf(schemaIn(content)),
      };
    }),
  );
}

function schemaIn(content: Json): unknown {
  return asJson(content["application/json"]).schema ?? { type: "null" };
}

function objectOf(parameters: readonly Json[]): string {
  if (parameters.length === 0) return "Record<never, never>";
  const fields = parameters.map(
    ({ name, required, schema }) => `${String(name)}${required ? "" : "?"}: ${typeOf(schema)}`,
  );
  return `{ ${fields.join("; ")} }`;
}

/** The type of what a JSON schema describes, as far as the document's schemas go. */
function typeOf(given: unknown): string {
  const schema = asJson(given);
  const choices = [...asList(schema.anyOf), ...asList(schema.oneOf)];
  if (choices.length > 0) return [...new Set(choices.map(typeOf))].join(" | ");
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const types = asList(schema.type);
  if (types.length > 0) return types.map((type) => typeOf({ ...schema, type })).join(" | ");
  if (schema.type === "array") return `(${typeOf(schema.items)})[]`;
  if (schema.type === "object") return typeOfObject(schema);
  if (schema.type === "integer") return "number";
  return typeof schema.type === "string" ? schema.type : "unknown";
}

function typeOfObject(schema: Json): string {
  const properties = Object.entries(asJson(schema.properties));
  if (properties.length === 0) return `Record<string, ${typeOf(schema.additionalProperties)}>`;
  const required = asList(schema.required);
  const fields = properties.map(([name, part]) => `${name}${required.includes(name) ? "" : "?"}: ${typeOf(part)}`);
  return `{ ${fields.join("; ")} }`;
}

function asJson(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
