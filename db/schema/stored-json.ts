import { type SQL, sql } from "drizzle-orm";
import { customType } from "drizzle-orm/pg-core";
import type { z } from "zod";

/**
 * A `jsonb` column whose values are held against their schema whenever a row is read, so that what somebody changed by
 * hand, or an older build wrote otherwise, is refused where it is read and not drawn, summed or printed.
 *
 * The schema only checks: the value comes back as it is stored, so that a hash over it stays true. `schema` may therefore
 * change nothing (no default, transform or catch); `stored-json.test.ts` holds the schemas in use to that. A check costs
 * about what reading the JSON itself costs: 0.1 ms for one section's content, less than 1 ms for a form or a report.
 *
 * @param name table and column, "versions.content"; an error names them and where in the value it is, never the value
 */
export function storedJson<Schema extends z.ZodType>(name: `${string}.${string}`, schema: Schema) {
  const column = name.slice(name.indexOf(".") + 1);
  return customType<{ data: z.output<Schema>; driverData: unknown }>({
    dataType: () => "jsonb",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (stored) => requireShape(name, schema, stored),
  })(column);
}

/**
 * What a query takes out of such a column by itself, such as `document -> 'figures'`, held against the schema of that part.
 *
 * @param name table, column and part, "reports.document.figures"
 */
export function storedPart<Schema extends z.ZodType>(name: string, schema: Schema, part: SQL): SQL<z.output<Schema>> {
  return sql`${part}`.mapWith((stored: unknown) => requireShape(name, schema, stored));
}

function requireShape<Schema extends z.ZodType>(name: string, schema: Schema, stored: unknown): z.output<Schema> {
  const checked = schema.safeParse(stored);
  if (checked.success) return stored as z.output<Schema>;
  const places = checked.error.issues.map(({ path, code }) => `${path.join(".") || "the whole value"} (${code})`);
  throw new Error(`${name} holds what its schema does not allow: ${places.slice(0, 5).join(", ")}`);
}
