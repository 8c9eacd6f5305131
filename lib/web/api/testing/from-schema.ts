import fc from "fast-check";
import { z } from "zod";

type Json = { readonly [key: string]: unknown };

/** Values that a JSON schema of the interface takes, and now and then something else. */
export function valuesOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  const fitting = fittingValues(asJson(z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" })));
  return fc.oneof({ weight: 4, arbitrary: fitting }, { weight: 1, arbitrary: fc.jsonValue() });
}

/** Values that a JSON schema takes. */
function fittingValues(schema: Json): fc.Arbitrary<unknown> {
  const choices = asList(schema.anyOf);
  if (choices.length > 0) return fc.oneof(...choices.map((choice) => fittingValues(asJson(choice))));
  const values = asList(schema.enum);
  if (values.length > 0) return fc.constantFrom(...values);
  const types = asList(schema.type);
  if (types.length > 0) return fc.oneof(...types.map((type) => fittingValues({ ...schema, type })));
  if (schema.type === "string") return texts(schema);
  if (schema.type === "boolean") return fc.boolean();
  if (schema.type === "integer")
    return fc.integer({ min: numberOr(schema.minimum, -9), max: numberOr(schema.maximum, 9) });
  if (schema.type === "array") {
    const maxLength = Math.min(numberOr(schema.maxItems, 4), 6);
    return fc.array(fittingValues(asJson(schema.items)), { minLength: numberOr(schema.minItems, 0), maxLength });
  }
  if (schema.type === "object") return objects(schema);
  return fc.constant(null);
}

function texts(schema: Json): fc.Arbitrary<string> {
  if (schema.format === "uuid") return fc.uuid();
  if (schema.format === "date-time")
    return fc.date({ noInvalidDate: true, min: new Date(0) }).map((at) => at.toISOString());
  if (typeof schema.pattern === "string") return fc.stringMatching(new RegExp(schema.pattern), { maxLength: 60 });
  const maxLength = Math.min(numberOr(schema.maxLength, 40), 200);
  return fc.string({ unit: "binary", minLength: numberOr(schema.minLength, 0), maxLength });
}

function objects(schema: Json): fc.Arbitrary<unknown> {
  const fields = Object.entries(asJson(schema.properties)).map(
    ([name, part]) => [name, fittingValues(asJson(part))] as const,
  );
  const requiredKeys = asList(schema.required).map(String);
  return fc.record(Object.fromEntries(fields), { requiredKeys });
}

function asJson(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === "number" && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : otherwise;
}
